package io.llmops.eval.metric.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What chrF counts of a text: of n-grams of each length, those of the answer, of the reference, and common ones; against
 * the reference with the best score.
 */
record ChrfRows(ChrfFormula formula, boolean lowercase, boolean whitespace) implements TextRows.Counts {

    private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    @Override
    public void count(String hypothesis, List<String> references, double[] into) {
        var ids = new TokenIds();
        var answer = cased(hypothesis);
        var characters = characters(answer);
        var words = formula.wordOrder() == 0 ? new int[0] : ids.of(words(answer));
        var best = -1.0;
        var row = new double[into.length];
        for (var one : references) {
            var reference = cased(one);
            Arrays.fill(row, 0);
            count(characters, characters(reference), formula.characterOrder(), row, 0);
            if (formula.wordOrder() > 0) {
                count(words, ids.of(words(reference)), formula.wordOrder(), row, 3 * formula.characterOrder());
            }
            var score = formula.score(row);
            if (score > best) {
                best = score;
                System.arraycopy(row, 0, into, 0, row.length);
            }
        }
    }

    /** N-grams of the answer do not count where the reference is too short to have any. */
    private static void count(int[] answer, int[] reference, int order, double[] into, int at) {
        var ngrams = new ReferenceNgrams(order, reference.length);
        ngrams.add(reference);
        var matches = ngrams.matches(answer);
        for (var n = 0; n < order; n++) {
            var ofReference = ReferenceNgrams.total(reference.length, n + 1);
            into[at + 3 * n] = ofReference == 0 ? 0 : ReferenceNgrams.total(answer.length, n + 1);
            into[at + 3 * n + 1] = ofReference;
            into[at + 3 * n + 2] = matches[n];
        }
    }

    private String cased(String text) {
        return lowercase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private int[] characters(String text) {
        var characters = new int[text.length()];
        var size = 0;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (whitespace || !Words.isSpace(c)) {
                characters[size++] = c;
            }
        }
        return Arrays.copyOf(characters, size);
    }

    /** Words, with one mark at the end or else at the beginning set apart. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : Words.of(text)) {
            var last = word.length() - 1;
            if (word.codePointCount(0, word.length()) == 1) {
                words.add(word);
            } else if (MARKS.indexOf(word.charAt(last)) >= 0) {
                words.add(word.substring(0, last));
                words.add(word.substring(last));
            } else if (MARKS.indexOf(word.charAt(0)) >= 0) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}

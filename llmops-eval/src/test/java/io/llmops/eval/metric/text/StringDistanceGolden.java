package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Edit distances, similarities of names and sets, and error rates, of NLTK, python-Levenshtein and jellyfish. */
public final class StringDistanceGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        switch (golden.group()) {
            case "sets" -> sets(golden, checks);
            case "wer_cer" -> errorRates(golden, checks);
            default -> characters(golden, checks);
        }
    }

    private static void characters(GoldenCase golden, GoldenChecks checks) {
        var a = EditDistance.codePoints(golden.input().get("a").textValue());
        var b = EditDistance.codePoints(golden.input().get("b").textValue());
        var length = a.length + b.length;
        var indel = length - 2 * common(a, b);
        checks.that(() -> EditDistance.levenshtein(a, b), "levenshtein");
        checks.that(() -> EditDistance.levenshtein(a, b), "levenshtein_nltk");
        checks.that(() -> indel, "substitution_cost_2");
        // what NLTK 3.8 computes with transpositions is the unrestricted distance too
        checks.that(() -> EditDistance.damerau(a, b), "osa_transpositions");
        checks.that(() -> EditDistance.damerau(a, b), "damerau_unrestricted");
        checks.that(() -> length == 0 ? 1 : 1 - (double) indel / length, "indel_ratio");
        checks.that(() -> (length - indel) / 2, "lcs_from_indel");
        checks.that(() -> 1 - Overlap.jaccard(set(a), set(b)), "char_jaccard_distance");
        // NLTK looks for nothing in texts of one character, and the file has no number for empty ones
        if (length > 2) {
            checks.that(() -> Jaro.similarity(a, b), "jaro");
            checks.that(() -> Jaro.winkler(a, b), "jaro_winkler_p0.1_max4");
        }
    }

    private static int common(int[] a, int[] b) {
        var ids = new TokenIds();
        var numbersOfA = ids.of(Arrays.stream(a).mapToObj(Character::toString).toList());
        var numbersOfB = ids.of(Arrays.stream(b).mapToObj(Character::toString).toList());
        return new CommonSubsequence(numbersOfA, numbersOfB, ids.size()).length();
    }

    private static Set<Integer> set(int[] characters) {
        return new TreeSet<>(Arrays.stream(characters).boxed().toList());
    }

    private static void sets(GoldenCase golden, GoldenChecks checks) {
        var a = Segments.texts(golden.input().get("a")).stream().collect(Collectors.toSet());
        var b = Segments.texts(golden.input().get("b")).stream().collect(Collectors.toSet());
        checks.that(() -> 1 - Overlap.jaccard(a, b), "jaccard_distance");
        checks.that(() -> Overlap.dice(a, b), "dice");
    }

    private static void errorRates(GoldenCase golden, GoldenChecks checks) {
        var reference = golden.input().get("reference").textValue();
        var hypothesis = golden.input().get("hypothesis").textValue();
        var segments = Segments.of(List.of(hypothesis), List.of(List.of(reference)));
        var ids = new TokenIds();
        var words = ids.of(Words.of(reference));
        checks.that(() -> EditDistance.levenshtein(ids.of(Words.of(hypothesis)), words), "word_edits");
        checks.that(() -> words.length, "reference_words");
        checks.that(() -> segments.points(TextMetrics.wordErrorRate()).get("wer"), "wer");
        checks.that(() -> EditDistance.levenshtein(hypothesis, reference), "char_edits");
        checks.that(() -> EditDistance.codePoints(reference).length, "reference_chars");
        checks.that(() -> segments.points(TextMetrics.characterErrorRate()).get("cer"), "cer");
    }
}

package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into the runs of words between stopwords and punctuation. Not safe for use by many threads. */
final class Candidates {

    /** A run of words in lower case, and where it stands in the original. */
    record Candidate(List<String> words, Span span) {}

    private final Text text;
    private final String characters;
    private final Stopwords stopwords;
    private final List<Candidate> found = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int runStart;
    private int runEnd;

    private Candidates(Text text, Stopwords stopwords) {
        this.text = text;
        this.characters = text.toString();
        this.stopwords = stopwords;
    }

    static List<Candidate> of(Text text, Stopwords stopwords) {
        var candidates = new Candidates(text, stopwords);
        candidates.cut();
        return candidates.found;
    }

    private void cut() {
        for (int start = 0, end; start < characters.length(); start = end) {
            end = wordEnd(start);
            var word = characters.substring(start, end);
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                addWord(word.toLowerCase(Locale.ROOT), start, end);
            } else if (!isSpace(word) || isEmptyLine(end)) {
                endRun();
            }
        }
        endRun();
    }

    /** Where the segment ends; one that is a word takes the words with it that hyphens join to it. */
    private int wordEnd(int start) {
        var segments = Segmenters.words();
        var end = segments.end(characters, start);
        while (isLetterOrDigitBefore(end) && isHyphen(end) && end + 1 < characters.length()) {
            if (!Character.isLetterOrDigit(characters.codePointAt(end + 1))) {
                break;
            }
            end = segments.end(characters, end + 1);
        }
        return end;
    }

    private boolean isLetterOrDigitBefore(int end) {
        return Character.isLetterOrDigit(characters.codePointBefore(end));
    }

    private boolean isHyphen(int at) {
        return at < characters.length() && (characters.charAt(at) == '-' || characters.charAt(at) == '\u2010');
    }

    private static boolean isSpace(String segment) {
        return segment.chars().allMatch(c -> SegmentTokens.isSpace((char) c));
    }

    /** Whether a line break ends here and another follows: the segmenter gives each line break by itself. */
    private boolean isEmptyLine(int end) {
        if (characters.charAt(end - 1) != '\n') {
            return false;
        }
        var at = end;
        while (at < characters.length()
                && characters.charAt(at) != '\n'
                && SegmentTokens.isSpace(characters.charAt(at))) {
            at++;
        }
        return at < characters.length() && characters.charAt(at) == '\n';
    }

    private void addWord(String word, int start, int end) {
        if (stopwords.contains(word)) {
            endRun();
            return;
        }
        if (words.isEmpty()) {
            runStart = start;
        }
        words.add(word);
        runEnd = end;
    }

    private void endRun() {
        if (!words.isEmpty()) {
            found.add(new Candidate(List.copyOf(words), text.originalSpan(runStart, runEnd)));
            words.clear();
        }
    }
}

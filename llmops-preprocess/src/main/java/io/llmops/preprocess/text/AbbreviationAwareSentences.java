package io.llmops.preprocess.text;

import java.util.Set;

/** Sentences that do not end behind an abbreviation, unless the text does. Immutable. */
record AbbreviationAwareSentences(Set<String> abbreviations) implements Segmenter {

    @Override
    public int end(String text, int start) {
        var end = Sentences.end(text, start);
        while (end < text.length() && endsWithAbbreviation(text, start, end)) {
            end = Sentences.end(text, end);
        }
        return end;
    }

    private boolean endsWithAbbreviation(String text, int start, int end) {
        var stop = end;
        while (stop > start && Whitespace.isWhite(text.charAt(stop - 1))) {
            if (Whitespace.isLineBreak(text.charAt(--stop))) {
                return false;
            }
        }
        if (stop == start || text.charAt(stop - 1) != '.') {
            return false;
        }
        var word = stop - 1;
        while (word > start && (Character.isLetter(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
            word--;
        }
        return abbreviations.contains(text.substring(word, stop - 1));
    }
}

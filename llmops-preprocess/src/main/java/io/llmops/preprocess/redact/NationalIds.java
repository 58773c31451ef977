package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.isLetter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds national ids of several kinds in one pass: only a run of letters and digits with a digit in it is looked at, and
 * what stands before that run where an id may start with letters apart. Immutable.
 */
record NationalIds(List<NationalId> kinds) implements Function<String, List<Finding>> {

    private static final int LONGEST_RUN = 20;
    private static final int LONGEST_GROUP = 4;

    NationalIds(Set<NationalId> kinds) {
        this(kinds.stream().sorted().toList());
    }

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        for (var digit = Characters.nextDigit(text, 0); digit < text.length(); ) {
            var start = digit;
            while (digit - start < LONGEST_RUN && start > 0 && isLetter(text.charAt(start - 1))) {
                start--;
            }
            addFrom(text, start, found);
            for (var group = 0; group < 2; group++) {
                start = startOfLettersBefore(text, start);
                if (start < 0) {
                    break;
                }
                addFrom(text, start, found);
            }
            digit = Characters.nextDigit(text, Characters.endOfRun(text, digit));
        }
        return found;
    }

    /** Where a group of up to four letters starts that a space or hyphen parts from this place; or -1. */
    private static int startOfLettersBefore(String text, int place) {
        var gap = Characters.at(text, place - 1);
        var start = place - 1;
        while (place - 1 - start < LONGEST_GROUP && isLetter(Characters.at(text, start - 1))) {
            start--;
        }
        return (gap == ' ' || gap == '-') && start < place - 1 ? start : -1;
    }

    private void addFrom(String text, int start, List<Finding> found) {
        if (!Characters.startsNumber(text, start)) {
            return;
        }
        for (var kind : kinds) {
            var end = kind.end(text, start);
            if (end > 0) {
                found.add(new Finding(kind.type(), start, end));
            }
        }
    }
}

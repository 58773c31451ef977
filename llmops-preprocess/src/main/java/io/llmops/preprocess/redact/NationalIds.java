package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigitAt;
import static io.llmops.preprocess.redact.Characters.isLetter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds national ids of several kinds in one pass: only a run of letters and digits with a digit in it is looked at, and
 * what stands before that run where an id may start with letters apart. How many digits or letters a run starts with says
 * which forms it can have. Immutable.
 */
final class NationalIds implements Function<String, List<Finding>> {

    private static final int LONGEST_START = 20;
    private static final int LONGEST_GROUP = 4;

    private final List<List<Candidate>> byDigits = new ArrayList<>();
    private final List<List<Candidate>> byLetters = new ArrayList<>();

    /** A kind of id, in one of its forms. */
    private record Candidate(NationalId kind, IdForm form) {}

    NationalIds(Set<NationalId> kinds) {
        for (var count = 0; count <= LONGEST_START; count++) {
            byDigits.add(candidates(kinds, '9', count));
            byLetters.add(candidates(kinds, 'A', count));
        }
    }

    private static List<Candidate> candidates(Set<NationalId> kinds, char sign, int count) {
        var candidates = new ArrayList<Candidate>();
        for (var kind : kinds) {
            for (var form : kind.forms()) {
                if (form.mayStart(sign, count)) {
                    candidates.add(new Candidate(kind, form));
                }
            }
        }
        return candidates;
    }

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        for (var digit = Characters.nextDigit(text, 0); digit < text.length(); ) {
            var start = digit;
            while (digit - start < LONGEST_START && start > 0 && isLetter(text.charAt(start - 1))) {
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
        var gap = at(text, place - 1);
        var start = place - 1;
        while (place - 1 - start < LONGEST_GROUP && isLetter(at(text, start - 1))) {
            start--;
        }
        return (gap == ' ' || gap == '-') && start < place - 1 ? start : -1;
    }

    private void addFrom(String text, int start, List<Finding> found) {
        if (!Characters.startsNumber(text, start)) {
            return;
        }
        var candidates = isDigitAt(text, start)
                ? byDigits.get(Characters.endOfDigits(text, start, LONGEST_START) - start)
                : byLetters.get(lettersFrom(text, start));
        for (var candidate : candidates) {
            var end = candidate.kind().end(candidate.form(), text, start);
            if (end > 0) {
                found.add(new Finding(candidate.kind().type(), start, end));
            }
        }
    }

    private static int lettersFrom(String text, int start) {
        var end = start;
        while (end - start < LONGEST_START && isLetter(at(text, end))) {
            end++;
        }
        return end - start;
    }
}

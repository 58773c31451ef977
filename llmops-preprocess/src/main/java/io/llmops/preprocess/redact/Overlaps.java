package io.llmops.preprocess.redact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Findings of several recognisers made such that none overlaps another. Of those that do, the longest wins; of equally long
 * ones the first in the text; of those at one place the one whose recogniser comes first. What the winner does not cover of
 * a loser is a finding of its own, without the punctuation and space at its edges, so that nothing found stays visible.
 */
final class Overlaps {

    /** A finding and the place of its recogniser in the list of them. */
    record Ranked(Finding finding, int rank) {}

    /**
     * Findings that overlap, one the next. A group takes no finding that starts more than {@link Redactor#LONGEST_FINDING}
     * behind its own start; so a stream need not keep a chain without end.
     */
    static final class Group {
        private final List<Ranked> members = new ArrayList<>();
        private final int start;
        private int end;

        Group(Ranked first) {
            start = first.finding().start();
            add(first);
        }

        int start() {
            return start;
        }

        /** Where no other finding can join it any more. */
        int closed() {
            return Math.min(end, start + Redactor.LONGEST_FINDING + 1);
        }

        private void add(Ranked ranked) {
            members.add(ranked);
            end = Math.max(end, ranked.finding().end());
        }
    }

    private static final Comparator<Ranked> BY_START =
            Comparator.comparingInt((Ranked ranked) -> ranked.finding().start());

    private static final Comparator<Ranked> BY_RIGHT = Comparator.comparingInt(
                    (Ranked ranked) -> -ranked.finding().length())
            .thenComparing(BY_START)
            .thenComparingInt(Ranked::rank);

    private Overlaps() {}

    static List<Group> groups(List<Ranked> findings) {
        findings.sort(BY_START);
        var groups = new ArrayList<Group>();
        Group last = null;
        for (var ranked : findings) {
            if (last != null && ranked.finding().start() < last.closed()) {
                last.add(ranked);
            } else {
                last = new Group(ranked);
                groups.add(last);
            }
        }
        return groups;
    }

    /** The findings of a group in order, without what was covered before it. */
    static List<Finding> settle(Group group, int covered, String text) {
        if (group.members.size() == 1 && covered <= group.start) {
            return List.of(group.members.get(0).finding());
        }
        var taken = new BitSet(group.end - group.start);
        taken.set(0, Math.max(0, Math.min(covered, group.end) - group.start));
        var settled = new ArrayList<Finding>();
        group.members.sort(BY_RIGHT);
        for (var ranked : group.members) {
            addFreeParts(ranked.finding(), group.start, taken, text, settled);
        }
        settled.sort(Comparator.comparingInt(Finding::start));
        return settled;
    }

    private static void addFreeParts(Finding finding, int base, BitSet taken, String text, List<Finding> settled) {
        var limit = finding.end() - base;
        for (var start = taken.nextClearBit(finding.start() - base); start < limit; ) {
            var next = taken.nextSetBit(start);
            var end = next < 0 ? limit : Math.min(next, limit);
            var part = new Finding(finding.type(), base + start, base + end);
            if (!part.equals(finding)) {
                addTrimmed(part, text, settled);
            } else {
                settled.add(part);
            }
            taken.set(start, end);
            start = taken.nextClearBit(end);
        }
    }

    private static void addTrimmed(Finding part, String text, List<Finding> settled) {
        var start = part.start();
        var end = part.end();
        while (start < end && !says(text.charAt(start))) {
            start++;
        }
        while (start < end && !says(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            settled.add(new Finding(part.type(), start, end));
        }
    }

    private static boolean says(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}

package io.llmops.eval.metric.text;

/**
 * The edits of translation edit rate (Snover and others 2006): words put in, left out or replaced, and runs of words
 * moved, found greedily as Tercom does, with its limits.
 */
final class TerEdits {

    private static final int LONGEST_SHIFT = 10;
    private static final int FARTHEST_SHIFT = 50;
    private static final int MOST_CANDIDATES = 1000;

    private final int[] reference;
    private final TerAlignment alignment;
    private int[] words;
    private int distance;
    private int candidates;

    private TerEdits(int[] hypothesis, int[] reference) {
        this.reference = reference;
        words = hypothesis;
        alignment = new TerAlignment(hypothesis.length, reference);
        distance = alignment.align(hypothesis);
    }

    static int count(int[] hypothesis, int[] reference) {
        if (reference.length == 0) {
            return hypothesis.length;
        }
        var edits = new TerEdits(hypothesis, reference);
        var shifts = 0;
        while (edits.shift()) {
            shifts++;
        }
        return shifts + edits.distance;
    }

    /** A run of words moved: how much nearer, how long, from where, to where. The first differing number decides. */
    private static final class Shift {

        private final int gain;
        private final int length;
        private final int from;
        private final int to;
        private final int[] words;

        Shift(int gain, int length, int from, int to, int[] words) {
            this.gain = gain;
            this.length = length;
            this.from = from;
            this.to = to;
            this.words = words;
        }

        boolean isBetterThan(Shift other) {
            if (gain != other.gain) {
                return gain > other.gain;
            }
            if (length != other.length) {
                return length > other.length;
            }
            return from != other.from ? from < other.from : to < other.to;
        }
    }

    /** Makes the best shift; returns false if none helps, or enough were tried. */
    private boolean shift() {
        var best = new Shift(Integer.MIN_VALUE, 0, 0, 0, words);
        for (var from = 0; from < words.length && candidates < MOST_CANDIDATES; from++) {
            var first = Math.max(0, from - FARTHEST_SHIFT);
            var last = Math.min(reference.length - 1, from + FARTHEST_SHIFT);
            for (var at = first; at <= last && candidates < MOST_CANDIDATES; at++) {
                best = bestOfRun(from, at, best);
            }
        }
        if (candidates >= MOST_CANDIDATES || best.gain <= 0) {
            return false;
        }
        words = best.words;
        distance = alignment.align(words);
        return true;
    }

    private Shift bestOfRun(int from, int at, Shift bestSoFar) {
        var best = bestSoFar;
        var wrong = false;
        var wrongInReference = false;
        for (var length = 1;
                length <= LONGEST_SHIFT
                        && from + length <= words.length
                        && at + length <= reference.length
                        && words[from + length - 1] == reference[at + length - 1]
                        && candidates < MOST_CANDIDATES;
                length++) {
            wrong |= alignment.wrongInHypothesis[from + length - 1];
            wrongInReference |= alignment.wrongInReference[at + length - 1];
            var inside = from <= alignment.places[at] && alignment.places[at] < from + length;
            if (wrong && wrongInReference && !inside) {
                best = bestTarget(from, at, length, best);
            }
        }
        return best;
    }

    private Shift bestTarget(int from, int at, int length, Shift bestSoFar) {
        var best = bestSoFar;
        var last = -1;
        for (var offset = -1; offset < length; offset++) {
            var target = at + offset == -1 ? 0 : alignment.places[at + offset] + 1;
            if (target != last) {
                last = target;
                var shifted = shifted(from, length, target);
                candidates++;
                var shift = new Shift(distance - alignment.distance(shifted), length, from, target, shifted);
                best = shift.isBetterThan(best) ? shift : best;
            }
        }
        return best;
    }

    private int[] shifted(int from, int length, int target) {
        var shifted = new int[words.length];
        var to = target < from
                ? target
                : target > from + length ? target - length : Math.min(target, words.length - length);
        var at = 0;
        for (var i = 0; i < words.length; i++) {
            if (i < from || i >= from + length) {
                at = at == to ? at + length : at;
                shifted[at++] = words[i];
            }
        }
        System.arraycopy(words, from, shifted, to, length);
        return shifted;
    }
}

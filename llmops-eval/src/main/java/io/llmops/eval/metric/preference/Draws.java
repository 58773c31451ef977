package io.llmops.eval.metric.preference;

/** Chances of draws without replacement, as products that keep their digits for any size. */
final class Draws {

    private Draws() {}

    /** Returns 1 − C(n − c, k) / C(n, k) for k up to n. */
    static double anyPasses(int repeats, int passing, int drawn) {
        return 1 - all(repeats, repeats - passing, drawn);
    }

    /** Returns C(c, k) / C(n, k) for k up to n. */
    static double allPass(int repeats, int passing, int drawn) {
        return all(repeats, passing, drawn);
    }

    private static double all(int repeats, int passing, int drawn) {
        if (passing < drawn) {
            return 0;
        }
        var chance = 1.0;
        for (var i = 0; i < drawn; i++) {
            chance *= (double) (passing - i) / (repeats - i);
        }
        return chance;
    }
}

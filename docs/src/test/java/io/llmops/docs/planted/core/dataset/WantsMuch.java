package io.llmops.docs.planted.core.dataset;

/** Planted fault: six parameters. */
final class WantsMuch {
    public int sum(int a, int b, int c, int d, int e, int f) {
        return a + b + c + d + e + f;
    }
}

package io.llmops.eval.gate;

/**
 * The confidence of the intervals that decide: one for what passes, one for what fails. Each decision errs on one side of
 * its interval only, so with a chance of (1 − level) / 2.
 */
record Levels(double pass, double fail) {

    static Levels of(double level) {
        return new Levels(level, level);
    }

    /** Returns the levels at which one of so many failures is tested. */
    Levels failingAmong(int conditions) {
        return new Levels(pass, 1 - (1 - fail) / conditions);
    }

    /** Returns the levels at which one of so many passes is tested. */
    Levels passingAmong(int conditions) {
        return new Levels(1 - (1 - pass) / conditions, fail);
    }
}

package io.llmops.eval.metric.text;

import java.util.regex.Pattern;

/** A text that a pattern may look at only so often: one that backtracks without end is stopped. */
final class SteppedText implements CharSequence {

    private static final int MOST_STEPS = 10_000_000;

    private final CharSequence text;
    private int steps;

    private SteppedText(CharSequence text) {
        this.text = text;
    }

    /**
     * Returns whether a pattern is found in a text.
     *
     * @throws IllegalStateException if that takes too many steps
     */
    static boolean contains(Pattern pattern, String text) {
        try {
            return pattern.matcher(new SteppedText(text)).find();
        } catch (StackOverflowError e) {
            throw tooMany();
        }
    }

    private static IllegalStateException tooMany() {
        return new IllegalStateException("the pattern takes more than " + MOST_STEPS + " steps, or too deep ones");
    }

    @Override
    public char charAt(int index) {
        if (steps++ > MOST_STEPS) {
            throw tooMany();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

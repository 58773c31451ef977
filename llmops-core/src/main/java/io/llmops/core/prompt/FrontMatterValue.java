package io.llmops.core.prompt;

import java.math.BigDecimal;
import java.util.List;

/** What stands behind a key of a front matter: one scalar or a list of them, as written. */
record FrontMatterValue(String key, List<String> scalars, boolean list, String file, int line) {

    String text() {
        if (list || scalars.get(0).isBlank()) {
            throw unlike("a text");
        }
        return scalars.get(0);
    }

    List<String> texts() {
        if (scalars.isEmpty() || scalars.contains("")) {
            throw unlike("one text or more");
        }
        return scalars;
    }

    double number(double least, double greatest) {
        var expected = least == -Double.MAX_VALUE
                ? "a number"
                : greatest == Double.MAX_VALUE
                        ? "a number of " + least + " or more"
                        : "a number from " + least + " to " + greatest;
        try {
            var number = new BigDecimal(text()).doubleValue();
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unlike(expected);
        }
        throw unlike(expected);
    }

    int count() {
        try {
            var count = Integer.parseInt(text());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw unlike("a whole number of 1 or more");
        }
        throw unlike("a whole number of 1 or more");
    }

    PromptException unlike(String expected) {
        return new PromptException(
                file, line, "expected " + expected + " for '" + key + "', found " + Excerpt.of(toString()));
    }

    @Override
    public String toString() {
        return list ? scalars.toString() : scalars.get(0);
    }
}

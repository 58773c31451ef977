package io.llmops.eval.junit;

import io.llmops.eval.report.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that fit on one screen, 40 lines of 120 columns: sections, each with a number of lines it may have, a blank line
 * between them.
 */
final class Screen {

    private static final int COLUMNS = 120;

    private final List<String> lines = new ArrayList<>();

    /** Adds a section; an empty one is left out. The last line of one that is too long says how much is missing. */
    Screen section(List<String> section, int most) {
        if (section.isEmpty()) {
            return this;
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        var fits = section.size() <= most;
        section.stream().limit(fits ? most : most - 1L).forEach(line -> lines.add(Shown.of(line, COLUMNS)));
        if (!fits) {
            lines.add("  … " + (section.size() - most + 1) + " more lines, see the report");
        }
        return this;
    }

    /** Adds lines that are of no use when they are cut: a command to copy, a path to open. */
    Screen whole(List<String> section) {
        if (!section.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        section.forEach(line -> lines.add(Shown.of(line, Integer.MAX_VALUE)));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}

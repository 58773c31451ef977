package io.llmops.preprocess.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes as a person reads them: {@code a→b}, {@code -dropped}, {@code +added}, each kind once with how often it was
 * seen, a space as {@code ␣}. Not safe for use by many threads.
 */
public final class Changes {

    private static final int SHOWN = 5;
    private static final int LONGEST = 16;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Begins with no changes. */
    public Changes() {}

    /**
     * Adds a change; two equal texts are none.
     *
     * @param before what was there; empty if something was added
     * @param after what is there now; empty if something was dropped
     */
    public void add(String before, String after) {
        if (before.equals(after)) {
            return;
        }
        var change = before.isEmpty()
                ? "+" + shortened(after)
                : after.isEmpty() ? "-" + shortened(before) : shortened(before) + "→" + shortened(after);
        counts.merge(change, 1, Integer::sum);
    }

    private static String shortened(String text) {
        var visible = text.replace(' ', '␣');
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }

    /** {@return the first five kinds of changes, apart by two spaces, and how many more there are} */
    @Override
    public String toString() {
        var shown = new StringBuilder();
        counts.entrySet().stream().limit(SHOWN).forEach(change -> {
            shown.append(shown.isEmpty() ? "" : "  ").append(change.getKey());
            if (change.getValue() > 1) {
                shown.append(" ×").append(change.getValue());
            }
        });
        return counts.size() <= SHOWN
                ? shown.toString()
                : shown.append("  and ")
                        .append(counts.size() - SHOWN)
                        .append(" more")
                        .toString();
    }
}

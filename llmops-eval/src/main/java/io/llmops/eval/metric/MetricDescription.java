package io.llmops.eval.metric;

import java.util.Objects;
import java.util.Set;

/**
 * What a metric's value is: its name, which values are good, which are possible, and its definition. Immutable.
 *
 * @param name the stable name of the value, e.g. {@code f1/macro}; one part of it may be a placeholder in braces, e.g.
 *     <code>recall/{label}</code>
 * @param direction which values are good
 * @param range which values are possible
 * @param definition one line with the source
 */
public record MetricDescription(String name, Direction direction, Range range, String definition) {

    private static final Set<String> AVERAGES = Set.of("micro", "macro", "weighted", "samples");
    private static final String MARK = "label:";

    /** Refuses null. */
    public MetricDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(definition, "definition");
    }

    /**
     * Returns the name of the value of one label, e.g. {@code recall/refund}. A label that is called like an average is
     * told apart: {@code recall/label:macro}.
     *
     * @param family what every label has a value of
     * @param label any text
     * @return the name
     */
    public static String named(String family, String label) {
        return family + "/" + (AVERAGES.contains(label) || label.startsWith(MARK) ? MARK + label : label);
    }

    /**
     * Returns whether this describes the value of a name.
     *
     * @param valueName the name of a value, e.g. {@code recall/refund}
     * @return true if the name is this one, or fits its placeholder
     */
    public boolean describes(String valueName) {
        var open = name.indexOf('{');
        var close = name.indexOf('}');
        if (open < 0 || close < open) {
            return name.equals(valueName);
        }
        var before = name.substring(0, open);
        var after = name.substring(close + 1);
        return valueName.length() >= before.length() + after.length()
                && valueName.startsWith(before)
                && valueName.endsWith(after);
    }
}

package io.llmops.eval.metric;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a metric's value is: its name, which values are good, which are possible, and its definition. Immutable.
 *
 * @param name the stable name of the value, e.g. {@code f1/macro}; parts of it may be placeholders in braces, e.g.
 *     <code>recall/{label}</code>
 * @param direction which values are good
 * @param range which values are possible
 * @param definition one line with the source
 */
public record MetricDescription(String name, Direction direction, Range range, String definition) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
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
     * @return true if the name is this one, or fits its placeholders
     */
    public boolean describes(String valueName) {
        var at = 0;
        var fixed = PLACEHOLDER.split(name, -1);
        for (var i = 0; i < fixed.length - 1; i++) {
            var found = i == 0 ? (valueName.startsWith(fixed[0]) ? 0 : -1) : valueName.indexOf(fixed[i], at);
            if (found < 0) {
                return false;
            }
            at = found + fixed[i].length();
        }
        var last = fixed[fixed.length - 1];
        return fixed.length == 1
                ? name.equals(valueName)
                : valueName.length() - last.length() >= at && valueName.endsWith(last);
    }

    /**
     * Returns how much of a name is fixed: of two descriptions that fit a value, the one with more is meant.
     *
     * @return the number of characters outside placeholders
     */
    public int fixedLength() {
        return PLACEHOLDER.matcher(name).replaceAll("").length();
    }
}

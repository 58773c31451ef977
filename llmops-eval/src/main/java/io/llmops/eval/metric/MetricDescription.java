package io.llmops.eval.metric;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a metric's value is: its name, which values are good, which are possible, and its definition. Immutable.
 *
 * @param name the stable name of the value, e.g. {@code f1/macro}; parts of it may be placeholders in braces: one letter
 *     for a number, as in <code>ndcg@{k}</code>, a word for any text, as in <code>recall/{label}</code>
 * @param direction which values are good
 * @param range which values are possible
 * @param definition one line with the source
 */
public record MetricDescription(String name, Direction direction, Range range, String definition) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";
    private static final int LETTER = "{k}".length();
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
        if (name.indexOf('{') < 0) {
            return name.equals(valueName);
        }
        var pattern = new StringBuilder();
        var placeholders = PLACEHOLDER.matcher(name);
        var at = 0;
        while (placeholders.find()) {
            pattern.append(Pattern.quote(name.substring(at, placeholders.start())));
            pattern.append(placeholders.group().length() == LETTER ? NUMBER : ".*");
            at = placeholders.end();
        }
        pattern.append(Pattern.quote(name.substring(at)));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(valueName)
                .matches();
    }

    /**
     * Returns the description of all settings of a number, made of that of one: of {@code ndcg@10} with {@code 10} and
     * {@code k} that of <code>ndcg@{k}</code>.
     *
     * @param setting the number as the name, and perhaps the definition, has it
     * @param letter what stands for it
     * @return the changed copy
     */
    public MetricDescription ofAny(String setting, char letter) {
        return new MetricDescription(
                name.replace(setting, "{" + letter + "}"),
                direction,
                range,
                definition.replace(setting, Character.toString(letter)));
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

package io.llmops.preprocess;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML on one line, as a person would: words bare, all else in quotes. */
final class YamlFlow {

    private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9_+./-]*|0|-?[1-9][0-9]*");

    /** What some readers of YAML take for something else than a text. */
    private static final Set<String> NOT_A_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private static final int SHOWN = 40;

    private YamlFlow() {}

    static String of(YamlNode node) {
        if (node instanceof YamlNode.Items items) {
            return items.nodes().stream().map(YamlFlow::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof YamlNode.Fields fields) {
            return fields.nodes().entrySet().stream()
                    .map(field -> text(field.getKey()) + ": " + of(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return text(((YamlNode.Scalar) node).text());
    }

    private static String text(String text) {
        var isBare = BARE.matcher(text).matches() && !NOT_A_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return isBare ? text : quoted(text);
    }

    /** The text in double quotes on one line, with escapes for what is not seen. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : JsonStringEncoder.getInstance().quoteAsString(text)) {
            if (c >= 0x7F && !Character.isLetterOrDigit(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** What is quoted in a message: no more than 40 characters of it. */
    static String excerpt(String text) {
        return text.length() <= SHOWN ? quoted(text) : quoted(text.substring(0, SHOWN)) + "…";
    }
}

package io.llmops.core.model.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may not be written down. The standard masks what looks like a secret: keys of the well-known providers, bearer
 * tokens, JSON web tokens, private keys, passwords in addresses, and every value whose name says that it is one
 * ({@code apiKey}, {@code authorization}, {@code password} …). Add the secrets you know and the personal data you expect.
 * Applied to requests before they are compared, so that a redacted request finds its recording. Immutable.
 */
public final class Redaction {

    private static final String MASK = "[redacted]";
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(api[-_]?key|authorization|passw(or)?d|secret|credential|access[-_]?token|private[-_]?key|cookie).*");
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile(
                    "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]{0,20000}?(-----END [A-Z ]{0,40}PRIVATE KEY-----|$)"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}"),
            Pattern.compile("(?i)\\b(?<=bearer )[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("\\b(sk|pk|rk)[-_][A-Za-z0-9_-]{16,}"),
            Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("\\bAIza[A-Za-z0-9_-]{30,}"),
            Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,})"),
            Pattern.compile("\\bxox[a-z]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("\\b(hf_[A-Za-z0-9]{20,}|gsk_[A-Za-z0-9]{20,})"),
            Pattern.compile("(?i)\\b(?<=://)[^\\s/:@]{0,100}:[^\\s/@]{1,200}(?=@)"),
            Pattern.compile(
                    "(?i)(?<=\\b(api[-_ ]?key|password|passwd|secret|access[-_ ]?token)[\"' ]{0,2}[:=][\"' ]{0,2})[^\\s\"',;]{6,}"));

    private final List<UnaryOperator<String>> masks;

    private Redaction(List<UnaryOperator<String>> masks) {
        this.masks = masks;
    }

    /** {@return the standard} */
    public static Redaction standard() {
        var masks = new ArrayList<UnaryOperator<String>>();
        for (var pattern : SECRETS) {
            masks.add(text -> pattern.matcher(text).replaceAll(Matcher.quoteReplacement(MASK)));
        }
        return new Redaction(List.copyOf(masks));
    }

    /**
     * Returns this with a secret masked wherever it stands.
     *
     * @param secret the secret itself, 4 characters or more; it is kept in memory and nowhere else
     * @return the changed copy
     * @throws IllegalArgumentException if it is shorter, since masking it would garble everything
     */
    public Redaction secret(String secret) {
        if (secret.length() < 4) {
            throw new IllegalArgumentException("expected a secret of 4 characters or more, found " + secret.length());
        }
        return with(text -> text.replace(secret, MASK));
    }

    /**
     * Returns this with each match of a pattern masked.
     *
     * @param pattern the pattern
     * @return the changed copy
     */
    public Redaction pattern(Pattern pattern) {
        return with(text -> pattern.matcher(text).replaceAll(Matcher.quoteReplacement(MASK)));
    }

    /**
     * Returns this with every text changed.
     *
     * @param mask takes a text that is to be written, returns what is written instead; the same for the same text
     * @return the changed copy
     */
    public Redaction with(UnaryOperator<String> mask) {
        var more = new ArrayList<>(masks);
        more.add(mask);
        return new Redaction(List.copyOf(more));
    }

    JsonNode redact(JsonNode json) {
        if (json instanceof ObjectNode object) {
            var redacted = object.objectNode();
            object.properties()
                    .forEach(entry -> redacted.set(redact(entry.getKey()), value(entry.getKey(), entry.getValue())));
            return redacted;
        }
        if (json instanceof ArrayNode array) {
            var redacted = array.arrayNode();
            array.forEach(element -> redacted.add(redact(element)));
            return redacted;
        }
        return json.isTextual() ? TextNode.valueOf(redact(json.textValue())) : json;
    }

    private JsonNode value(String name, JsonNode value) {
        return value.isTextual() && SECRET_NAME.matcher(name).matches() ? TextNode.valueOf(MASK) : redact(value);
    }

    private String redact(String text) {
        var redacted = text;
        for (var mask : masks) {
            redacted = mask.apply(redacted);
        }
        return redacted;
    }
}

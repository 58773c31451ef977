package io.llmops.core.prompt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between two {@code ---} at the head of a template: a name, a version, parameters of the model. */
final class FrontMatter {

    private static final YAMLFactory YAML = YAMLFactory.builder().build();
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final int FIRST_LINE = 2;

    private final String file;
    private final PromptParameters parameters = new PromptParameters();
    private final Set<String> keys = new HashSet<>();
    private @Nullable String name;
    private @Nullable String version;

    private FrontMatter(String file) {
        this.file = file;
    }

    /** Reads the lines between the two marks; the first of them is the second of the file. */
    static PromptHead parse(List<String> lines, String file) {
        var matter = new FrontMatter(file);
        try (var parser = YAML.createParser(String.join("\n", lines))) {
            if (parser.nextToken() != null) {
                matter.read(parser);
            }
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw new PromptException(
                    file,
                    location == null ? 1 : FIRST_LINE - 1 + location.getLineNr(),
                    "expected YAML, found what is none: " + Excerpt.of(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new PromptException(file, "expected YAML that can be read", e);
        }
        return matter.head();
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new PromptException(file, line(parser), "expected 'key: value' lines between the two ---");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            var line = line(parser);
            if (!keys.add(key)) {
                throw new PromptException(file, line, "expected each key once, found " + Excerpt.of(key) + " again");
            }
            parser.nextToken();
            set(value(parser, key, line));
        }
    }

    private FrontMatterValue value(JsonParser parser, String key, int line) throws IOException {
        var token = parser.currentToken();
        if (isText(token)) {
            return new FrontMatterValue(key, List.of(parser.getText()), false, file, line);
        }
        if (token != JsonToken.START_ARRAY) {
            var found = token == JsonToken.VALUE_NULL ? "none" : "nested keys";
            throw new PromptException(file, line, "expected a value for " + Excerpt.of(key) + ", found " + found);
        }
        var scalars = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!isText(parser.currentToken())) {
                throw new PromptException(file, line(parser), "expected a list of texts for " + Excerpt.of(key));
            }
            scalars.add(parser.getText());
        }
        return new FrontMatterValue(key, List.copyOf(scalars), true, file, line);
    }

    private static boolean isText(@Nullable JsonToken token) {
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
    }

    private static int line(JsonParser parser) {
        return FIRST_LINE - 1 + parser.currentTokenLocation().getLineNr();
    }

    private void set(FrontMatterValue value) {
        if (value.key().equals(NAME)) {
            name = value.text();
        } else if (value.key().equals(VERSION)) {
            version = value.text();
        } else if (PromptParameters.KEYS.contains(value.key())) {
            parameters.set(value.key(), value);
        } else {
            var known = new ArrayList<>(List.of(NAME, VERSION));
            known.addAll(PromptParameters.KEYS);
            throw new PromptException(file, value.line(), "no key " + Excerpt.of(value.key()) + "; there are " + known);
        }
    }

    private PromptHead head() {
        return new PromptHead(
                Optional.ofNullable(name), Optional.ofNullable(version), parameters.build(), parameters.settings());
    }
}

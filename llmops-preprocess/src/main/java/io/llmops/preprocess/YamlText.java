package io.llmops.preprocess;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML as texts, lists and fields, and nothing else: tags, aliases, a second document and a second field of one name
 * are refused. Not safe for use by many threads.
 */
final class YamlText {

    static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 20;
    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final YAMLParser parser;
    private final @Nullable String source;

    private YamlText(YAMLParser parser, @Nullable String source) {
        this.parser = parser;
        this.source = source;
    }

    static YamlNode read(String text, @Nullable String source) {
        var start = new YamlMark(source, 1);
        if (text.length() > LONGEST) {
            throw start.error("expected YAML of " + LONGEST + " characters at most, found " + text.length());
        }
        try (var parser = YAML.createParser(text)) {
            return new YamlText(parser, source).document();
        } catch (JacksonException e) {
            var place = e.getLocation();
            var mark = place == null ? start : new YamlMark(source, place.getLineNr());
            throw mark.error(
                    "expected YAML, found what is none: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw start.error("expected YAML that can be read", e);
        }
    }

    private YamlNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw mark().error("expected YAML, found nothing");
        }
        var root = node(0);
        if (parser.nextToken() != null) {
            throw mark().error("expected one document, found a second one");
        }
        return root;
    }

    private YamlNode node(int depth) throws IOException {
        var mark = mark();
        refuseWhatIsNotPlain(mark, depth);
        var token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            var nodes = new ArrayList<YamlNode>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                nodes.add(node(depth + 1));
            }
            return new YamlNode.Items(nodes, mark);
        }
        if (token == JsonToken.START_OBJECT) {
            return fields(mark, depth);
        }
        if (token == JsonToken.VALUE_NULL && !"null".equals(parser.getText())) {
            throw mark.error("expected a value, found none");
        }
        return new YamlNode.Scalar(parser.getText(), mark);
    }

    private YamlNode fields(YamlMark mark, int depth) throws IOException {
        var nodes = new LinkedHashMap<String, YamlNode>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var here = mark();
            refuseWhatIsNotPlain(here, depth);
            parser.nextToken();
            if (nodes.put(name, node(depth + 1)) != null) {
                throw here.error("expected each field once, found " + YamlFlow.excerpt(name) + " again");
            }
        }
        return new YamlNode.Fields(nodes, mark);
    }

    private void refuseWhatIsNotPlain(YamlMark mark, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw mark.error("expected " + DEEPEST + " levels at most, found more");
        }
        if (parser.isCurrentAlias()) {
            throw mark.error("expected no alias, found one of " + YamlFlow.excerpt(parser.getText()));
        }
        if (parser.getTypeId() != null) {
            throw mark.error("expected no tag, found " + YamlFlow.excerpt(String.valueOf(parser.getTypeId())));
        }
    }

    private YamlMark mark() {
        return new YamlMark(source, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }
}

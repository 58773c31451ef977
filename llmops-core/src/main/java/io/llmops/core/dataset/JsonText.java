package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/** Reads JSON under limits, and says what is wrong with it in our words. Safe for use by many threads. */
final class JsonText {

    private static final ObjectReader TREES =
            RowMapper.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at [^)]*\\)?[^)]*\\)");

    private final String source;
    private final Limits limits;
    private final JsonFactory factory;

    JsonText(String source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.field())
                        .build())
                .build();
    }

    JsonParser parser(Reader reader) throws IOException {
        return factory.createParser(reader);
    }

    JsonParser parser(char[] characters) throws IOException {
        return factory.createParser(characters);
    }

    /** Reads one value after another off UTF-8, which is not checked. */
    MappingIterator<JsonNode> trees(byte[] bytes, int offset, int length) throws IOException {
        return TREES.readValues(factory.createParser(bytes, offset, length));
    }

    /** Reads the value that begins with the parser's token. */
    JsonNode tree(JsonParser parser) throws IOException {
        return TREES.readTree(parser);
    }

    /** What went wrong on that line; 0 if none is known. */
    DataException problem(long line, IOException e) {
        if (!(e instanceof JsonProcessingException problem)) {
            return DataException.unreadable(source, line, e);
        }
        var location = problem.getLocation();
        if (e instanceof StreamConstraintsException
                && problem.getOriginalMessage().startsWith("String value")) {
            return DataException.at(source, line, limits.fieldTooLong(), e);
        }
        if (problem.getOriginalMessage().startsWith("Unexpected end-of-input")) {
            return DataException.at(source, line, "expected the rest of the JSON, found its end", e);
        }
        var column = location == null ? "" : " in column " + location.getColumnNr();
        var words = START_MARKER.matcher(problem.getOriginalMessage()).replaceAll("");
        return DataException.at(source, line, "expected JSON, found a mistake" + column + ": " + words, e);
    }
}

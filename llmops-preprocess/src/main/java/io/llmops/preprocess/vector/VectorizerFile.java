package io.llmops.preprocess.vector;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.LlmopsException;
import io.llmops.preprocess.token.Analyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Vectorizers as JSON. What a chain of terms does is not in the file, only what it is called. */
final class VectorizerFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 300;

    private VectorizerFile() {}

    /** What every file of ours says: its format, and what its chain of terms is called. */
    interface Content {

        /** {@return the format with its version; null in a file that is not ours} */
        @Nullable
        String format();

        /** {@return what the chain of terms is called; null in a file that is not ours} */
        @Nullable
        String terms();
    }

    static void write(Path file, Content content) {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new LlmopsException("cannot write the vectorizer to " + file, e);
        }
    }

    static <C extends Content, V> V read(Path file, Class<C> type, String format, Function<C, V> vectorizer) {
        try {
            var content = JSON.readValue(file.toFile(), type);
            if (!format.equals(content.format())) {
                throw new LlmopsException(file + ": expected format " + format + ", found " + content.format());
            }
            return vectorizer.apply(content);
        } catch (JacksonException e) {
            throw new LlmopsException(file + ": expected a vectorizer as JSON, found " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new LlmopsException("cannot read the vectorizer from " + file, e);
        } catch (NullPointerException e) {
            throw new LlmopsException(file + ": expected a field, found none: " + e.getMessage(), e);
        }
    }

    static void requireSameTerms(Content content, Analyzer analyzer) {
        var found = nameOf(analyzer);
        if (!found.equals(content.terms())) {
            throw new IllegalArgumentException("expected the terms the vectorizer was made for, "
                    + shortened(String.valueOf(content.terms())) + ", found " + shortened(found));
        }
    }

    private static String shortened(String name) {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    static String nameOf(Analyzer analyzer) {
        return analyzer.describe().map(Object::toString).orElse(analyzer.toString());
    }
}

package io.llmops.preprocess.vector;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.LlmopsException;
import io.llmops.preprocess.token.Analyzer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fitted vectorizer as JSON. */
final class VectorizerFile {

    private static final String FORMAT = "llmops-vectorizer/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private VectorizerFile() {}

    /** The file's fields; any may be missing from a file that is not ours. */
    record Content(
            @Nullable String format,
            @Nullable String terms,
            @Nullable Settings settings,
            @Nullable List<String> vocabulary,
            @Nullable List<Double> idf) {}

    /** The settings that make vectors. */
    record Settings(int minNgram, int maxNgram, @Nullable Weighting weighting) {}

    static void write(Path file, FittedVectorizer vectorizer) {
        var recipe = vectorizer.recipe();
        var settings = new Settings(recipe.ngrams().min(), recipe.ngrams().max(), recipe.weighting());
        var content = new Content(
                FORMAT,
                nameOf(recipe.analyzer()),
                settings,
                vectorizer.vocabulary().terms(),
                Arrays.stream(vectorizer.idf()).boxed().toList());
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new LlmopsException("cannot write the vectorizer to " + file, e);
        }
    }

    static FittedVectorizer read(Path file, Analyzer analyzer) {
        try {
            var content = JSON.readValue(file.toFile(), Content.class);
            if (!FORMAT.equals(content.format())) {
                throw new LlmopsException(file + ": expected format " + FORMAT + ", found " + content.format());
            }
            return vectorizer(content, analyzer);
        } catch (JacksonException e) {
            throw new LlmopsException(file + ": expected a vectorizer as JSON, found " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new LlmopsException("cannot read the vectorizer from " + file, e);
        } catch (NullPointerException e) {
            throw new LlmopsException(file + ": expected a field, found none: " + e.getMessage(), e);
        }
    }

    private static FittedVectorizer vectorizer(Content content, Analyzer analyzer) {
        if (!nameOf(analyzer).equals(content.terms())) {
            throw new IllegalArgumentException("expected the terms the vectorizer was fitted on, " + content.terms()
                    + ", found " + nameOf(analyzer));
        }
        var settings = Objects.requireNonNull(content.settings(), "settings");
        var weighting = Objects.requireNonNull(settings.weighting(), "weighting");
        var vocabulary = new Vocabulary(Objects.requireNonNull(content.vocabulary(), "vocabulary"));
        var idf = Objects.requireNonNull(content.idf(), "idf");
        if (idf.size() != vocabulary.size()) {
            throw new LlmopsException("expected " + vocabulary.size() + " weights, found " + idf.size());
        }
        var weights = idf.stream().mapToDouble(Double::doubleValue).toArray();
        var ngrams = new Ngrams(settings.minNgram(), settings.maxNgram());
        return new FittedVectorizer(new Recipe(analyzer, ngrams, weighting), vocabulary, weights);
    }

    private static String nameOf(Analyzer analyzer) {
        return analyzer.describe().map(Object::toString).orElse(analyzer.toString());
    }
}

package io.llmops.preprocess.vector;

import io.llmops.core.LlmopsException;
import io.llmops.preprocess.token.Analyzer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of a fitted vectorizer; any field may be missing from a file that is not ours. Immutable. */
record FittedContent(
        @Nullable String format,
        @Nullable String terms,
        @Nullable Settings settings,
        @Nullable List<String> vocabulary,
        @Nullable List<Double> idf)
        implements VectorizerFile.Content {

    static final String FORMAT = "llmops-vectorizer/1";

    static FittedContent of(FittedVectorizer vectorizer) {
        return new FittedContent(
                FORMAT,
                VectorizerFile.nameOf(vectorizer.recipe().analyzer()),
                Settings.of(vectorizer.recipe()),
                vectorizer.vocabulary().terms(),
                Arrays.stream(vectorizer.idf()).boxed().toList());
    }

    FittedVectorizer vectorizer(Analyzer analyzer) {
        VectorizerFile.requireSameTerms(this, analyzer);
        var recipe = Objects.requireNonNull(settings, "settings").recipe(analyzer);
        var words = new Vocabulary(Objects.requireNonNull(vocabulary, "vocabulary"));
        var weights = Objects.requireNonNull(idf, "idf");
        if (weights.size() != words.size()) {
            throw new LlmopsException("expected " + words.size() + " weights, found " + weights.size());
        }
        return new FittedVectorizer(
                recipe, words, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

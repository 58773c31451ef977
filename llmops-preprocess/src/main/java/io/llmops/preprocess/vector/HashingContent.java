package io.llmops.preprocess.vector;

import io.llmops.preprocess.token.Analyzer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of a hashing vectorizer; any field may be missing from a file that is not ours. Immutable. */
record HashingContent(
        @Nullable String format,
        @Nullable String terms,
        @Nullable Settings settings,
        int features,
        boolean signed) implements VectorizerFile.Content {

    static final String FORMAT = "llmops-hashing-vectorizer/1";

    HashingVectorizer vectorizer(Analyzer analyzer) {
        VectorizerFile.requireSameTerms(this, analyzer);
        var recipe = Objects.requireNonNull(settings, "settings").recipe(analyzer);
        return new HashingVectorizer(recipe, features, signed);
    }
}

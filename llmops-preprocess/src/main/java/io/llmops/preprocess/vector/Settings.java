package io.llmops.preprocess.vector;

import io.llmops.preprocess.token.Analyzer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a recipe in a file, all but its terms. Immutable. */
record Settings(int minNgram, int maxNgram, @Nullable Weighting weighting) {

    static Settings of(Recipe recipe) {
        return new Settings(recipe.ngrams().min(), recipe.ngrams().max(), recipe.weighting());
    }

    Recipe recipe(Analyzer analyzer) {
        return new Recipe(analyzer, new Ngrams(minNgram, maxNgram), Objects.requireNonNull(weighting, "weighting"));
    }
}

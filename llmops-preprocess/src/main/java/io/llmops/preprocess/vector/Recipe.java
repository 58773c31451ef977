package io.llmops.preprocess.vector;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.token.Analyzer;
import java.util.Optional;
import java.util.function.Consumer;

/** How a text becomes weighted terms: what a vectorizer is before and after it was fitted. Immutable. */
record Recipe(Analyzer analyzer, Ngrams ngrams, Weighting weighting) {

    void forEachTerm(String text, Consumer<String> action) {
        ngrams.forEach(analyzer.terms(text), action);
    }

    Optional<Description> describe(String kind) {
        return analyzer.describe()
                .map(chain -> Description.of(kind)
                        .with("terms", chain)
                        .with("ngrams", ngrams.min() + ".." + ngrams.max())
                        .with("binary", weighting.binary())
                        .with("sublinear", weighting.sublinear())
                        .with("idf", weighting.idf())
                        .with("norm", weighting.norm()));
    }
}

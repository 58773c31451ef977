package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.List;
import java.util.Optional;

/** An analyzer seen as a stage that returns terms. */
record TermsStage(Analyzer analyzer) implements Stage<String, List<String>> {

    @Override
    public List<String> apply(String text) {
        return analyzer.terms(text);
    }

    @Override
    public Optional<Description> describe() {
        return analyzer.describe().map(chain -> Description.of("terms").with("chain", chain));
    }

    @Override
    public String toString() {
        return analyzer.toString();
    }
}

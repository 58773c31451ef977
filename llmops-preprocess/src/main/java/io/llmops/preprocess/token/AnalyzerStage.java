package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.Optional;
import java.util.function.Function;

/** An analyzer seen as a stage that returns something else than tokens. Safe for use by many threads. */
record AnalyzerStage<O>(String kind, Analyzer analyzer, Function<String, O> function) implements Stage<String, O> {

    @Override
    public O apply(String text) {
        return function.apply(text);
    }

    @Override
    public Optional<Description> describe() {
        return analyzer.describe().map(chain -> Description.of(kind).with("chain", chain));
    }

    @Override
    public String toString() {
        return analyzer.toString();
    }
}

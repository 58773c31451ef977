package io.llmops.eval.metric.regression;

import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Example;
import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.golden.GoldenPairs;

/** Correlation of a model's scores with people's, of whole datasets. */
public final class RealCorrelationGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var file = DatasetFiles.path(golden.input().get("file").textValue());
        var x = golden.input().get("x").textValue();
        var y = golden.input().get("y").textValue();
        var examples = Datasets.tsv(file)
                .withoutQuotes()
                .read(row -> Double.valueOf(row.text(x)), row -> Double.valueOf(row.text(y)))
                .examples();
        var pairs = GoldenPairs.of(
                examples.stream().map(Example::input).toList(),
                examples.stream().map(Example::reference).toList());
        var values = pairs.values(Regression.correlation(), Number.class);
        checks.that(examples::size, "n");
        checks.that(GoldenPairs.value(values, "pearson"), "pearson");
        checks.that(GoldenPairs.value(values, "spearman"), "spearman");
        checks.that(GoldenPairs.value(values, "kendall"), "kendall_b");
    }
}

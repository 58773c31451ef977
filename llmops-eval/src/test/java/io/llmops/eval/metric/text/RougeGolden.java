package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.List;

/** rouge_score's ROUGE, and ROUGE-1.5.5's. */
public final class RougeGolden implements GoldenChecker {

    private static final List<RougeVariant> OF_ROUGE_SCORE = List.of(
            RougeVariant.ROUGE_1,
            RougeVariant.ROUGE_2,
            RougeVariant.ROUGE_3,
            RougeVariant.ROUGE_4,
            RougeVariant.ROUGE_L,
            RougeVariant.ROUGE_LSUM);

    private final boolean perl;

    public RougeGolden(boolean perl) {
        this.perl = perl;
    }

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var input = golden.input();
        var references = input.has("targets")
                ? Segments.texts(input.get("targets"))
                : List.of(input.get("target").textValue());
        var segments = Segments.of(List.of(input.get("prediction").textValue()), List.of(references));
        for (var stemming : List.of(false, true)) {
            var rouge = TextMetrics.rouge().withStemming(stemming);
            var all = segments.points((perl ? rouge.asPerlScript() : rouge).withVariants(RougeVariant.values()));
            for (var variant : perl ? List.of(RougeVariant.values()) : OF_ROUGE_SCORE) {
                var theirs = perl ? perlName(variant) : variant.label();
                var group = stemming ? "stem" : "no_stem";
                checks.that(() -> all.get(variant.label() + "/precision"), group, theirs, "precision");
                checks.that(() -> all.get(variant.label() + "/recall"), group, theirs, "recall");
                checks.that(() -> all.get(variant.label() + "/f"), group, theirs, "fmeasure");
            }
        }
    }

    private static String perlName(RougeVariant variant) {
        return switch (variant) {
            case ROUGE_1 -> "ROUGE-1";
            case ROUGE_2 -> "ROUGE-2";
            case ROUGE_LSUM -> "ROUGE-L";
            case ROUGE_W -> "ROUGE-W-1.2";
            case ROUGE_S4 -> "ROUGE-S4";
            case ROUGE_SU4 -> "ROUGE-SU4";
            default -> "none";
        };
    }
}

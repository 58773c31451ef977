package io.llmops.eval.metric.span;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.List;
import java.util.function.Function;

/** seqeval's spans and reports, strict and lenient, and conlleval's report. */
public final class NerSpansGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var references = TaggedCase.sequences(golden.input().get("y_true"));
        var answers = TaggedCase.sequences(golden.input().get("y_pred"));
        var scheme = TagScheme.valueOf(golden.params().get("scheme").textValue());
        checks.that(() -> spans(references, TagScheme::lenientSpans), "entities_default_true");
        checks.that(() -> spans(answers, TagScheme::lenientSpans), "entities_default_pred");
        checks.that(() -> spans(references, scheme::spans), "entities_strict_true");
        checks.that(() -> spans(answers, scheme::spans), "entities_strict_pred");
        var tagged = TaggedCase.of(references, answers);
        checks.that(tagged::tokenAccuracy, "accuracy");
        tagged.checkReports(golden, checks, "default", TagScheme::lenientSpans);
        tagged.checkReports(golden, checks, "strict", scheme::spans);
        tagged.checkConlleval(golden, checks, "conlleval");
    }

    /** The file's spans end at their last token. */
    private static List<?> spans(List<List<String>> sequences, Function<List<String>, List<EntitySpan>> decoder) {
        return sequences.stream()
                .map(tags -> decoder.apply(tags).stream()
                        .map(span -> List.of(span.type(), span.start(), span.end() - 1))
                        .toList())
                .toList();
    }
}

package io.llmops.eval.metric.span;

import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.ArrayList;
import java.util.List;

/** seqeval's and conlleval's reports of whole systems of the WNUT17 shared task. */
public final class NerSystemsGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var references = tags(golden.input().get("gold_file").textValue());
        var answers = tags(golden.input().get("pred_file").textValue());
        var tagged = TaggedCase.of(references, answers);
        checks.that(references::size, "sentences");
        checks.that(tagged::tokenAccuracy, "accuracy");
        tagged.checkReports(golden, checks, "default", TagScheme::lenientSpans);
        tagged.checkReports(golden, checks, "strict_IOB2", TagScheme.IOB2::spans);
        tagged.checkConlleval(golden, checks, "conlleval");
    }

    /** One token a line, its tag in the last column; sentences end at an empty line. */
    private static List<List<String>> tags(String file) {
        var sentences = new ArrayList<List<String>>();
        var sentence = new ArrayList<String>();
        for (var line : DatasetFiles.lines(file)) {
            if (line.isBlank()) {
                if (!sentence.isEmpty()) {
                    sentences.add(List.copyOf(sentence));
                    sentence.clear();
                }
            } else {
                sentence.add(line.substring(line.lastIndexOf('\t') + 1).strip());
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(List.copyOf(sentence));
        }
        return sentences;
    }
}

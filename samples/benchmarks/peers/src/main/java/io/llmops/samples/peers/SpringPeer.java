package io.llmops.samples.peers;

import io.llmops.samples.benchmarks.Line;
import java.util.List;
import java.util.Locale;

/** Answers judged by a model in the process that says yes at once, one after another, both sides with the same prompt. */
final class SpringPeer {

    private static final int ANSWERS = 50_000;

    private SpringPeer() {}

    static List<Line> lines() throws Exception {
        var answers = Grounded.draw(ANSWERS);
        var ours = new OurJudge();
        var theirs = new SpringJudge();
        var line = Race.of(
                String.format(
                        Locale.ROOT, "%,d answers judged by a model that says yes at once, one at a time", ANSWERS),
                () -> allYes(ours.judge(answers)),
                "Spring AI 1.1.2 relevancy evaluator in a loop",
                () -> allYes(theirs.judge(answers)));
        if (ours.read() != theirs.read()) {
            throw new IllegalStateException("expected models shown as much on both sides, found " + ours.read()
                    + " characters here and " + theirs.read() + " there");
        }
        return List.of(line);
    }

    private static double allYes(double share) {
        if (share != 1) {
            throw new IllegalStateException("expected a yes to every answer, found a share of " + share);
        }
        return share;
    }
}

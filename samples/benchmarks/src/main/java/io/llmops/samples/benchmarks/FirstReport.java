package io.llmops.samples.benchmarks;

import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.classification.Classification;
import io.llmops.eval.report.Reports;
import io.llmops.samples.supportdesk.SupportDesk;

/** From the start of the machine to the first report: a router learnt from the samples' messages and evaluated on them. */
public final class FirstReport {

    private FirstReport() {}

    /**
     * Prints a report.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        var tickets = SupportDesk.tickets();
        var run = Evaluation.of(tickets, SupportDesk.lexicalRouter(tickets, SupportDesk.terms()))
                .metrics(Classification.report())
                .run();
        System.out.println(Reports.text(run));
    }

    /** The same machine without us: it has the same class path and prints a line. */
    public static final class Nothing {

        private Nothing() {}

        /**
         * Prints a line.
         *
         * @param arguments none
         */
        public static void main(String... arguments) {
            System.out.println("nothing");
        }
    }
}

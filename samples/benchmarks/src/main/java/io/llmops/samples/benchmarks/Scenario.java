package io.llmops.samples.benchmarks;

import java.util.List;

/** What JMH can't measure: whole evaluations and whole processes. */
@FunctionalInterface
interface Scenario {

    /** Returns its rows; the full run takes more time for the same. */
    List<Line> run(boolean full) throws Exception;
}

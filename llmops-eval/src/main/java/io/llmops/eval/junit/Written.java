package io.llmops.eval.junit;

import io.llmops.eval.run.EvaluationRun;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The report of each run. A run with other metrics has the report of the run it was made of. */
final class Written {

    private final Map<Object, RunReport> reports = Collections.synchronizedMap(new IdentityHashMap<>());

    void put(EvaluationRun<?, ?, ?> run, RunReport report) {
        reports.put(run.observations(), report);
    }

    Optional<RunReport> of(EvaluationRun<?, ?, ?> run) {
        return Optional.ofNullable(reports.get(run.observations()));
    }
}

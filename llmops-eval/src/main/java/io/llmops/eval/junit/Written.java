package io.llmops.eval.junit;

import io.llmops.eval.run.EvaluationRun;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the report of each run was written to. A run with other metrics has the report of the run it was made of. */
final class Written {

    private final Map<Object, Path> files = Collections.synchronizedMap(new IdentityHashMap<>());

    void put(EvaluationRun<?, ?, ?> run, Path file) {
        files.put(run.observations(), file);
    }

    Optional<Path> of(EvaluationRun<?, ?, ?> run) {
        return Optional.ofNullable(files.get(run.observations()));
    }
}

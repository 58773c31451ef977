package io.llmops.eval;

import io.llmops.eval.run.RunLog;
import java.util.Objects;

/** A log and the type of the answers in it. Immutable. */
record LogOf<O>(RunLog log, Class<O> answer) {

    LogOf {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(answer, "answer");
    }
}

package io.llmops.core.model.resilience;

import dev.langchain4j.exception.LangChain4jException;
import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;

/** Waiting that can be interrupted, and then keeps the thread's flag. */
final class Waiting {

    private Waiting() {}

    static void sleep(Timekeeper time, Duration wait) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static LangChain4jException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LangChain4jException("interrupted while a call waited", e);
    }
}

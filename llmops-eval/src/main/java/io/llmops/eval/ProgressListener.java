package io.llmops.eval;

import io.llmops.core.model.resilience.Budget;
import java.util.Optional;

/**
 * Is told how far an evaluation is, after every example, by one thread at a time. What it throws ends the evaluation. Need
 * not be safe for use by many threads.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes the news.
     *
     * @param progress how far the evaluation is
     */
    void onProgress(Progress progress);

    /** {@return one that does nothing} */
    static ProgressListener none() {
        return progress -> {};
    }

    /** {@return one that keeps a line on the terminal up to date; it does nothing where there is no terminal} */
    static ProgressListener terminal() {
        return TerminalProgress.create(Optional::empty);
    }

    /**
     * Returns one as {@link #terminal()} that also tells what has been spent.
     *
     * @param budget counts the money; of an evaluation's models, with prices
     * @return the listener
     */
    static ProgressListener terminal(Budget budget) {
        return TerminalProgress.create(() -> Optional.of(budget.spent().money()));
    }
}

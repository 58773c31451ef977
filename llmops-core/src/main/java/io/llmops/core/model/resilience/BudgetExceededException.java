package io.llmops.core.model.resilience;

import io.llmops.core.pipeline.StopException;
import java.io.Serial;

/**
 * A call was not made, because it could have gone over a budget. An evaluation stops at it, so that the rest can be done
 * with a larger budget. Immutable.
 */
public final class BudgetExceededException extends StopException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Spending spent;

    BudgetExceededException(String what, Object limit, Object wouldBe, Spending spent) {
        super("the call was not made: expected at most " + limit + " " + what + ", found up to " + wouldBe
                + " with this call and those under way");
        this.spent = spent;
    }

    /** {@return what had been spent by then, without calls under way} */
    public Spending spent() {
        return spent;
    }
}

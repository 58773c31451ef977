package io.llmops.core.model.resilience;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hard stop on calls, tokens or money. Before each call its estimate is set aside, so that many threads together stay
 * below the limit; afterwards what the model counted takes its place. A call that could go over throws
 * {@link BudgetExceededException} and is not made, and neither is any after it that could.
 *
 * <p>The estimate: a token for each four characters sent, and as many received as the request or the model's defaults
 * allow, or 1,000. Set {@code maxOutputTokens}: without it, one answer may cost more than its estimate, and the budget may
 * be overdrawn by the difference. A call that failed is one call; its tokens are charged as sent, unless the endpoint
 * refused it (a 429 or another client error), when nothing is. A model that doesn't count is charged its estimate.
 *
 * <p>One budget may be shared by several models. A changed copy has spent nothing. Safe for use by many threads.
 */
public final class Budget implements Decorator {

    private final Limits limits;
    private Spending spent = Spending.NONE;
    private Spending reserved = Spending.NONE;

    private record Limits(
            @Nullable Long calls,
            @Nullable Long tokens,
            @Nullable BigDecimal money,
            @Nullable PriceTable prices) {}

    private Budget(Limits limits) {
        this.limits = limits;
    }

    /** {@return no limit yet; it only counts} */
    public static Budget unlimited() {
        return new Budget(new Limits(null, null, null, null));
    }

    /**
     * Returns this with a limit on calls, failed ones included.
     *
     * @param most how many; 0 or more
     * @return the changed copy
     */
    public Budget calls(long most) {
        return new Budget(new Limits(notNegative(most), limits.tokens(), limits.money(), limits.prices()));
    }

    /**
     * Returns this with a limit on tokens, sent and received together.
     *
     * @param most how many; 0 or more
     * @return the changed copy
     */
    public Budget tokens(long most) {
        return new Budget(new Limits(limits.calls(), notNegative(most), limits.money(), limits.prices()));
    }

    /**
     * Returns this with a limit on money.
     *
     * @param most how much, in the currency of the prices
     * @param prices what the models cost; a call to one that isn't in the table is refused
     * @return the changed copy
     */
    public Budget money(BigDecimal most, PriceTable prices) {
        if (most.signum() < 0) {
            throw new IllegalArgumentException("expected a budget of 0 or more, found " + most);
        }
        return new Budget(new Limits(limits.calls(), limits.tokens(), most, Objects.requireNonNull(prices, "prices")));
    }

    /**
     * Returns this with prices, to count money without a limit on it.
     *
     * @param prices what the models cost
     * @return the changed copy
     */
    public Budget prices(PriceTable prices) {
        return new Budget(
                new Limits(limits.calls(), limits.tokens(), limits.money(), Objects.requireNonNull(prices, "prices")));
    }

    /** {@return what has been spent, without calls under way} */
    public synchronized Spending spent() {
        return spent;
    }

    /**
     * Returns what requests would cost at most by this budget's estimate, before any is made.
     *
     * @param model the name of the model
     * @param requests the requests
     * @return the estimate
     * @throws IllegalArgumentException if there are prices but none for the model
     */
    public Spending estimate(String model, Iterable<ChatRequest> requests) {
        var sum = Spending.NONE;
        for (var request : requests) {
            var most = request.parameters().maxOutputTokens();
            sum = sum.plus(cost(
                    price(Optional.of(model)),
                    TokenEstimate.input(request),
                    most == null ? TokenEstimate.UNBOUNDED_OUTPUT : most));
        }
        return sum;
    }

    @Override
    public Layer layer() {
        return Layer.BUDGET;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        var price = price(call.modelName());
        var input = TokenEstimate.input(call.request());
        var estimate = cost(price, input, TokenEstimate.output(call));
        reserve(call, estimate);
        var actual = estimate;
        try {
            var response = next.chat(call);
            actual = counted(price, response, estimate);
            return response;
        } catch (RuntimeException e) {
            var refused = e instanceof NonRetriableException || Failures.isRateLimit(e);
            actual = refused ? cost(price, 0, 0) : cost(price, input, 0);
            throw e;
        } finally {
            settle(estimate, actual);
        }
    }

    private synchronized void reserve(ChatCall call, Spending estimate) {
        var wouldBe = spent.plus(reserved).plus(estimate);
        var calls = limits.calls();
        var tokens = limits.tokens();
        var money = limits.money();
        BudgetExceededException over = null;
        if (calls != null && wouldBe.calls() > calls) {
            over = new BudgetExceededException("calls", calls, wouldBe.calls(), spent);
        } else if (tokens != null && wouldBe.tokens() > tokens) {
            over = new BudgetExceededException("tokens", tokens, wouldBe.tokens(), spent);
        } else if (money != null && wouldBe.money().compareTo(money) > 0) {
            over = new BudgetExceededException(
                    "in money", money.toPlainString(), wouldBe.money().toPlainString(), spent);
        }
        if (over != null) {
            call.listener().on(new CallEvent.Refused(CallEvent.CallId.of(call), "budget"));
            throw over;
        }
        reserved = reserved.plus(estimate);
    }

    private synchronized void settle(Spending estimate, Spending actual) {
        reserved = reserved.minus(estimate);
        spent = spent.plus(actual);
    }

    private static Spending counted(@Nullable Price price, ChatResponse response, Spending estimate) {
        var usage = response.tokenUsage();
        var input = usage == null ? null : usage.inputTokenCount();
        var output = usage == null ? null : usage.outputTokenCount();
        return input == null || output == null || input < 0 || output < 0 ? estimate : cost(price, input, output);
    }

    private @Nullable Price price(Optional<String> model) {
        var prices = limits.prices();
        if (prices == null) {
            return null;
        }
        return model.flatMap(prices::find)
                .orElseThrow(() -> new IllegalArgumentException("expected a price for model "
                        + model.map(it -> "'" + it + "'").orElse("(name not told)") + ", found prices for "
                        + prices.prices().keySet()));
    }

    private static Spending cost(@Nullable Price price, long input, long output) {
        return new Spending(1, input + output, price == null ? BigDecimal.ZERO : price.of(input, output));
    }

    private static long notNegative(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("expected a budget of 0 or more, found " + most);
        }
        return most;
    }
}

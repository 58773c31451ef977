package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedModel;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FallbackAndBreakerTest {

    private final RuntimeException down = new InternalServerException("down");

    @Test
    void asksOneModelAfterAnother() {
        var events = new ArrayList<CallEvent>();
        var third = ScriptedModel.answering("fine");
        var model = Decorators.of(Fallback.to(ScriptedModel.failing(new AuthenticationException("key")), third))
                .listener(events::add)
                .around(ScriptedModel.failing(down));

        assertThat(model.chat("hello")).isEqualTo("fine");
        assertThat(events).filteredOn(CallEvent.FellBack.class::isInstance).hasSize(2);
        assertThat(third.asked().get(0).modelName()).as("its own default").isEqualTo("scripted-1");
    }

    @Test
    void throwsTheLastFailureWithTheOthersInIt() {
        var last = new InternalServerException("down too");
        var model = Fallback.to(ScriptedModel.failing(last)).around(ScriptedModel.failing(down));

        assertThatThrownBy(() -> model.chat(REQUEST)).isSameAs(last).hasSuppressedException(down);
    }

    @Test
    void doesNotBotherAnotherModelWithABadRequestOrPastTheBudget() {
        var other = ScriptedModel.answering("fine");
        var bad = new InvalidRequestException("bad");
        var spent = Budget.unlimited().calls(0);

        assertThatThrownBy(() ->
                        Fallback.to(other).around(ScriptedModel.failing(bad)).chat(REQUEST))
                .isSameAs(bad);
        assertThatThrownBy(() -> Decorators.of(Fallback.to(other), spent)
                        .around(ScriptedModel.answering("never"))
                        .chat(REQUEST))
                .isInstanceOf(BudgetExceededException.class);
        assertThat(other.calls()).isZero();
        assertThat(Fallback.to(other)
                        .when(failure -> true)
                        .around(ScriptedModel.failing(bad))
                        .chat("hello"))
                .isEqualTo("fine");
    }

    @Test
    void refusesAnEmptyChain() {
        assertThatThrownBy(Fallback::to).hasMessage("expected a model to fall back to, found none");
    }

    @Test
    void stopsAskingAnEndpointThatIsDownAndFallsBackAtOnce() {
        var breaker = breaker();
        var inner = ScriptedModel.failing(down);
        var model = Breaker.of(breaker).around(inner);
        for (var call = 0; call < 4; call++) {
            assertThatThrownBy(() -> model.chat(REQUEST)).isSameAs(down);
        }

        assertThatThrownBy(() -> model.chat(REQUEST))
                .isInstanceOf(OpenBreakerException.class)
                .hasMessage("the call was not made: circuit breaker 'endpoint' is open");
        assertThat(inner.calls()).isEqualTo(4);
        assertThat(Decorators.of(Breaker.of(breaker), Retry.standard(), Fallback.to(ScriptedModel.answering("other")))
                        .around(inner)
                        .chat("hello"))
                .isEqualTo("other");
    }

    @Test
    void doesNotBlameTheEndpointForABadRequest() {
        var breaker = breaker();
        var model = Breaker.of(breaker).around(ScriptedModel.failing(new InvalidRequestException("bad")));
        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> model.chat(REQUEST)).isInstanceOf(InvalidRequestException.class);
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    private static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                "endpoint",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .build());
    }
}

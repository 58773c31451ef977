package io.llmops.core.model.resilience;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.ScriptedModel;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    private static final ChatRequest SHORT = ChatRequest.builder()
            .messages(REQUEST.messages())
            .parameters(ChatRequestParameters.builder().maxOutputTokens(3).build())
            .build();
    private static final PriceTable PRICES = PriceTable.of(Map.of("scripted-1", Price.of("1.00", "10.00")));

    @Test
    void stopsAtTheNumberOfCallsAndCountsFailedOnes() {
        var budget = Budget.unlimited().calls(3);
        var inner = ScriptedModel.failing(new InternalServerException("down")).answers("fine");
        var model = budget.around(inner);

        assertThatThrownBy(() -> model.chat(REQUEST)).hasMessage("down");
        model.chat(REQUEST);
        model.chat(REQUEST);

        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> model.chat(REQUEST))
                .withMessage("the call was not made: expected at most 3 calls, found up to 4 with this call and those "
                        + "under way")
                .satisfies(over -> assertThat(over.spent().calls()).isEqualTo(3));
        assertThat(inner.calls()).isEqualTo(3);
    }

    @Test
    void neverGoesOverHoweverManyThreadsCall() throws Exception {
        var budget = Budget.unlimited().tokens(10 * 100);
        var made = new AtomicInteger();
        var model = budget.around(ScriptedModel.named("m").does(request -> {
            made.incrementAndGet();
            Thread.onSpinWait();
            return ScriptedModel.response("fine", 7, 3);
        }));
        var pool = Executors.newFixedThreadPool(16);
        var done = new CountDownLatch(400);
        for (var call = 0; call < 400; call++) {
            pool.execute(() -> {
                try {
                    model.chat(SHORT);
                } catch (BudgetExceededException e) {
                    // As it should.
                } finally {
                    done.countDown();
                }
            });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        pool.shutdown();

        // The guess of a call, 4 + 3 sent and 3 received, is what the model counts.
        assertThat(made).hasValue(100);
        assertThat(budget.spent().tokens()).isEqualTo(1_000);
    }

    @Test
    void countsMoneyExactly() {
        var budget = Budget.unlimited().money(new BigDecimal("0.0001"), PRICES);
        var model = budget.around(ScriptedModel.answering("fine"));

        model.chat(SHORT);
        model.chat(SHORT);

        // 12 tokens sent at 1 and 3 received at 10 a million: 0.000042 each; a third might cost up to 0.000037 more.
        assertThat(budget.spent().money()).isEqualByComparingTo("0.000084");
        assertThatThrownBy(() -> model.chat(SHORT))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("expected at most 0.0001 in money, found up to 0.000121");
    }

    @Test
    void refusesAModelWithoutAPrice() {
        var model = Budget.unlimited()
                .prices(PRICES)
                .around(ScriptedModel.named("other").answers("fine"));

        assertThatThrownBy(() -> model.chat(REQUEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a price for model 'other', found prices for [scripted-1]");
    }

    @Test
    void chargesNoTokensForARefusalAndThoseSentForAFailure() {
        var budget = Budget.unlimited();
        var model = budget.around(ScriptedModel.failing(new RateLimitException("slow"))
                .throwing(new InternalServerException("down"))
                .does(request -> ChatResponse.builder()
                        .aiMessage(ScriptedModel.response("fine", 1, 1).aiMessage())
                        .build()));

        assertThatThrownBy(() -> model.chat(SHORT)).hasMessage("slow");
        assertThat(budget.spent().tokens()).isZero();
        assertThatThrownBy(() -> model.chat(SHORT)).hasMessage("down");
        assertThat(budget.spent().tokens()).isEqualTo(7);
        model.chat(SHORT);
        assertThat(budget.spent().tokens())
                .as("a model that does not count costs its estimate")
                .isEqualTo(17);
        assertThat(budget.spent().calls()).isEqualTo(3);
    }

    @Test
    void estimatesBeforeTheRun() {
        var estimate = Budget.unlimited().prices(PRICES).estimate("scripted-1", List.of(SHORT, REQUEST));

        assertThat(estimate.calls()).isEqualTo(2);
        assertThat(estimate.tokens()).isEqualTo(7 + 3 + 7 + 1_000);
        assertThat(estimate.money()).isEqualByComparingTo("0.010044");
    }

    @Test
    void readsPricesFromAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("prices.json"), """
                {"small-*": {"input": 0.15, "output": 0.60}, "small-2*": {"input": 0.2, "output": 1}}
                """);
        var table = PriceTable.from(file);

        assertThat(table.find("small-1-0102")).contains(Price.of("0.15", "0.60"));
        assertThat(table.find("small-2-0102")).contains(Price.of("0.2", "1"));
        assertThat(table.find("large")).isEmpty();
        assertThatThrownBy(() -> PriceTable.from(Files.writeString(file, "{\"a\": {\"input\": \"free\"}}")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("expected a number of 0 or more at 'input' of model 'a', found STRING");
        assertThatThrownBy(() -> PriceTable.from(Files.writeString(file, "[1]")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("expected a JSON object of prices, found ARRAY");
        assertThatThrownBy(() -> PriceTable.from(folder.resolve("none"))).isInstanceOf(LlmopsException.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Budget.unlimited().calls(-1)).hasMessage("expected a budget of 0 or more, found -1");
        assertThatThrownBy(() -> Price.of("-1", "0")).hasMessage("expected prices of 0 or more, found -1 and 0");
    }
}

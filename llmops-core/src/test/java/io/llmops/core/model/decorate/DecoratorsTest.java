package io.llmops.core.model.decorate;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DecoratorsTest {

    @Test
    void keepsTheOrderOfTheLayersWhateverTheOrderOfNaming() {
        var seen = new ArrayList<Layer>();
        var model = Decorators.of(noting(Layer.TIMEOUT, seen), noting(Layer.REPLAY, seen), noting(Layer.RETRY, seen))
                .around(ScriptedModel.answering("fine"));

        assertThat(model.chat(REQUEST).aiMessage().text()).isEqualTo("fine");
        assertThat(seen).containsExactly(Layer.REPLAY, Layer.RETRY, Layer.TIMEOUT);
    }

    @Test
    void refusesTwoInOneLayer() {
        var seen = new ArrayList<Layer>();

        assertThatThrownBy(() -> Decorators.of(noting(Layer.RETRY, seen), noting(Layer.RETRY, seen)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected one decorator in layer RETRY, found ");
    }

    @Test
    void handsTheRequestAndTheAnswerThroughUntouched() {
        var request = ChatRequest.builder()
                .messages(UserMessage.from(TextContent.from("What is this?"), ImageContent.from("AAAA", "image/png")))
                .toolSpecifications(ToolSpecification.builder().name("search").build())
                .responseFormat(ResponseFormat.JSON)
                .build();
        var inner = ScriptedModel.answering("fine");
        var expected = inner.chat(request);

        assertThat(passing().around(inner).chat(request)).isEqualTo(expected);
        assertThat(inner.asked()).hasSize(2);
        assertThat(inner.asked().get(1)).isEqualTo(inner.asked().get(0));
        assertThat(inner.asked().get(1).messages()).isEqualTo(request.messages());
        assertThat(inner.asked().get(1).parameters().toolSpecifications()).isEqualTo(request.toolSpecifications());
    }

    @Test
    void handsThroughWhatTheModelTellsOfItself() {
        ChatModelListener listener = new ChatModelListener() {};
        var parameters = ChatRequestParameters.builder().modelName("m").build();
        ChatModel inner = new ChatModel() {
            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return parameters;
            }

            @Override
            public List<ChatModelListener> listeners() {
                return List.of(listener);
            }

            @Override
            public ModelProvider provider() {
                return ModelProvider.MISTRAL_AI;
            }

            @Override
            public Set<Capability> supportedCapabilities() {
                return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
            }
        };

        var model = passing().around(inner);

        assertThat(model.defaultRequestParameters()).isSameAs(parameters);
        assertThat(model.listeners()).containsExactly(listener);
        assertThat(model.provider()).isEqualTo(ModelProvider.MISTRAL_AI);
        assertThat(model.supportedCapabilities()).containsExactly(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    @Test
    void letsTheModelsListenersHearOfEachCallOnce() {
        var heard = new AtomicInteger();
        var inner = heardBy(new ChatModelListener() {
            @Override
            public void onRequest(ChatModelRequestContext context) {
                heard.incrementAndGet();
            }
        });
        var model = passing().around(passing().around(inner));

        model.chat(REQUEST);
        assertThat(heard).hasValue(1);
        model.chat("How are you?");
        model.chat(UserMessage.from("How are you?"));
        model.chat(List.of(UserMessage.from("How are you?")));
        assertThat(heard).hasValue(4);
    }

    @Test
    void decoratesCallsWithOptionsWhereLangChain4jHasThem() throws Exception {
        var seen = new ArrayList<Layer>();
        var model = noting(Layer.RETRY, seen).around(ScriptedModel.answering("fine"));
        var method = method(ChatModel.class, "chat", 2, ChatResponse.class);
        Assumptions.assumeTrue(method.isPresent(), "skipped: this LangChain4j has no call options");
        var options = method.get().getParameterTypes()[1].getField("EMPTY").get(null);

        var response = (ChatResponse) method.get().invoke(model, REQUEST, options);

        assertThat(response.aiMessage().text()).isEqualTo("fine");
        assertThat(seen).hasSize(1);
    }

    @Test
    void refusesAsynchronousCallsRatherThanToGoAroundTheDecorators() throws Exception {
        var inner = ScriptedModel.answering("fine");
        var model = passing().around(inner);
        var method = method(ChatModel.class, "chatAsync", 1, CompletableFuture.class, ChatRequest.class);
        Assumptions.assumeTrue(method.isPresent(), "skipped: this LangChain4j has no asynchronous calls");

        var future = (CompletableFuture<?>) method.get().invoke(model, REQUEST);

        assertThat(future).isCompletedExceptionally();
        assertThat(inner.calls()).isZero();
    }

    @Test
    void loadsWithoutClassesThatOlderVersionsDoNotHave() {
        // Frameworks look at the methods of their beans: that must work on every version.
        assertThat(passing().around(ScriptedModel.answering("fine")).getClass().getMethods())
                .isNotEmpty();
    }

    @Test
    void tellsItsListenersWhatCameOfACall() {
        var time = new VirtualTime();
        var events = new ArrayList<CallEvent>();
        var inner = ScriptedModel.named("small-1")
                .does(request -> {
                    time.pass(Duration.ofMillis(30));
                    return ScriptedModel.response("fine", 12, 3);
                })
                .throwing(new IllegalStateException("secret"));
        var model = Decorators.of().time(time).listener(events::add).around(inner);

        model.chat(REQUEST);
        assertThatThrownBy(() -> model.chat(REQUEST)).isInstanceOf(IllegalStateException.class);

        var id = new CallEvent.CallId("OTHER", Optional.of("small-1"));
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOfSatisfying(CallEvent.Answered.class, answered -> {
            assertThat(answered.call()).isEqualTo(id);
            assertThat(answered.took()).isEqualTo(Duration.ofMillis(30));
            assertThat(answered.answer().model()).isEqualTo("scripted-1-0102");
            assertThat(answered.answer().tokens().totalTokenCount()).isEqualTo(15);
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(CallEvent.Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(IllegalStateException.class);
            assertThat(failed.toString()).doesNotContain("secret");
        });
    }

    @Test
    void goesOnWhenAListenerThrows() {
        var heard = new ArrayList<CallEvent>();
        var model = Decorators.of()
                .listener(event -> {
                    throw new IllegalStateException("listener");
                })
                .listener(heard::add)
                .around(ScriptedModel.answering("fine"));

        assertThat(model.chat("hello")).isEqualTo("fine");
        assertThat(heard).hasSize(1);
    }

    @Test
    void countsRepetitionsOnlyInsideOfThem() {
        assertThat(Repeat.index()).isZero();
        assertThat(Repeat.<Integer>of(2, () -> Repeat.of(5, Repeat::index) * 10 + Repeat.index()))
                .isEqualTo(52);
        assertThat(Repeat.index()).isZero();
        assertThatThrownBy(() -> Repeat.of(-1, () -> "")).hasMessage("expected an index of 0 or more, found -1");
    }

    private static ChatModel heardBy(ChatModelListener listener) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return ScriptedModel.response("fine", 1, 1);
            }

            @Override
            public List<ChatModelListener> listeners() {
                return List.of(listener);
            }
        };
    }

    private static Decorators passing() {
        return Decorators.of(noting(Layer.RETRY, new ArrayList<>()));
    }

    private static Decorator noting(Layer layer, List<Layer> seen) {
        return new Decorator() {
            @Override
            public Layer layer() {
                return layer;
            }

            @Override
            public ChatResponse chat(ChatCall call, Next next) {
                seen.add(layer);
                return next.chat(call);
            }
        };
    }

    private static Optional<Method> method(
            Class<?> type, String name, int parameters, Class<?> returned, Class<?>... first) {
        for (var method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == parameters
                    && method.getReturnType() == returned
                    && (first.length == 0 || method.getParameterTypes()[0] == first[0])) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}

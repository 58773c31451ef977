package io.llmops.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelAdapterTest {

    private static final ChatRequest REQUEST =
            ChatRequest.builder().messages(UserMessage.from("How are you?")).build();

    @Test
    void returnsTheTextOfTheAnswer() {
        assertThat(ChatModelAdapter.of(answering(" fine\n", FinishReason.STOP)).apply(REQUEST))
                .isEqualTo(" fine\n");
        assertThat(ChatModelAdapter.of(answering("fine", null)).apply(REQUEST)).isEqualTo("fine");
        assertThat(ChatModelAdapter.of(answering("fine", FinishReason.OTHER)).apply(REQUEST))
                .isEqualTo("fine");
    }

    @Test
    void asksWithPlainText() {
        ChatModel echo = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                var message = (UserMessage) request.messages().get(0);
                return response(message.singleText() + "!", FinishReason.STOP, null);
            }
        };

        assertThat(ChatModelAdapter.of(echo).forText().apply("hello")).isEqualTo("hello!");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\t"})
    void refusesAnAnswerWithoutText(String text) {
        var adapter = ChatModelAdapter.of(answering(text, FinishReason.LENGTH));

        assertThatExceptionOfType(UnusableAnswerException.class)
                .isThrownBy(() -> adapter.apply(REQUEST))
                .withMessage("expected a text from the model, found an answer without text (finish reason LENGTH)")
                .satisfies(refused -> assertThat(refused.finishReason()).contains(FinishReason.LENGTH));
    }

    @Test
    void refusesAnAnswerThatWasCutOffUnlessToldToTakeIt() {
        var adapter = ChatModelAdapter.of(answering("refund", FinishReason.LENGTH));

        assertThatThrownBy(() -> adapter.apply(REQUEST))
                .hasMessage(
                        "expected a text from the model, found one cut off after 6 characters: raise maxOutputTokens, "
                                + "or take cut-off answers with acceptTruncated() (finish reason LENGTH)");
        assertThat(adapter.acceptTruncated().apply(REQUEST)).isEqualTo("refund");
    }

    @Test
    void refusesAFilteredAnswerWithoutQuotingIt() {
        var adapter = ChatModelAdapter.of(answering("something bad", FinishReason.CONTENT_FILTER));

        assertThatThrownBy(() -> adapter.acceptTruncated().apply(REQUEST))
                .hasMessage("expected a text from the model, found a filtered text of 13 characters "
                        + "(finish reason CONTENT_FILTER)");
    }

    @Test
    void refusesARequestForTools() {
        var tool = ToolExecutionRequest.builder().name("search").arguments("{}").build();
        var response = ChatResponse.builder()
                .aiMessage(AiMessage.from("Let me look that up.", List.of(tool)))
                .build();

        assertThatThrownBy(() -> ChatModelAdapter.of(replying(response)).apply(REQUEST))
                .hasMessage("expected a text from the model, found a request for tools (finish reason not given)");
        assertThatThrownBy(() -> ChatModelAdapter.of(answering("wait", FinishReason.TOOL_EXECUTION))
                        .apply(REQUEST))
                .isInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void refusesNoAnswerAtAll() {
        var silent = mock(ChatModel.class);
        var hollow = mock(ChatModel.class);
        when(hollow.chat(any(ChatRequest.class))).thenReturn(mock(ChatResponse.class));

        assertThatThrownBy(() -> ChatModelAdapter.of(silent).apply(REQUEST))
                .hasMessage("expected a text from the model, found no answer (finish reason not given)");
        assertThatThrownBy(() -> ChatModelAdapter.of(hollow).apply(REQUEST))
                .isInstanceOf(UnusableAnswerException.class);
        assertThat(ChatModelAdapter.of(silent).describe()).isEmpty();
    }

    @Test
    void failsTheStageSoThatTheRunGoesOn() {
        var pipeline = Pipeline.of("ask", ChatModelAdapter.of(answering("", FinishReason.CONTENT_FILTER)));

        assertThat(pipeline.run(REQUEST))
                .isEqualTo(Outcome.failed(
                        "ask",
                        UnusableAnswerException.class.getName() + ": expected a text from the model, found an answer "
                                + "without text (finish reason CONTENT_FILTER)"));
    }

    @Test
    void recordsTheTokensUsed() {
        assertThat(used(answering("fine", FinishReason.STOP, new TokenUsage(12, 3))))
                .isEqualTo(new Usage(1, 12, 3, 0));
        assertThat(used(answering("", FinishReason.STOP, new TokenUsage(12, 0))))
                .isEqualTo(new Usage(1, 12, 0, 0));
    }

    @Test
    void countsAsUnreportedWhatTheModelDoesNotTell() {
        assertThat(used(answering("fine", FinishReason.STOP))).isEqualTo(new Usage(1, 0, 0, 1));
        assertThat(used(answering("fine", FinishReason.STOP, new TokenUsage(12))))
                .isEqualTo(new Usage(1, 12, 0, 1));
        assertThat(used(answering("fine", FinishReason.STOP, new TokenUsage(12, -1))))
                .isEqualTo(new Usage(1, 12, 0, 1));
    }

    @Test
    void countsACallThatThrew() {
        var broken = mock(ChatModel.class);
        when(broken.chat(any(ChatRequest.class))).thenThrow(new IllegalStateException("connection reset"));

        assertThat(used(broken)).isEqualTo(new Usage(1, 0, 0, 1));
        assertThatThrownBy(() -> ChatModelAdapter.of(broken).apply(REQUEST)).hasMessage("connection reset");
    }

    @Test
    void describesTheModelAsItTells() {
        var parameters = ChatRequestParameters.builder()
                .modelName("small-1")
                .temperature(0.0)
                .maxOutputTokens(20)
                .stopSequences("\n")
                .build();
        var adapter = ChatModelAdapter.of(telling(parameters));

        assertThat(adapter.describe().orElseThrow())
                .hasToString("chat-model(maxOutputTokens=20, model=small-1, provider=OTHER, stopSequences=[\n], "
                        + "temperature=0.0)");
        assertThat(adapter.with("seed", 7)
                        .acceptTruncated()
                        .describe()
                        .orElseThrow()
                        .settings())
                .containsEntry("seed", "7")
                .containsEntry("truncated", "accepted");
        assertThat(adapter.forText().describe().orElseThrow().settings()).containsEntry("input", "text");
    }

    @Test
    void isOpaqueWhileNobodyNamesTheModel() {
        var adapter = ChatModelAdapter.of(answering("fine", FinishReason.STOP));

        assertThat(adapter.describe()).isEmpty();
        assertThat(adapter.forText().describe()).isEmpty();
        assertThat(adapter.with("model", "scripted").describe())
                .contains(Description.of("chat-model").with("model", "scripted").with("provider", "OTHER"));
    }

    private static Usage used(ChatModel model) {
        return Pipeline.of("ask", ChatModelAdapter.of(model)).trace(REQUEST).usage();
    }

    private static ChatModel answering(String text, FinishReason reason) {
        return answering(text, reason, null);
    }

    private static ChatModel answering(String text, FinishReason reason, TokenUsage tokens) {
        return replying(response(text, reason, tokens));
    }

    private static ChatResponse response(String text, FinishReason reason, TokenUsage tokens) {
        var message = text == null ? AiMessage.builder().build() : AiMessage.from(text);
        return ChatResponse.builder()
                .aiMessage(message)
                .finishReason(reason)
                .tokenUsage(tokens)
                .build();
    }

    private static ChatModel replying(ChatResponse response) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return response;
            }
        };
    }

    private static ChatModel telling(ChatRequestParameters parameters) {
        return new ChatModel() {
            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return parameters;
            }
        };
    }
}

package io.llmops.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.pipeline.Usage;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.core.prompt.PromptTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chat model in a pipeline, from the text to the label. */
class ChatPipelineTest {

    private static final Dataset<String, String> TICKETS = Dataset.of(
            "tickets",
            List.of(
                    Example.of("1", "Where is my parcel?", "delivery"),
                    Example.of("2", "Money back, please", "refund")));

    private static final PromptTemplate PROMPT = PromptTemplate.parse("""
            ---
            name: intent
            temperature: 0
            ---
            --- system
            Answer with one of: {{labels}}
            --- user
            {{text}}
            """);

    /** Answers what the script says for a text, and looks away from everything else. */
    private static ChatModel scripted(Map<String, String> script) {
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                assertThat(request.temperature()).isZero();
                var last =
                        (UserMessage) request.messages().get(request.messages().size() - 1);
                var answer = script.get(last.singleText());
                return ChatResponse.builder()
                        .aiMessage(answer == null ? AiMessage.builder().build() : AiMessage.from(answer))
                        .finishReason(answer == null ? FinishReason.CONTENT_FILTER : FinishReason.STOP)
                        .tokenUsage(new TokenUsage(20, 2))
                        .build();
            }
        };
    }

    private static Pipeline<String, String> router(ChatModel chatModel) {
        var prompt = PROMPT.with("labels", String.join(", ", TICKETS.references()));
        return Pipeline.<String, String>of("clean", String::strip)
                .then("prompt", prompt.bind("text"))
                .then("ask", ChatModelAdapter.of(chatModel).with("model", "scripted"))
                .thenMaybe("label", AnswerParsers.oneOf(TICKETS.references()));
    }

    @Test
    void answersAbstainsOrFailsAndSaysWhatItUsed() {
        var router = router(scripted(Map.of("Money?", "The label is **Refund**.", "Hm", "delivery or refund")));

        assertThat(router.run(" Money? ")).isEqualTo(Outcome.answered("refund"));
        assertThat(router.run("Hm"))
                .isEqualTo(Outcome.abstained("2 labels are in 'delivery or refund': 'delivery', 'refund'"));
        assertThat(router.run("Something else")).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.stage()).isEqualTo("ask");
            assertThat(failed.reason()).contains("CONTENT_FILTER");
        });
        assertThat(router.trace("Money?").usage()).isEqualTo(new Usage(1, 20, 2, 0));
    }

    @Test
    void isFingerprintedButForTheLambda() {
        assertThat(router(scripted(Map.of())).opaqueStages()).containsExactly("clean");
    }
}

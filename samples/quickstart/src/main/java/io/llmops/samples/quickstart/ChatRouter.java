package io.llmops.samples.quickstart;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.core.prompt.PromptTemplate;
import io.llmops.preprocess.TextCleaner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pipeline that asks a chat model for the label, where the environment names one. */
final class ChatRouter {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private ChatRouter() {}

    /**
     * Returns the pipeline, if the environment names a model.
     *
     * @param labels what the model may answer
     * @param environment the environment's variables
     * @return the pipeline, or empty without {@code OPENAI_API_KEY}, {@code OPENAI_BASE_URL} and {@code OLLAMA_BASE_URL}
     */
    static Optional<Pipeline<String, String>> of(Set<String> labels, Map<String, String> environment) {
        var prompt = PromptTemplate.load("classpath:prompts/intent.md").with("labels", String.join("\n", labels));
        return model(environment)
                .map(model -> Pipeline.of("clean", TextCleaner.standard())
                        .then("prompt", prompt.bind("text"))
                        .then("ask", ChatModelAdapter.of(model))
                        .thenMaybe("intent", AnswerParsers.oneOf(labels)));
    }

    private static Optional<ChatModel> model(Map<String, String> environment) {
        if (environment.containsKey("OPENAI_API_KEY") || environment.containsKey("OPENAI_BASE_URL")) {
            var builder = OpenAiChatModel.builder()
                    .apiKey(environment.getOrDefault("OPENAI_API_KEY", "none"))
                    .modelName(environment.getOrDefault("OPENAI_MODEL", "gpt-4o-mini"))
                    .temperature(0.0)
                    .timeout(TIMEOUT)
                    .maxRetries(0);
            var url = environment.get("OPENAI_BASE_URL");
            return Optional.of((url == null ? builder : builder.baseUrl(url)).build());
        }
        var url = environment.get("OLLAMA_BASE_URL");
        return url == null
                ? Optional.empty()
                : Optional.of(OllamaChatModel.builder()
                        .baseUrl(url)
                        .modelName(environment.getOrDefault("OLLAMA_MODEL", "llama3.2"))
                        .temperature(0.0)
                        .timeout(TIMEOUT)
                        .maxRetries(0)
                        .build());
    }
}

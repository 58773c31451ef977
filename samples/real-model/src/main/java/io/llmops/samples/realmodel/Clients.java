package io.llmops.samples.realmodel;

import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.llmops.core.model.resilience.EndpointQuota;
import io.llmops.core.model.resilience.HeaderWatch;
import java.time.Duration;

/**
 * LangChain4j's clients as an evaluation wants them: no retries of their own, since retries have one owner; a limit on the
 * time of an answer; and a watch on the response headers, which say when to come back and how much is left.
 */
public final class Clients {

    private Clients() {}

    /**
     * Returns a client of OpenAI or of an endpoint that speaks its language.
     *
     * @param url where it is, up to and with {@code /v1}
     * @param key the key; only the client ever sees it
     * @param model the model's name
     * @param timeout how long an answer may take
     * @param quota is told what the endpoint says is left
     * @return the client
     */
    public static ChatModel openAi(String url, String key, String model, Duration timeout, EndpointQuota quota) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(HeaderWatch.of(JdkHttpClient.builder()).quota(quota))
                .baseUrl(url)
                .apiKey(key)
                .modelName(model)
                .temperature(0.0)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    /**
     * Returns a client of an Ollama server.
     *
     * @param url where it is
     * @param model the model's name
     * @param timeout how long an answer may take
     * @return the client
     */
    public static ChatModel ollama(String url, String model, Duration timeout) {
        return OllamaChatModel.builder()
                .httpClientBuilder(HeaderWatch.of(JdkHttpClient.builder()))
                .baseUrl(url)
                .modelName(model)
                .temperature(0.0)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }
}

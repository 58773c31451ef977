package io.llmops.core.model.decorate;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Answers and throws as told, in order; the last line of the script is repeated. */
public final class ScriptedModel implements ChatModel {

    public static final ChatRequest REQUEST = ask("How are you?");

    private final Deque<Function<ChatRequest, ChatResponse>> script = new ArrayDeque<>();
    private final List<ChatRequest> asked = new ArrayList<>();
    private final String name;

    private ScriptedModel(String name) {
        this.name = name;
    }

    public static ScriptedModel named(String name) {
        return new ScriptedModel(name);
    }

    public static ScriptedModel answering(String... texts) {
        var model = new ScriptedModel("scripted-1");
        for (var text : texts) {
            model.answers(text);
        }
        return model;
    }

    public static ScriptedModel failing(RuntimeException failure) {
        return new ScriptedModel("scripted-1").throwing(failure);
    }

    public static ChatRequest ask(String text) {
        return ChatRequest.builder().messages(UserMessage.from(text)).build();
    }

    public static ChatResponse response(String text, int input, int output) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .finishReason(FinishReason.STOP)
                .modelName("scripted-1-0102")
                .id("id-" + text)
                .tokenUsage(new TokenUsage(input, output))
                .build();
    }

    public ScriptedModel answers(String text) {
        return does(request -> response(text, 12, 3));
    }

    public ScriptedModel throwing(RuntimeException failure) {
        return does(request -> {
            throw failure;
        });
    }

    public ScriptedModel throwing(RuntimeException failure, int times) {
        for (var time = 0; time < times; time++) {
            throwing(failure);
        }
        return this;
    }

    public synchronized ScriptedModel does(Function<ChatRequest, ChatResponse> line) {
        script.add(line);
        return this;
    }

    public synchronized int calls() {
        return asked.size();
    }

    public synchronized List<ChatRequest> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Function<ChatRequest, ChatResponse> line;
        synchronized (this) {
            asked.add(request);
            line = script.size() > 1 ? script.poll() : script.peek();
        }
        return line.apply(request);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().modelName(name).temperature(0.0).build();
    }
}

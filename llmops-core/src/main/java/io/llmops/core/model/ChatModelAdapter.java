package io.llmops.core.model;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A LangChain4j chat model as a stage: takes a request, returns the text of the answer. What the call used is recorded
 * with {@link io.llmops.core.pipeline.UsageMeter}, also when the answer is refused or the model throws.
 *
 * <p>Refused, with an {@link UnusableAnswerException} that names the finish reason: an answer without text (null, empty or
 * white space alone), one that asks for tools, one the provider filtered, and one that was cut off at the token limit,
 * unless {@link #acceptTruncated} was called: half an answer may name another label than the whole one.
 *
 * <p>The description carries the provider, the model's name and its default parameters, as the model tells them. A model
 * that does not tell its name is opaque until named: {@code ChatModelAdapter.of(model).with("model", "my-model 3")}.
 *
 * <p>Immutable; safe for use by many threads if the model is.
 */
public final class ChatModelAdapter implements Stage<ChatRequest, String> {

    private final ChatModel model;
    private final boolean acceptTruncated;
    private final ModelDescription description;

    private ChatModelAdapter(ChatModel model, boolean acceptTruncated, ModelDescription description) {
        this.model = Objects.requireNonNull(model, "model");
        this.acceptTruncated = acceptTruncated;
        this.description = description;
    }

    /**
     * Returns a model as a stage.
     *
     * @param model the model
     * @return the stage
     */
    public static ChatModelAdapter of(ChatModel model) {
        return new ChatModelAdapter(model, false, ModelDescription.of("chat-model"));
    }

    /** {@return this stage with answers that were cut off at the token limit taken as they are} */
    public ChatModelAdapter acceptTruncated() {
        return new ChatModelAdapter(model, true, description);
    }

    /**
     * Returns this stage with one more setting in its description: what changes the answers and the model does not tell,
     * such as its name or a seed. Secrets have no place here.
     *
     * @param setting the name, e.g. {@code model} or {@code seed}
     * @param value its value, as {@link String#valueOf(Object)} writes it
     * @return the changed copy
     */
    public ChatModelAdapter with(String setting, Object value) {
        return new ChatModelAdapter(model, acceptTruncated, description.with(setting, value));
    }

    /** {@return this model as a stage that takes plain text, sent as one user message} */
    public Stage<String, String> forText() {
        return new Stage<>() {
            @Override
            public String apply(String text) {
                return ChatModelAdapter.this.apply(
                        ChatRequest.builder().messages(UserMessage.from(text)).build());
            }

            @Override
            public Optional<Description> describe() {
                return ChatModelAdapter.this.describe().map(it -> it.with("input", "text"));
            }
        };
    }

    /**
     * Asks the model.
     *
     * @param request what to ask
     * @return the text of the answer, not blank
     * @throws UnusableAnswerException if there is no whole text in the answer
     */
    @Override
    public String apply(ChatRequest request) {
        ChatResponse response = null;
        try {
            response = model.chat(request);
        } finally {
            CallUsage.recordChat(response == null ? null : response.tokenUsage());
        }
        return text(response);
    }

    /** Describes the model; empty if it does not tell its name and none was given. */
    @Override
    public Optional<Description> describe() {
        var told = ChatParameters.of(model).addTo(Description.of(description.kind()));
        return description.complete(acceptTruncated ? told.with("truncated", "accepted") : told);
    }

    private String text(@Nullable ChatResponse response) {
        var answer = response == null ? null : response.aiMessage();
        if (response == null || answer == null) {
            throw new UnusableAnswerException("no answer", null);
        }
        var text = answer.text();
        var reason = response.finishReason();
        if (answer.hasToolExecutionRequests() || reason == FinishReason.TOOL_EXECUTION) {
            throw new UnusableAnswerException("a request for tools", reason);
        }
        if (text == null || text.isBlank()) {
            throw new UnusableAnswerException("an answer without text", reason);
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            throw new UnusableAnswerException("a filtered text of " + text.length() + " characters", reason);
        }
        if (reason == FinishReason.LENGTH && !acceptTruncated) {
            throw new UnusableAnswerException(
                    "one cut off after " + text.length()
                            + " characters: raise maxOutputTokens, or take cut-off answers with acceptTruncated()",
                    reason);
        }
        return text;
    }
}

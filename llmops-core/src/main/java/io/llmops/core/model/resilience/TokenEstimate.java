package io.llmops.core.model.resilience;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.llmops.core.model.decorate.ChatCall;

/**
 * A guess at the tokens of a request before a model counted them: one for each four characters, which fits English and is
 * too low for most other languages; a thousand for an image or the like; four for a message.
 */
final class TokenEstimate {

    /** What an answer is taken to need when nothing bounds it. */
    static final int UNBOUNDED_OUTPUT = 1_000;

    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int MESSAGE = 4;
    private static final int NOT_TEXT = 1_000;

    private TokenEstimate() {}

    static long input(ChatRequest request) {
        var tokens = 0L;
        for (var message : request.messages()) {
            tokens += MESSAGE + of(message);
        }
        for (var tool : request.parameters().toolSpecifications()) {
            tokens += of(tool.toString());
        }
        return tokens;
    }

    static long output(ChatCall call) {
        var asked = call.request().parameters().maxOutputTokens();
        var usual = call.defaults() == null ? null : call.defaults().maxOutputTokens();
        return asked != null ? asked : usual != null ? usual : UNBOUNDED_OUTPUT;
    }

    private static long of(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return of(system.text());
        }
        if (message instanceof AiMessage answer) {
            return of(answer.text())
                    + answer.toolExecutionRequests().stream()
                            .mapToLong(it -> of(it.arguments()))
                            .sum();
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return of(result.text());
        }
        return message instanceof UserMessage user
                ? user.contents().stream().mapToLong(TokenEstimate::of).sum()
                : of(message.toString());
    }

    private static long of(Content content) {
        return content instanceof TextContent text ? of(text.text()) : NOT_TEXT;
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // LangChain4j says nothing of null; several of these texts may be.
    private static long of(String text) {
        return text == null ? 0 : (text.length() + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
    }
}

package io.llmops.core.prompt;

import dev.langchain4j.data.message.ChatMessage;
import java.util.Map;

/** What one role says. */
record PromptPart(Role role, PromptText text) {

    /** The message, of the template called {@code prompt}. */
    ChatMessage render(Map<String, String> values, String prompt) {
        return message(role, text.render(values), prompt);
    }

    static ChatMessage message(Role role, String text, String prompt) {
        if (text.isBlank()) {
            throw new PromptException(
                    prompt, 0, "expected a text for the " + role.word() + " message, found a blank one");
        }
        return role.message(text);
    }
}

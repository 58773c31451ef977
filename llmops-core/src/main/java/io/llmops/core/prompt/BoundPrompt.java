package io.llmops.core.prompt;

import dev.langchain4j.model.chat.request.ChatRequest;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.Map;
import java.util.Optional;

/** A template with one variable open, waiting for its value. */
record BoundPrompt(PromptTemplate template, String variable) implements Stage<String, ChatRequest> {

    @Override
    public ChatRequest apply(String value) {
        return template.render(Map.of(variable, value));
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(template.description().with("variable", variable));
    }
}

package io.llmops.core.prompt;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** What the head of a template declares; the settings are the parameters as text. */
record PromptHead(
        Optional<String> name,
        Optional<String> version,
        ChatRequestParameters parameters,
        SortedMap<String, String> settings) {

    static final PromptHead NONE = new PromptHead(
            Optional.empty(), Optional.empty(), ChatRequestParameters.builder().build(), Collections.emptySortedMap());
}

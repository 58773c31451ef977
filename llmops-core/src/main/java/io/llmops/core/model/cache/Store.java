package io.llmops.core.model.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Instant;
import java.util.Optional;

/** Where answers are kept. Safe for use by many threads. */
interface Store {

    /** An answer and since when it is there. */
    record Entry(ChatResponse response, Instant stored) {}

    Optional<Entry> get(String key);

    void put(String key, JsonNode request, Entry entry);
}

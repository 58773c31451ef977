package io.llmops.core.model.decorate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers as JSON: readable, with sorted names, the same on every version of LangChain4j. A request is all
 * that may change its answer: provider, messages, parameters (the model's name, the tools and the response format among
 * them) and which repetition it is. Of an answer, what LangChain4j's own response has is kept; what a provider adds to it
 * is not. Safe for use by many threads.
 */
public final class ChatJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final JsonMapper READABLE = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ChatJson() {}

    /**
     * Returns a request.
     *
     * @param call what is asked, of whom
     * @return an object
     */
    public static ObjectNode request(ChatCall call) {
        var request = MAPPER.createObjectNode();
        var provider = call.provider();
        request.put("provider", provider == null ? "OTHER" : provider.name());
        var messages = request.putArray("messages");
        for (var message : call.request().messages()) {
            messages.add(normal(parse(ChatMessageSerializer.messageToJson(message))));
        }
        request.set("parameters", Accessors.json(call.parameters()));
        if (Repeat.index() > 0) {
            request.put("repeat", Repeat.index());
        }
        return request;
    }

    /**
     * Returns an answer.
     *
     * @param response the answer
     * @return an object
     */
    @SuppressWarnings({"NullAway", "ConstantValue"
    }) // Each part of the metadata may be null; LangChain4j doesn't say so.
    public static ObjectNode response(ChatResponse response) {
        var json = MAPPER.createObjectNode();
        json.set("message", parse(ChatMessageSerializer.messageToJson(response.aiMessage())));
        if (response.id() != null) {
            json.put("id", response.id());
        }
        if (response.modelName() != null) {
            json.put("model", response.modelName());
        }
        if (response.finishReason() != null) {
            json.put("finishReason", response.finishReason().name());
        }
        if (response.tokenUsage() != null) {
            json.set("tokens", Accessors.json(plain(response.tokenUsage())));
        }
        return json;
    }

    /**
     * Reads an answer.
     *
     * @param json an object as {@link #response(ChatResponse)} makes it
     * @return the answer
     * @throws LlmopsException if it isn't such an object
     */
    public static ChatResponse response(JsonNode json) {
        try {
            if (!(ChatMessageDeserializer.messageFromJson(json.path("message").toString())
                    instanceof AiMessage message)) {
                throw new LlmopsException("expected the message of a model, found another");
            }
            // LangChain4j's builders take null for what is not known.
            @SuppressWarnings("NullAway")
            var response = ChatResponse.builder()
                    .aiMessage(message)
                    .metadata(ChatResponseMetadata.builder()
                            .id(text(json, "id"))
                            .modelName(text(json, "model"))
                            .finishReason(reason(text(json, "finishReason")))
                            .tokenUsage(tokens(json.path("tokens")))
                            .build())
                    .build();
            return response;
        } catch (LlmopsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LlmopsException("expected an answer in JSON, found something else: "
                    + e.getClass().getName());
        }
    }

    /**
     * Returns what makes a request the same as another.
     *
     * @param json the request, or all that decides about its answer
     * @return the fingerprint
     */
    public static Fingerprint fingerprint(JsonNode json) {
        return Fingerprint.of(write(MAPPER, json));
    }

    /**
     * Returns JSON for people: indented, names sorted, and ending in a new line. Half a surrogate pair is escaped, so that
     * it survives UTF-8.
     *
     * @param json what to write
     * @return the text
     */
    public static String readable(JsonNode json) {
        return write(READABLE, json).replace("\r\n", "\n") + "\n";
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new LlmopsException("expected JSON, found something else");
        }
    }

    private static String write(JsonMapper mapper, JsonNode json) {
        try {
            return wellFormed(mapper.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected JSON that can be written", e);
        }
    }

    private static String wellFormed(String json) {
        if (json.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return json;
        }
        var text = new StringBuilder();
        json.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                text.append("\\u").append(Integer.toHexString(point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    /** A tool's result was a text before it became contents: the same on all versions. */
    private static JsonNode normal(JsonNode message) {
        if (message.path("type").asText().equals("TOOL_EXECUTION_RESULT")
                && message.path("text").isTextual()) {
            var object = (ObjectNode) message;
            var text = object.remove("text");
            object.putArray("contents").addObject().put("type", "TEXT").set("text", text);
        }
        return Pruned.of(message);
    }

    private static Map<String, Integer> plain(TokenUsage usage) {
        var counts = new TreeMap<String, Integer>();
        counts.computeIfAbsent("input", name -> usage.inputTokenCount());
        counts.computeIfAbsent("output", name -> usage.outputTokenCount());
        counts.computeIfAbsent("total", name -> usage.totalTokenCount());
        return counts;
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : null;
    }

    private static @Nullable FinishReason reason(@Nullable String name) {
        return name == null ? null : FinishReason.valueOf(name);
    }

    // LangChain4j's token usage takes null for a count that is not known.
    @SuppressWarnings("NullAway")
    private static @Nullable TokenUsage tokens(JsonNode json) {
        return json.isObject()
                ? new TokenUsage(count(json, "input"), count(json, "output"), count(json, "total"))
                : null;
    }

    private static @Nullable Integer count(JsonNode json, String name) {
        return json.path(name).isInt() ? json.path(name).intValue() : null;
    }
}

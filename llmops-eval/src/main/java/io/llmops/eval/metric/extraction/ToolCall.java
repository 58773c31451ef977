package io.llmops.eval.metric.extraction;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.llmops.core.LlmopsException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool. Immutable, if the arguments' values are.
 *
 * @param name of the tool
 * @param arguments by their names: text, numbers, truths, lists and maps, as JSON has them
 */
public record ToolCall(String name, Map<String, Object> arguments) {

    /** Copies the arguments; those that are null are not there. */
    public ToolCall {
        Objects.requireNonNull(name, "name");
        var copy = new LinkedHashMap<String, Object>();
        arguments.forEach((argument, value) -> {
            if (value != null) {
                copy.put(argument, value);
            }
        });
        arguments = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a call whose arguments are told as JSON.
     *
     * @param name of the tool
     * @param arguments a JSON object; empty for no arguments
     * @return the call
     * @throws LlmopsException if the arguments are no JSON object
     */
    public static ToolCall of(String name, String arguments) {
        if (arguments.isBlank()) {
            return new ToolCall(name, Map.of());
        }
        if (JsonValues.parse(arguments).orElse(null) instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((argument, value) -> put(copy, String.valueOf(argument), value));
            return new ToolCall(name, copy);
        }
        throw new LlmopsException("expected the arguments of a call of '" + name + "' as a JSON object, found "
                + arguments.length() + " characters that are none");
    }

    private static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    /**
     * Returns the call that a model asks for.
     *
     * @param request of a model
     * @return the call
     * @throws LlmopsException if its arguments are no JSON object
     */
    public static ToolCall from(ToolExecutionRequest request) {
        return of(request.name(), Objects.requireNonNullElse(request.arguments(), ""));
    }

    /** Returns whether another call has the same name and arguments, numbers being the same when worth the same. */
    boolean isSame(ToolCall other) {
        return name.equals(other.name) && JsonValues.same(arguments, other.arguments);
    }
}

package io.llmops.core.model.decorate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's parameters, tools and schemas as JSON, by their accessors, so that those of any provider and any version
 * are seen whole. Nothing, empty lists and empty objects are left out.
 */
final class Accessors {

    private static final int DEEPEST = 32;
    private static final String LIBRARY = "dev.langchain4j.";
    private static final String SCHEMAS = "dev.langchain4j.model.chat.request.json";
    private static final Set<String> NOT_CONTENT =
            Set.of("toString", "hashCode", "toBuilder", "getClass", "notify", "notifyAll", "wait");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Accessors() {}

    static JsonNode json(@Nullable Object value) {
        return json(value, 0);
    }

    private static JsonNode json(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("expected parameters at most " + DEEPEST + " levels deep, found more");
        }
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Optional<?> optional) {
            return json(optional.orElse(null), depth);
        }
        if (value instanceof Map<?, ?> map) {
            var object = JSON.objectNode();
            map.forEach((name, entry) -> put(object, String.valueOf(name), json(entry, depth + 1)));
            return object;
        }
        if (value instanceof Collection<?> collection) {
            var array = JSON.arrayNode();
            collection.forEach(element -> array.add(json(element, depth + 1)));
            return array;
        }
        if (value instanceof Enum<?> || !value.getClass().getName().startsWith(LIBRARY)) {
            return plain(value);
        }
        return object(value, depth);
    }

    private static JsonNode plain(Object value) {
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return JSON.numberNode(((Number) value).longValue());
        }
        if (value instanceof BigInteger whole) {
            return JSON.numberNode(whole);
        }
        if (value instanceof BigDecimal exact) {
            return JSON.numberNode(exact);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(number.doubleValue());
        }
        return JSON.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }

    private static JsonNode object(Object value, int depth) {
        var object = JSON.objectNode();
        for (var method : value.getClass().getMethods()) {
            if (isAccessor(method)) {
                put(object, method.getName(), json(read(value, method), depth + 1));
            }
        }
        if (value.getClass().getName().startsWith(SCHEMAS)) {
            object.put("type", value.getClass().getSimpleName());
        }
        return object;
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
            object.set(name, value);
        }
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && method.getReturnType() != void.class
                && !NOT_CONTENT.contains(method.getName());
    }

    private static @Nullable Object read(Object value, Method method) {
        try {
            method.trySetAccessible();
            return method.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "expected " + value.getClass().getName() + " to tell its " + method.getName()
                            + ", found that it can't",
                    e);
        }
    }
}

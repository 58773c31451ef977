package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;

/** Writes what is in an optional, or null. */
@SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
final class OptionalSerializer extends JsonSerializer<Optional> {

    @Override
    public void serialize(Optional optional, JsonGenerator generator, SerializerProvider provider) throws IOException {
        provider.defaultSerializeValue(((Optional<?>) optional).orElse(null), generator);
    }
}

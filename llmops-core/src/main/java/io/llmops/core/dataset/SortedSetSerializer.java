package io.llmops.core.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;

/** Writes a set as an array in the order of its elements' canonical texts: a set has no order of its own. */
@SuppressWarnings("rawtypes") // Jackson finds serializers by raw class
final class SortedSetSerializer extends JsonSerializer<Set> {

    @Override
    public void serialize(Set set, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var mapper = (ObjectMapper) generator.getCodec();
        var array = mapper.createArrayNode();
        ((Set<?>) set)
                .stream()
                        .<JsonNode>map(mapper::valueToTree)
                        .sorted(Comparator.comparing(Canonical::text))
                        .forEach(array::add);
        generator.writeTree(array);
    }
}

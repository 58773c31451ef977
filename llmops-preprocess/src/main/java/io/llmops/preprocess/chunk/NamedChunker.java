package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A chunker of the shelf: what it is, how large its chunks are, where it likes to cut. Immutable. */
record NamedChunker(Description kind, ChunkSize size, Function<Text, Layout> layout) implements Chunker {

    NamedChunker {
        Objects.requireNonNull(size, "size");
    }

    @Override
    public List<Chunk> chunk(Text text) {
        return text.isEmpty() ? List.of() : new Cutting(layout.apply(text), size).chunks();
    }

    @Override
    public Optional<Description> describe() {
        return size.addTo(kind);
    }

    @Override
    public String toString() {
        return kind.kind() + "(" + size + ")";
    }
}

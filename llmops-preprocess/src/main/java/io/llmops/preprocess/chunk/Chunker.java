package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Text;
import java.util.List;

/**
 * Cuts a text into chunks. What the chunkers of the shelf return keeps these laws:
 *
 * <ul>
 *   <li>{@link Chunk#reassemble} gives the text back; without overlap the chunks follow each other without gaps;
 *   <li>no chunk is larger than its {@link ChunkSize} allows, counted on the chunk by itself, but one that is a single
 *       user-perceived character;
 *   <li>no cut is inside a user-perceived character (UAX #29 grapheme cluster).
 * </ul>
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Chunker extends Stage<String, List<Chunk>> {

    /**
     * Returns the chunks of a text.
     *
     * @param text the text, perhaps cleaned
     * @return its chunks, in order, with offsets into its original; none if it is empty
     */
    List<Chunk> chunk(Text text);

    @Override
    @SuppressWarnings(
            "FunctionalInterfaceMethodChanged") // a chunker is written over texts and used, as a stage, on strings
    default List<Chunk> apply(String text) {
        return chunk(Text.of(text));
    }
}

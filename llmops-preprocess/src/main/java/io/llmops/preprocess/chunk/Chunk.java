package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * A piece of a document. Immutable.
 *
 * @param content its characters, which remember the original
 * @param index its place among the chunks of the document, from 0
 * @param overlap how many of its first characters (UTF-16 units) are the last ones of the chunk before
 * @param headings the headings it stands under, outermost first; empty where the document has none
 * @param size how large it is, as its chunker counts
 */
public record Chunk(Text content, int index, int overlap, List<String> headings, int size) {

    /**
     * Copies the headings.
     *
     * @throws IllegalArgumentException if a number is negative, or the overlap longer than the chunk
     */
    public Chunk {
        Objects.requireNonNull(content, "content");
        headings = List.copyOf(headings);
        if (index < 0 || size < 0 || overlap < 0 || overlap > content.length()) {
            throw new IllegalArgumentException("expected an index and a size of 0 or more and an overlap of 0 to "
                    + content.length() + ", found " + index + ", " + size + " and " + overlap);
        }
    }

    /** {@return its characters} */
    public String text() {
        return content.toString();
    }

    /** {@return the range of the original it stands for} */
    public Span span() {
        return content.originalSpan(0, content.length());
    }

    /**
     * Returns the text that chunks were cut from: each without its overlap, one after another.
     *
     * @param chunks all chunks of one text, in order
     * @return the text; empty if there are no chunks
     * @throws IllegalArgumentException if a chunk is missing or out of order
     */
    public static String reassemble(List<Chunk> chunks) {
        var text = new StringBuilder();
        for (var i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.index != i) {
                throw new IllegalArgumentException("expected chunk " + i + ", found chunk " + chunk.index);
            }
            text.append(chunk.text(), chunk.overlap, chunk.content.length());
        }
        return text.toString();
    }
}

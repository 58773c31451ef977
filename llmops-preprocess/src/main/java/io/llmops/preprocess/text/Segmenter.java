package io.llmops.preprocess.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Says where the segments of a text end. Segments follow each other without gaps: joined, they are the text.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Segmenter {

    /**
     * Returns the end of a segment.
     *
     * @param text the text
     * @param start where the segment starts: 0, or the end of the one before; less than the text's length
     * @return where it ends, exclusive; greater than the start
     */
    int end(String text, int start);

    /**
     * Returns where the longest beginning of whole segments within a length ends.
     *
     * @param text the text
     * @param characters the most characters (UTF-16 units), no more than the text has
     * @return the end of the last segment that fits, exclusive; 0 if the first does not
     */
    default int endWithin(String text, int characters) {
        var end = 0;
        while (end < characters) {
            var next = end(text, end);
            if (next > characters) {
                break;
            }
            end = next;
        }
        return end;
    }

    /**
     * Returns all segments of a text.
     *
     * @param text the text
     * @return the segments, in order; none if the text is empty
     */
    default List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (int start = 0, end; start < text.length(); start = end) {
            end = end(text, start);
            spans.add(new Span(start, end));
        }
        return spans;
    }
}

package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Text;
import java.util.List;

/**
 * What a text looks like to a chunker. No chunk goes from one section into the next.
 *
 * @param text the text to cut
 * @param cuts where it may be cut
 * @param sections where its sections start, in order; the first one at 0
 * @param overlapUnit the strength of a place that is good enough for an overlap to start at
 */
record Layout(Text text, Cuts cuts, List<Section> sections, int overlapUnit) {

    /** A part of a document under its headings, outermost first. Immutable. */
    record Section(int start, List<String> headings) {}

    static Layout whole(Text text, Cuts cuts, int overlapUnit) {
        return new Layout(text, cuts, List.of(new Section(0, List.of())), overlapUnit);
    }
}

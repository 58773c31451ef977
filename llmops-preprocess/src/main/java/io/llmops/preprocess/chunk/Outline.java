package io.llmops.preprocess.chunk;

import io.llmops.preprocess.chunk.Layout.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects the headings of a document, from left to right. A heading with nothing under it but a deeper heading starts no
 * section of its own: it opens that one's. What
 * is under a heading is not cut from it gladly. Not safe for use by many threads.
 */
final class Outline {

    private record Heading(int level, String title) {}

    private final Cuts cuts;
    private final List<Section> sections = new ArrayList<>();
    private final Deque<Heading> path = new ArrayDeque<>();
    private int headingEnd;

    Outline(Cuts cuts) {
        this.cuts = cuts;
        sections.add(new Section(0, List.of()));
    }

    void add(int start, int end, int level, String title) {
        var last = sections.get(sections.size() - 1);
        var isDeeper = path.isEmpty() || path.getLast().level() < level;
        var joins = isDeeper && cuts.isBlank(headingEnd, start);
        while (!path.isEmpty() && path.getLast().level() >= level) {
            path.removeLast();
        }
        path.addLast(new Heading(level, title));
        if (joins) {
            sections.remove(sections.size() - 1);
        }
        var titles = path.stream().map(Heading::title).toList();
        sections.add(new Section(joins ? last.start() : start, titles));
        headingEnd = end;
        cuts.hold(end);
    }

    List<Section> sections() {
        return sections;
    }
}

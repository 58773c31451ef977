package io.llmops.preprocess.chunk;

import io.llmops.preprocess.chunk.Layout.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one text, from left to right: as far as the size allows, at the strongest place before. The units of the whole text
 * say how far that may be; the chunk by itself is then counted, and made shorter by growing steps while it is too large. So
 * each character is counted a few times, however long the text is. Not safe for use by many threads.
 */
final class Cutting {

    private final Layout layout;
    private final Cuts cuts;
    private final ChunkSize size;
    private final String text;
    private final Units units;
    private final List<Chunk> chunks = new ArrayList<>();

    Cutting(Layout layout, ChunkSize size) {
        this.layout = layout;
        this.cuts = layout.cuts();
        this.size = size;
        this.text = layout.text().toString();
        this.units = size.measure().units(text);
        units.mark(cuts);
    }

    List<Chunk> chunks() {
        var sections = layout.sections();
        for (var i = 0; i < sections.size(); i++) {
            var end = i + 1 < sections.size() ? sections.get(i + 1).start() : text.length();
            cut(sections.get(i), end);
        }
        return List.copyOf(chunks);
    }

    private void cut(Section section, int end) {
        var start = section.start();
        for (var done = start; done < end; ) {
            var cut = farthest(start, done, end);
            if (cut == done && start < done) {
                start = done;
                cut = farthest(start, done, end);
            }
            cut = cut == done ? cuts.from(done + 1) : cut;
            var content = layout.text().slice(start, cut);
            chunks.add(new Chunk(content, chunks.size(), done - start, section.headings(), count(start, cut)));
            start = cut < end && size.overlap() > 0 ? overlapStart(start, cut) : cut;
            done = cut;
        }
    }

    /** Where a chunk from {@code start} that goes beyond {@code done} ends, or {@code done} if none is small enough. */
    private int farthest(int start, int done, int end) {
        var first = units.before(start);
        var rejected = -1;
        for (int budget = size.max(), step = 1; budget > 0; step *= 2) {
            var limit = Math.min(end, units.place(first + budget));
            var cut = limit == end ? end : cuts.lastOfStrongest(done, Math.max(done, limit));
            if (cut == done) {
                return done;
            }
            if (cut != rejected && count(start, cut) <= size.max()) {
                return cut;
            }
            rejected = cut;
            budget = smaller(budget, step);
        }
        return done;
    }

    private int overlapStart(int start, int end) {
        var last = units.before(end);
        for (int budget = size.overlap(), step = 1; budget > 0; step *= 2) {
            var from = Math.max(start + 1, units.place(Math.max(0, last - budget)));
            var at = cuts.firstOfStrongest(from, end, layout.overlapUnit());
            if (at == end || count(at, end) <= size.overlap()) {
                return at;
            }
            budget = smaller(budget, step);
        }
        return end;
    }

    /** A smaller budget, 1 before 0. */
    private static int smaller(int budget, int step) {
        return budget == 1 ? 0 : Math.max(1, budget - step);
    }

    private int count(int start, int end) {
        return size.measure().count(text.substring(start, end));
    }
}

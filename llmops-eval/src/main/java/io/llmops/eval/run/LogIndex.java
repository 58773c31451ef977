package io.llmops.eval.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where in a log the last row of each observation is: 8 bytes an observation. Not safe for use by many threads.
 */
final class LogIndex {

    private static final int BITS = 12;
    private static final int CHUNK = 1 << BITS;
    private static final long[] NONE = new long[0];

    /** By repeat, then by chunks of positions; an offset is kept as one more than it is, for 0 is none. */
    private final List<List<long[]>> repeats = new ArrayList<>();

    private long size;

    /** Sets where the last row of an example's repeat is. */
    void put(long position, int repeat, long offset) {
        while (repeats.size() <= repeat) {
            repeats.add(new ArrayList<>());
        }
        var chunks = repeats.get(repeat);
        var chunk = Math.toIntExact(position >> BITS);
        while (chunks.size() <= chunk) {
            chunks.add(NONE);
        }
        if (chunks.get(chunk).length == 0) {
            chunks.set(chunk, new long[CHUNK]);
        }
        var offsets = chunks.get(chunk);
        var at = (int) position & (CHUNK - 1);
        size += offsets[at] == 0 ? 1 : 0;
        offsets[at] = offset + 1;
    }

    /** Returns where the last row of an example's repeat is, if there is one. */
    OptionalLong offset(long position, int repeat) {
        if (repeat >= repeats.size()) {
            return OptionalLong.empty();
        }
        var chunks = repeats.get(repeat);
        var chunk = position >> BITS;
        if (chunk >= chunks.size() || chunks.get((int) chunk).length == 0) {
            return OptionalLong.empty();
        }
        var offset = chunks.get((int) chunk)[(int) position & (CHUNK - 1)];
        return offset == 0 ? OptionalLong.empty() : OptionalLong.of(offset - 1);
    }

    /** Returns how many observations have a row. */
    long size() {
        return size;
    }
}

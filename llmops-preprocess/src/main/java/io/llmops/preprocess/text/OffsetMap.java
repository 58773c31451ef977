package io.llmops.preprocess.text;

import java.util.Arrays;

/**
 * Where each character of a changed text stood in the original, as runs. An aligned run stands for as many characters of
 * the original, one for one; any other run stands for a whole range of the original, and so does each of its parts.
 * Immutable.
 */
final class OffsetMap {

    private static final int ALIGNED = -1;
    private static final OffsetMap IDENTITY = new OffsetMap(new int[1], new int[1], new int[] {ALIGNED});

    private final int[] at;
    private final int[] from;
    private final int[] to;

    private OffsetMap(int[] at, int[] from, int[] to) {
        this.at = at;
        this.from = from;
        this.to = to;
    }

    static OffsetMap identity() {
        return IDENTITY;
    }

    /** The original position of the character at this index. */
    int start(int index) {
        var run = run(index);
        return to[run] == ALIGNED ? from[run] + index - at[run] : from[run];
    }

    /** The original position behind the character before this index, which is at least 1. */
    int end(int index) {
        var run = run(index - 1);
        return to[run] == ALIGNED ? from[run] + index - at[run] : to[run];
    }

    private int run(int index) {
        var found = Arrays.binarySearch(at, index);
        return found >= 0 ? found : -found - 2;
    }

    /** Collects the runs of a text that is made, from left to right, out of another one. Not safe for use by many threads. */
    static final class Builder {

        private final OffsetMap source;
        private int[] at = new int[8];
        private int[] from = new int[8];
        private int[] to = new int[8];
        private int size;

        Builder(OffsetMap source) {
            this.source = source;
        }

        /** The characters from {@code start} to {@code end} of the source stand at {@code position}. */
        void keep(int start, int end, int position) {
            for (var index = start; index < end; ) {
                var run = source.run(index);
                var next = run + 1 < source.at.length ? Math.min(end, source.at[run + 1]) : end;
                if (source.to[run] == ALIGNED) {
                    add(position + index - start, source.from[run] + index - source.at[run], ALIGNED);
                } else {
                    add(position + index - start, source.from[run], source.to[run]);
                }
                index = next;
            }
        }

        /** New characters at {@code position} stand for the source from {@code start} to {@code end}. */
        void replace(int start, int end, int position) {
            if (start < end) {
                add(position, source.start(start), source.end(end));
            } else {
                var here = start == 0 ? 0 : source.end(start);
                add(position, here, here);
            }
        }

        private void add(int position, int start, int end) {
            if (size > 0 && end == ALIGNED && to[size - 1] == ALIGNED) {
                if (from[size - 1] + position - at[size - 1] == start) {
                    return;
                }
            }
            if (size == at.length) {
                at = Arrays.copyOf(at, 2 * size);
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
            }
            at[size] = position;
            from[size] = start;
            to[size++] = end;
        }

        OffsetMap build() {
            if (size == 0) {
                return IDENTITY;
            }
            return new OffsetMap(Arrays.copyOf(at, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size));
        }
    }
}

package io.llmops.core.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes taken for UTF-8, strictly: the shortest form of each character, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long LINE_FEEDS = '\n' * ONES;

    private Utf8() {}

    /** Where the next line feed or byte beyond ASCII is, or the end. */
    static int plainEnd(byte[] bytes, int from, int end) {
        var at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            var eight = (long) EIGHT_BYTES.get(bytes, at);
            var zeroAtLineFeeds = eight ^ LINE_FEEDS;
            var found = (((zeroAtLineFeeds - ONES) & ~zeroAtLineFeeds) | eight) & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] >= 0 && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** How many bytes the character takes that begins at a place; 0 if the end cuts it off, -1 if it is none. */
    static int length(byte[] bytes, int at, int end) {
        if (end - at >= Integer.BYTES) {
            var length = lengthByShape((int) FOUR_BYTES.get(bytes, at));
            if (length > 0) {
                return length;
            }
        }
        return lengthByEachByte(bytes, at, end);
    }

    /** How many of four bytes, the first lowest, are one character beyond ASCII, by their bits all at once; 0 if none. */
    private static int lengthByShape(int four) {
        if ((four & 0xc0e0) == 0x80c0) {
            return (four & 0x1e) == 0 ? 0 : 2;
        }
        if ((four & 0xc0c0f0) == 0x8080e0) {
            var isShorterOrSurrogate = (four & 0x200f) == 0 || (four & 0x200f) == 0x200d;
            return isShorterOrSurrogate ? 0 : 3;
        }
        var plane = ((four & 0x07) << 2) | ((four >> 12) & 0x03);
        return (four & 0xc0c0c0f8) == 0x808080f0 && plane >= 1 && plane <= 16 ? 4 : 0;
    }

    private static int lengthByEachByte(byte[] bytes, int at, int end) {
        var first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xc2 || first > 0xf4) {
            return -1;
        }
        var length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        for (var i = 1; i < length; i++) {
            if (at + i == end) {
                return 0;
            }
            var next = bytes[at + i] & 0xff;
            if (next >> 6 != 2 || (i == 1 && !mayFollow(first, next))) {
                return -1;
            }
        }
        return length;
    }

    private static boolean mayFollow(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second < 0xa0;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second < 0x90;
            default -> true;
        };
    }
}

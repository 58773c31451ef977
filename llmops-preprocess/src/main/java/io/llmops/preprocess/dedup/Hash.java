package io.llmops.preprocess.dedup;

/**
 * Hashes of 64 bits, the same on every Java. {@link #mix} is the finaliser of SplitMix64 (Steele, Lea, Flood: Fast
 * Splittable Pseudorandom Number Generators, 2014; constants by Stafford, Mix13): a bijection in which each bit of the
 * argument turns each bit of the result about every other time.
 */
final class Hash {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long mix(long number) {
        var z = number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The hash of a number that comes behind others. */
    static long mix(long before, long number) {
        return mix(before * STEP + number);
    }

    static long of(String text) {
        var hash = text.length() * STEP;
        var at = 0;
        for (; at + 4 <= text.length(); at += 4) {
            hash = mix(hash, four(text, at));
        }
        for (; at < text.length(); at++) {
            hash = mix(hash, text.charAt(at));
        }
        return mix(hash);
    }

    private static long four(String text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << 16
                | (long) text.charAt(at + 2) << 32
                | (long) text.charAt(at + 3) << 48;
    }

    /** The hash of neighbours in a list. */
    static long of(long[] hashes, int start, int length) {
        var hash = length * STEP;
        for (var at = start; at < start + length; at++) {
            hash = mix(hash, hashes[at]);
        }
        return hash;
    }
}

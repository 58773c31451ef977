package io.llmops.core.model.decorate;

import java.util.function.Supplier;

/**
 * Which repetition of the same question this thread is asking, so that asking five times gets five answers although a
 * cache or a cassette knows the first: {@code Repeat.of(3, () -> pipeline.run(input))}. Outside of one it is 0. Safe for
 * use by many threads.
 */
public final class Repeat {

    private static final ThreadLocal<Integer> INDEX = ThreadLocal.withInitial(() -> 0);

    private Repeat() {}

    /** {@return the index of the repetition this thread is in} */
    public static int index() {
        return INDEX.get();
    }

    /**
     * Does something as a repetition.
     *
     * @param index which one, from 0
     * @param task what to do, on this thread
     * @param <T> the type of its result
     * @return its result
     * @throws IllegalArgumentException if the index is negative
     */
    public static <T> T of(int index, Supplier<T> task) {
        if (index < 0) {
            throw new IllegalArgumentException("expected an index of 0 or more, found " + index);
        }
        var outer = INDEX.get();
        INDEX.set(index);
        try {
            return task.get();
        } finally {
            if (outer == 0) {
                INDEX.remove();
            } else {
                INDEX.set(outer);
            }
        }
    }
}

package io.llmops.eval;

import io.llmops.core.dataset.Example;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One repeat of an example, and the place of that in the dataset, from 0. Immutable. */
record Try<I, R>(Example<I, R> example, long position, int repeat) {

    /** Returns each example so many times, one after another. */
    static <I, R> Iterator<Try<I, R>> of(Iterator<Example<I, R>> examples, int repeats) {
        return new Iterator<>() {

            private @Nullable Try<I, R> last;

            @Override
            public boolean hasNext() {
                return (last != null && last.repeat < repeats - 1) || examples.hasNext();
            }

            @Override
            public Try<I, R> next() {
                var before = last;
                Try<I, R> next;
                if (before == null) {
                    next = new Try<>(examples.next(), 0, 0);
                } else if (before.repeat < repeats - 1) {
                    next = new Try<>(before.example, before.position, before.repeat + 1);
                } else {
                    next = new Try<>(examples.next(), before.position + 1, 0);
                }
                last = next;
                return next;
            }
        };
    }
}

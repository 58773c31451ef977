package io.llmops.eval.metric.text;

import io.llmops.core.dataset.NoReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a reference says: one text, or several. */
final class References {

    private References() {}

    /**
     * Returns the texts of a reference, one or more; a null among several is one that is not there.
     *
     * @throws IllegalArgumentException if it is something else, or nothing
     */
    static List<String> of(Object reference) {
        if (reference instanceof CharSequence text) {
            return List.of(text.toString());
        }
        if (!(reference instanceof Iterable<?> several)) {
            throw expected(
                    reference == NoReference.NONE
                            ? "none"
                            : "a " + reference.getClass().getName());
        }
        var texts = new ArrayList<String>();
        for (Object one : several) {
            add(one, texts);
        }
        if (texts.isEmpty()) {
            throw expected("an empty list");
        }
        return texts;
    }

    private static void add(@Nullable Object one, List<String> texts) {
        if (one instanceof CharSequence text) {
            texts.add(text.toString());
        } else if (one != null) {
            throw expected("a list with a " + one.getClass().getName());
        }
    }

    private static IllegalArgumentException expected(String found) {
        return new IllegalArgumentException("expected a text or a list of texts as reference, found " + found);
    }
}

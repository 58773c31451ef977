package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Stage;
import java.util.List;

/**
 * One step that cleans a text. As a stage it takes and returns plain strings; {@link #clean} keeps the offsets. A cleaner
 * that changes nothing returns the text it was given.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Cleaner extends Stage<String, String> {

    /**
     * Returns the cleaned text. It has the same original, and any range of it stands for the characters it was made of;
     * a cleaner that works through {@link Text#edit} keeps that law.
     *
     * @param text the text
     * @return the cleaned text
     */
    Text clean(Text text);

    @Override
    @SuppressWarnings(
            "FunctionalInterfaceMethodChanged") // a cleaner is written over texts and used, as a stage, on strings
    default String apply(String text) {
        return clean(Text.of(text)).toString();
    }

    /**
     * Returns this cleaner and another one behind it.
     *
     * @param next takes what this cleaner returned
     * @return both, in order
     */
    default Cleaner then(Cleaner next) {
        return CleanerChain.of(this, next);
    }

    /**
     * Returns what each step of this cleaner does to a text.
     *
     * @param text the text
     * @return a row a step, behind the text
     */
    default Explanation explain(String text) {
        return Explanation.of(text, steps());
    }

    /** {@return the single steps this cleaner is made of, in order; the cleaner itself if it is one} */
    default List<Cleaner> steps() {
        return List.of(this);
    }
}

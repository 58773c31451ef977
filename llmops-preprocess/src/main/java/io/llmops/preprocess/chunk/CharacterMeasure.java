package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import java.util.Optional;

/** UTF-16 units. Immutable. */
record CharacterMeasure() implements Measure {

    @Override
    public int count(String text) {
        return text.length();
    }

    @Override
    public Units units(String text) {
        return new Places(text.length());
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(Description.of("characters"));
    }

    @Override
    public String toString() {
        return "characters";
    }

    private record Places(int length) implements Units {

        @Override
        public int before(int position) {
            return position;
        }

        @Override
        public int place(int unit) {
            return Math.min(unit, length);
        }

        @Override
        public void mark(Cuts cuts) {
            // every place between two user-perceived characters is one already
        }
    }
}

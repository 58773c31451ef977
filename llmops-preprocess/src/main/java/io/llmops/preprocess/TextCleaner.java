package io.llmops.preprocess;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cleans text, as a stage of a pipeline or by itself. {@link #standard()} is a sensible start; {@link #of} makes one of
 * any steps of the shelf {@link Cleaners}.
 *
 * <pre>{@code
 * TextCleaner.standard().apply("“It’s  late…”");   // "\"It's late...\""
 * }</pre>
 *
 * <p>Immutable.
 */
public final class TextCleaner implements Cleaner {

    private static final List<Cleaner> STANDARD = List.of(
            Cleaners.nfc(),
            Cleaners.controls(),
            Cleaners.zeroWidth(),
            Cleaners.bidi(),
            Cleaners.plainPunctuation(),
            Cleaners.whitespace());

    private final Cleaner cleaner;

    private TextCleaner(Cleaner cleaner) {
        this.cleaner = Objects.requireNonNull(cleaner, "cleaner");
    }

    /**
     * Returns the customary cleaning, which loses nothing a reader would see: canonical composition; control characters,
     * zero-width characters and direction marks dropped; typographic quotes, dashes and ellipses made plain; white space
     * collapsed and trimmed. It changes no letter and no case.
     *
     * @return the cleaner
     */
    public static TextCleaner standard() {
        return new TextCleaner(STANDARD.stream().reduce(Cleaner::then).orElseThrow());
    }

    /**
     * Returns a cleaner of these steps.
     *
     * @param first the first step
     * @param more the steps behind it, in order
     * @return the cleaner
     */
    public static TextCleaner of(Cleaner first, Cleaner... more) {
        var steps = first;
        for (var step : more) {
            steps = steps.then(step);
        }
        return new TextCleaner(steps);
    }

    @Override
    public TextCleaner then(Cleaner next) {
        return new TextCleaner(cleaner.then(next));
    }

    @Override
    public Text clean(Text text) {
        return cleaner.clean(text);
    }

    @Override
    public Optional<Description> describe() {
        return cleaner.describe();
    }

    @Override
    public List<Cleaner> steps() {
        return cleaner.steps();
    }

    /** {@return the steps in order, those of {@link #standard()} as {@code clean}, e.g. {@code clean ▸ lowercase}} */
    @Override
    public String toString() {
        var names = steps().stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
        var standard = STANDARD.stream().map(String::valueOf).toList();
        var at = Collections.indexOfSubList(names, standard);
        if (at >= 0) {
            names.subList(at, at + standard.size()).clear();
            names.add(at, "clean");
        }
        return String.join(" ▸ ", names);
    }
}

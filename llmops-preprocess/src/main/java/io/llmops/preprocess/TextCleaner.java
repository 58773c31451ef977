package io.llmops.preprocess;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import java.util.Objects;
import java.util.Optional;

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

    private final Cleaner steps;

    private TextCleaner(Cleaner steps) {
        this.steps = Objects.requireNonNull(steps, "cleaner");
    }

    /**
     * Returns the customary cleaning, which loses nothing a reader would see: canonical composition; control characters,
     * zero-width characters and direction marks dropped; typographic quotes, dashes and ellipses made plain; white space
     * collapsed and trimmed. It changes no letter and no case.
     *
     * @return the cleaner
     */
    public static TextCleaner standard() {
        return of(
                Cleaners.nfc(),
                Cleaners.controls(),
                Cleaners.zeroWidth(),
                Cleaners.bidi(),
                Cleaners.plainPunctuation(),
                Cleaners.whitespace());
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
        return new TextCleaner(steps.then(next));
    }

    @Override
    public Text clean(Text text) {
        return steps.clean(text);
    }

    @Override
    public Optional<Description> describe() {
        return steps.describe();
    }

    /** {@return {@code clean}: the steps are in its description} */
    @Override
    public String toString() {
        return "clean";
    }
}

package io.llmops.preprocess.text;

import io.llmops.core.pipeline.Description;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * The shelf of cleaning steps, each by itself. Join them with {@link Cleaner#then}:
 *
 * <pre>{@code
 * Cleaner cleaner = Cleaners.nfkc().then(Cleaners.whitespace());
 * cleaner.apply("ｆｕｌｌ  width");   // "full width"
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Cleaners {

    private Cleaners() {}

    /** {@return Unicode normalisation form C: canonical composition (UAX #15)} */
    public static Cleaner nfc() {
        return NamedCleaner.of("nfc", new Normalization(Normalizer.Form.NFC));
    }

    /** {@return Unicode normalisation form D: canonical decomposition (UAX #15)} */
    public static Cleaner nfd() {
        return NamedCleaner.of("nfd", new Normalization(Normalizer.Form.NFD));
    }

    /** {@return Unicode normalisation form KC: compatibility decomposition, then composition (UAX #15)} */
    public static Cleaner nfkc() {
        return NamedCleaner.of("nfkc", new Normalization(Normalizer.Form.NFKC));
    }

    /** {@return Unicode normalisation form KD: compatibility decomposition (UAX #15)} */
    public static Cleaner nfkd() {
        return NamedCleaner.of("nfkd", new Normalization(Normalizer.Form.NFKD));
    }

    /** {@return each run of white space (Unicode White_Space) made one space, both ends trimmed} */
    public static Cleaner whitespace() {
        return NamedCleaner.of("whitespace", new Whitespace(false));
    }

    /** {@return each run of white space made one line break where it holds one, else one space; both ends trimmed} */
    public static Cleaner whitespaceInLines() {
        return NamedCleaner.of("whitespace-in-lines", new Whitespace(true));
    }

    /** {@return control characters dropped, except those that are white space} */
    public static Cleaner controls() {
        return NamedCleaner.of("controls", new Characters(Invisible::control));
    }

    /**
     * {@return zero-width characters and soft hyphens dropped; the joiners U+200C and U+200D stay, for they spell
     * Persian words, Indic clusters and emoji}
     */
    public static Cleaner zeroWidth() {
        return NamedCleaner.of("zero-width", new Characters(Invisible::zeroWidth));
    }

    /** {@return the invisible characters that turn the direction of writing dropped (marks, overrides, isolates)} */
    public static Cleaner bidi() {
        return NamedCleaner.of("bidi", new Characters(Invisible::bidi));
    }

    /** {@return typographic quotes, dashes and ellipses as a keyboard has them} */
    public static Cleaner plainPunctuation() {
        return NamedCleaner.of("plain-punctuation", new Characters(PlainPunctuation::any));
    }

    /** {@return typographic quotes and apostrophes as {@code '} and {@code "}} */
    public static Cleaner plainQuotes() {
        return NamedCleaner.of("plain-quotes", new Characters(PlainPunctuation::quote));
    }

    /** {@return dashes, hyphens and the minus sign as {@code -}} */
    public static Cleaner plainDashes() {
        return NamedCleaner.of("plain-dashes", new Characters(PlainPunctuation::dash));
    }

    /** {@return the ellipsis character as full stops} */
    public static Cleaner plainEllipses() {
        return NamedCleaner.of("plain-ellipses", new Characters(PlainPunctuation::ellipsis));
    }

    /** {@return lower case, in no particular language} */
    public static Cleaner lowercase() {
        return NamedCleaner.of("lowercase", text -> CaseFolding.lower(text, Locale.ROOT));
    }

    /**
     * Returns lower case in a language.
     *
     * @param locale Turkish and Azerbaijani turn I into ı and İ into i
     * @return the step
     */
    public static Cleaner lowercase(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        return NamedCleaner.of("lowercase", "locale", locale.toLanguageTag(), text -> CaseFolding.lower(text, locale));
    }

    /** {@return upper case, in no particular language: ß becomes SS} */
    public static Cleaner uppercase() {
        return NamedCleaner.of("uppercase", new Characters(CaseFolding::upper));
    }

    /** {@return Unicode full case folding: ß and ẞ become ss, every sigma σ} */
    public static Cleaner caseFold() {
        return NamedCleaner.of("case-fold", CaseFolding.fold(Locale.ROOT));
    }

    /**
     * Returns Unicode full case folding in a language.
     *
     * @param locale Turkish and Azerbaijani fold I to ı and İ to i
     * @return the step
     */
    public static Cleaner caseFold(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        return NamedCleaner.of("case-fold", "locale", locale.toLanguageTag(), CaseFolding.fold(locale));
    }

    /** {@return accents dropped: é becomes e; letters with a stroke (ø, ł) are letters of their own and stay} */
    public static Cleaner foldAccents() {
        return NamedCleaner.of("fold-accents", new AccentFolding());
    }

    /**
     * Returns the text of HTML: tags, comments, scripts and styles dropped, entities read, a line break between blocks.
     * White space is left as it is; put {@link #whitespaceInLines()} behind.
     *
     * @return the step
     * @throws IllegalStateException if {@code org.jsoup:jsoup} is not there
     */
    public static Cleaner html() {
        try {
            var html = new Html();
            html.apply(Text.of("<p>"));
            return NamedCleaner.of("html", html);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("expected the library org.jsoup:jsoup on the class path, found none", e);
        }
    }

    /** {@return the text of Markdown: its marks and the targets of its links dropped, code kept} */
    public static Cleaner markdown() {
        return NamedCleaner.of("markdown", new Markdown());
    }

    /**
     * Returns a step that drops web addresses, e-mail addresses and their like.
     *
     * @param entity what to drop
     * @return the step
     */
    public static Cleaner drop(Entity entity) {
        return NamedCleaner.of("drop", "entity", nameOf(entity), text -> entity.replace(text, ""));
    }

    /**
     * Returns a step that puts the same word in the place of every web address, e-mail address or their like.
     *
     * @param entity what to mask
     * @param mask the word, e.g. {@code <url>}
     * @return the step
     */
    public static Cleaner mask(Entity entity, String mask) {
        Objects.requireNonNull(mask, "mask");
        var description = Description.of("mask").with("entity", nameOf(entity)).with("mask", mask);
        return new NamedCleaner(
                "mask(" + nameOf(entity) + " " + mask + ")", description, text -> entity.replace(text, mask));
    }

    private static String nameOf(Entity entity) {
        return Objects.requireNonNull(entity, "entity").name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a step that cuts runs of one character, as in {@code sooooo}. White space and digits stay as they are.
     *
     * @param most the longest run to leave, at least 1
     * @return the step
     */
    public static Cleaner limitRepeats(int most) {
        return NamedCleaner.of("limit-repeats", "most", most, new Repeats(most));
    }

    /** {@return UTF-8 that was read as Latin-1 or Windows-1252 repaired: {@code Ã©} becomes {@code é}} */
    public static Cleaner repairMojibake() {
        return NamedCleaner.of("repair-mojibake", new Mojibake());
    }

    /**
     * Returns a step that cuts a text to a length, between two user-perceived characters.
     *
     * @param characters the most characters (UTF-16 units), 0 or more
     * @return the step
     */
    public static Cleaner truncate(int characters) {
        return NamedCleaner.of(
                "truncate", "characters", characters, new Truncation(Segmenters.graphemes(), characters));
    }

    /**
     * Returns a step that cuts a text to whole sentences within a length; a first sentence that is longer leaves nothing.
     *
     * @param characters the most characters (UTF-16 units), 0 or more
     * @return the step
     */
    public static Cleaner truncateToSentences(int characters) {
        return NamedCleaner.of(
                "truncate-to-sentences", "characters", characters, new Truncation(Segmenters.sentences(), characters));
    }
}

package io.llmops.core.prompt;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stages that read what a model answered, for {@link io.llmops.core.pipeline.Pipeline#thenMaybe}. Each answers or abstains
 * with the reason; none guesses, and none throws for what a model wrote. They look at the whole answer first, apart from
 * quotes, Markdown, brackets or a code fence around it and a mark behind it; then at what it says to be its answer
 * ({@code Answer: …}, {@code **Label:** …}, {@code the answer is …}; English); then everywhere. Thinking between {@code
 * <think>} and {@code </think>} at the head of an answer is left out, an answer of more than 1,000,000 characters is not
 * read. The time taken grows with the length of the answer, except in {@link #regex}, which has its own limits.
 *
 * <p>Safe for use by many threads.
 */
public final class AnswerParsers {

    private AnswerParsers() {}

    /**
     * Returns a stage that reads one of some labels.
     *
     * @param labels the labels
     * @return the stage
     * @throws IllegalArgumentException if there are none, or one has no letter, digit or mark
     * @see #oneOf(Collection, Map)
     */
    public static Stage<String, Outcome<String>> oneOf(Collection<String> labels) {
        return oneOf(labels, Map.of());
    }

    /**
     * Returns a stage that reads one of some labels, which may go by other names. A label is found as whole words,
     * whatever their case, with spaces, underscores or hyphens between them. Where one label is part of another the longer
     * counts. Abstains if no label is named, if several are, or if the only one is denied in its clause ("I don't
     * think it is a refund"; English).
     *
     * @param labels the labels
     * @param synonyms the label meant, by the other name
     * @return the stage
     * @throws IllegalArgumentException if there are no labels, one has no letter, digit or mark, or a synonym stands for
     *     something that is no label, or for two
     */
    public static Stage<String, Outcome<String>> oneOf(Collection<String> labels, Map<String, String> synonyms) {
        return new OneOfParser(Labels.of(labels, synonyms)).stage();
    }

    /**
     * Returns a stage that reads all labels an answer names, as in {@link #oneOf(Collection, Map)}. Abstains if there are
     * none, if one is denied, or if the answer is a list with an item that is no label.
     *
     * @param labels the labels
     * @return the stage; the set keeps the order of the answer
     * @throws IllegalArgumentException if there are none, or one has no letter, digit or mark
     */
    public static Stage<String, Outcome<Set<String>>> severalOf(Collection<String> labels) {
        return new SeveralOfParser(Labels.of(labels, Map.of()), Optional.empty()).stage();
    }

    /**
     * Returns a stage that reads all labels an answer names, or that it names none. Abstains as {@link
     * #severalOf(Collection)}, and if the answer names labels and none.
     *
     * @param labels the labels
     * @param none what stands for no label, e.g. {@code none}; not a label itself
     * @return the stage; the set keeps the order of the answer and is empty for none
     * @throws IllegalArgumentException if there are no labels, one has no letter, digit or mark, or {@code none} is one
     */
    public static Stage<String, Outcome<Set<String>>> severalOf(Collection<String> labels, String none) {
        if (labels.contains(none)) {
            throw new IllegalArgumentException("expected a word for none that is no label, found '" + none + "'");
        }
        var all = new ArrayList<>(labels);
        all.add(none);
        return new SeveralOfParser(Labels.of(all, Map.of()), Optional.of(none)).stage();
    }

    /**
     * Returns a stage that reads the only number in an answer, or in what is marked as its answer. The same number twice
     * is one. Abstains if there is none, if there are several, or if it could be read in two ways.
     *
     * <p>A comma or no-break space stands between groups of three digits, a point before decimals: {@code 1,234.5}; there
     * may be a sign, an exponent, a currency sign, a unit. A per cent sign changes nothing: {@code 45%} is 45. Not read are
     * {@code 1,5}, {@code 3/4}, {@code 10:30}, {@code 3-5}, {@code 5k}, {@code 5 million}; digits in names and ordinals are
     * no numbers.
     *
     * @return the stage
     */
    public static Stage<String, Outcome<Double>> number() {
        return NumberParser.only();
    }

    /**
     * Returns a stage that reads the last number in an answer, written as for {@link #number()}. Abstains if there is none,
     * or if the last could be read in two ways.
     *
     * @return the stage
     */
    public static Stage<String, Outcome<Double>> lastNumber() {
        return NumberParser.last();
    }

    /**
     * Returns a stage that reads a yes ({@code yes, yeah, yep, true, correct}) or a no ({@code no, nope, false,
     * incorrect}).
     *
     * @return the stage
     * @see #yesNo(Collection, Collection)
     */
    public static Stage<String, Outcome<Boolean>> yesNo() {
        return yesNo(List.of("yeah", "yep", "true", "correct"), List.of("nope", "false", "incorrect"));
    }

    /**
     * Returns a stage that reads {@code yes}, {@code no}, or words that mean the same. Abstains if there is neither, both,
     * or a denied one alone ("not yes" is not "no").
     *
     * @param yes what means yes beside {@code yes}
     * @param no what means no beside {@code no}
     * @return the stage
     * @throws IllegalArgumentException if a word is in both, or has no letter, digit or mark
     */
    public static Stage<String, Outcome<Boolean>> yesNo(Collection<String> yes, Collection<String> no) {
        return YesNoParser.of(yes, no).stage();
    }

    /**
     * Returns a stage that reads the letter of a choice: {@code B}, {@code (B)}, {@code B.}, {@code B) Paris}, {@code
     * Answer: B}, {@code the answer is (B)}, {@code option B}, {@code B is correct}. A letter that is a word of the
     * sentence, such as the article "A", is none. Abstains if there is none, if there are several, or if it is behind the
     * last.
     *
     * @param options how many choices there are, from 2 to 26
     * @return the stage; a capital letter from {@code A}
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Stage<String, Outcome<String>> choice(int options) {
        if (options < 2 || options > 26) {
            throw new IllegalArgumentException("expected from 2 to 26 choices, found " + options);
        }
        return new ChoiceParser((char) ('A' + options - 1)).stage();
    }

    /**
     * Returns a stage that reads what a group of a pattern matches. The pattern may match anywhere and often, as long as
     * the group has one and the same value. Abstains if there is none or several, if the answer has more than 100,000
     * characters, or if the pattern looks at more than 10,000,000 on the way.
     *
     * @param pattern the pattern
     * @param group the number of the group, 0 for the whole match
     * @return the stage
     * @throws IllegalArgumentException if the pattern has no such group
     */
    public static Stage<String, Outcome<String>> regex(Pattern pattern, int group) {
        return new RegexParser(pattern, group).stage();
    }

    /**
     * Returns a stage that reads a text from the JSON object in an answer, which may stand in a code fence or in a
     * sentence. Abstains if there is no object or more than one, if it is broken, names a field twice or has text behind it
     * in its fence, or if the field is absent or no text.
     *
     * @param field the name of a field of the object, or a JSON Pointer (RFC 6901) that begins with {@code /}
     * @return the stage
     */
    public static Stage<String, Outcome<String>> jsonText(String field) {
        return JsonFieldParser.text(field);
    }

    /**
     * Returns a stage that reads a number from the JSON object in an answer. Abstains as {@link #jsonText}; a number in
     * quotes is a text.
     *
     * @param field the name of a field of the object, or a JSON Pointer (RFC 6901) that begins with {@code /}
     * @return the stage
     */
    public static Stage<String, Outcome<Double>> jsonNumber(String field) {
        return JsonFieldParser.number(field);
    }

    /**
     * Returns a stage that reads true or false from the JSON object in an answer. Abstains as {@link #jsonText}.
     *
     * @param field the name of a field of the object, or a JSON Pointer (RFC 6901) that begins with {@code /}
     * @return the stage
     */
    public static Stage<String, Outcome<Boolean>> jsonBoolean(String field) {
        return JsonFieldParser.truth(field);
    }
}

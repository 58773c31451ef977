package io.llmops.eval.metric.text;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.llmops.core.model.EmbeddingModelAdapter;
import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import io.llmops.eval.metric.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shelf of scorers of one text against its references; of several references the best score counts. The range is 0 to
 * 1 and higher is better unless said otherwise. Sentence BLEU, chrF and ROUGE are had from {@link Bleu#sentence()}, {@link
 * Chrf#sentence()} and {@link Rouge#scorer}. Safe for use by many threads.
 */
public final class TextScorers {

    /** Here, for the scorer's own class needs a library that may be absent. */
    static final MetricDescription JSON_CONFORMS =
            unit("json_conforms", "mean of 1 where the answer is JSON that conforms to the schema, else 0");

    private TextScorers() {}

    /**
     * Returns 1 where answer and reference are equal once both are normalised, else 0; name {@code normalized_match}.
     *
     * @param normalizer any, e.g. a text cleaner
     * @return the scorer
     */
    public static Scorer<Object, Object> normalizedMatch(Function<? super String, ? extends CharSequence> normalizer) {
        Objects.requireNonNull(normalizer, "normalizer");
        return best(
                "normalized_match",
                "mean of 1 where answer and reference are equal, normalised, else 0",
                (a, r) -> normalizer.apply(a).toString().contentEquals(normalizer.apply(r)) ? 1 : 0);
    }

    /** {@return 1 where the answer contains the reference, else 0; name {@code contains}} */
    public static Scorer<Object, Object> contains() {
        return best(
                "contains",
                "mean of 1 where the answer contains the reference, else 0",
                (a, r) -> a.contains(r) ? 1 : 0);
    }

    /**
     * Returns 1 where a pattern is found in the answer, else 0; the reference is not looked at; name {@code
     * pattern_match}. Fails where the pattern looks at more than 10,000,000 characters on its way.
     *
     * @param pattern the pattern
     * @return the scorer
     */
    public static Scorer<Object, Object> pattern(Pattern pattern) {
        Objects.requireNonNull(pattern, "pattern");
        return TextScorer.holding(
                "pattern_match",
                "mean of 1 where the answer has a match of " + pattern + ", else 0",
                answer -> SteppedText.contains(pattern, answer));
    }

    /**
     * Returns 1 where the last number in the answer is within a tolerance of that of the reference, else 0; either may be
     * a {@link Number}; name {@code numeric_match}.
     *
     * @param absolute the greatest difference, 0 or more
     * @param relative the greatest difference as a share of the reference, 0 or more; the wider of the two holds
     * @return the scorer
     * @throws IllegalArgumentException if one is negative or NaN
     */
    public static Scorer<Object, Object> numeric(double absolute, double relative) {
        return new NumericMatch(absolute, relative);
    }

    /**
     * Returns 1 where the answer names the letter of the reference, else 0, as {@link
     * io.llmops.core.prompt.AnswerParsers#choice} reads them; name {@code choice_match}.
     *
     * @param options how many choices there are, from 2 to 26
     * @return the scorer
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Scorer<Object, Object> choice(int options) {
        return new ChoiceMatch(options);
    }

    /** {@return the fewest characters put in, left out or replaced (Levenshtein 1966); name {@code levenshtein}, from 0, lower is better} */
    public static Scorer<Object, Object> levenshtein() {
        return distance(
                "levenshtein",
                "mean number of characters put in, left out or replaced (Levenshtein 1966)",
                EditDistance::levenshtein);
    }

    /** {@return the same, swaps of neighbours among the edits (Damerau 1964, unrestricted); name {@code damerau_levenshtein}, from 0, lower is better; memory grows with the product of the lengths} */
    public static Scorer<Object, Object> damerauLevenshtein() {
        return distance(
                "damerau_levenshtein",
                "mean number of characters put in, left out, replaced or swapped with a neighbour (Damerau 1964)",
                EditDistance::damerau);
    }

    /** {@return places at which the characters differ, those that only one text has among them (Hamming 1950); name {@code hamming}, from 0, lower is better} */
    public static Scorer<Object, Object> hamming() {
        return distance(
                "hamming", "mean number of places at which characters differ (Hamming 1950)", EditDistance::hamming);
    }

    /** {@return 1 − Levenshtein's distance / length of the longer text; name {@code edit_similarity}} */
    public static Scorer<Object, Object> editSimilarity() {
        return best(
                "edit_similarity",
                "mean of 1 - Levenshtein distance / characters of the longer text",
                byCharacters((a, r) -> EditDistance.similarity(EditDistance.levenshtein(a, r), a.length, r.length)));
    }

    /** {@return Jaro's similarity (1989); name {@code jaro}} */
    public static Scorer<Object, Object> jaro() {
        return best("jaro", "mean of Jaro's similarity (1989)", byCharacters(Jaro::similarity));
    }

    /** {@return Jaro's similarity, nearer to 1 for a common beginning (Winkler 1990; 0.1 for each of up to 4 characters); name {@code jaro_winkler}} */
    public static Scorer<Object, Object> jaroWinkler() {
        return best("jaro_winkler", "mean of the Jaro-Winkler similarity (1990), p 0.1", byCharacters(Jaro::winkler));
    }

    /** {@return different words in common / all different words (Jaccard); name {@code jaccard}} */
    public static Scorer<Object, Object> jaccard() {
        return best("jaccard", "mean of common words / all words, as sets (Jaccard 1901)", bySets(Overlap::jaccard));
    }

    /** {@return 2 × different words in common / different words of both (Dice); name {@code dice}} */
    public static Scorer<Object, Object> dice() {
        return best("dice", "mean of 2 × common words / words of both, as sets (Dice 1945)", bySets(Overlap::dice));
    }

    /** {@return F1 of the words as bags, split at white space; name {@code token_f1}} */
    public static Scorer<Object, Object> tokenF1() {
        return best("token_f1", "mean of F1 of the words as bags", (a, r) -> Overlap.f1(Words.of(a), Words.of(r)));
    }

    /** {@return METEOR of equal words and stems, without synonyms, of words split at white space (NLTK 3.8); name {@code meteor}} */
    public static Scorer<Object, Object> meteor() {
        return best(
                "meteor",
                "mean of METEOR, exact and Porter stem stages, alpha 0.9, beta 3, gamma 0.5 (Lavie 2007, NLTK 3.8)",
                (a, r) -> Meteor.STANDARD.score(Words.of(a), Words.of(r)));
    }

    /** {@return Google-BLEU of an answer on tokens of mteval-v13a (Wu 2016); name {@code sentence_gleu}} */
    public static Scorer<Object, Object> gleu() {
        return new TextScorer(
                unit("sentence_gleu", "mean of min(precision, recall) of n-grams of 1 to 4 tokens (Wu 2016)"),
                true,
                (answer, references) -> {
                    var counts = new double[2];
                    Gleu.count(answer, references, counts);
                    return Gleu.score(counts);
                });
    }

    /**
     * Returns BLEU of one answer with one of the smoothings Chen and Cherry compared, on tokens of mteval-v13a, as NLTK
     * computes it; name {@code sentence_bleu/method_0} and so on; from 0, mostly up to 1. Abstains where method 6 is
     * undefined.
     *
     * @param smoothing which
     * @return the scorer
     */
    public static Scorer<Object, Object> bleu(ChenCherry smoothing) {
        var name = smoothing.name().toLowerCase(Locale.ROOT);
        return new TextScorer(
                new MetricDescription(
                        "sentence_bleu/" + name,
                        Direction.HIGHER_IS_BETTER,
                        Range.NOT_NEGATIVE,
                        "mean of BLEU-4 of each answer, " + name + " of Chen and Cherry (2014, NLTK 3.8)"),
                true,
                (answer, references) -> smoothing.bleu(
                        BleuTokenizer.V13A.tokens(answer),
                        references.stream().map(BleuTokenizer.V13A::tokens).toList(),
                        4));
    }

    /** {@return words of the answer / words of the reference nearest to it in length; name {@code length_ratio}, from 0; fails for a reference without words} */
    public static Scorer<Object, Object> lengthRatio() {
        return new TextScorer(
                new MetricDescription(
                        "length_ratio",
                        Direction.NEITHER,
                        Range.NOT_NEGATIVE,
                        "mean of words of the answer / words of the reference nearest in length"),
                true,
                (answer, references) -> {
                    var closest = BleuRows.closestLength(
                            Words.count(answer),
                            references.stream().map(Words::of).toList());
                    return (double) Words.count(answer) / closest;
                });
    }

    /** {@return 1 where the whole answer is one JSON value (RFC 8259), else 0; the reference is not looked at; name {@code json_valid}} */
    public static Scorer<Object, Object> jsonValidity() {
        return TextScorer.holding(
                "json_valid",
                "mean of 1 where the answer is JSON (RFC 8259), else 0",
                answer -> JsonText.read(answer).isPresent());
    }

    /**
     * Returns 1 where the whole answer is JSON that conforms to a schema, else 0; the reference is not looked at; name
     * {@code json_conforms}. Needs {@code com.networknt:json-schema-validator} beside this library.
     *
     * @param schema a JSON Schema, of draft 2020-12 unless its {@code $schema} says draft 4, 6, 7 or 2019-09; it must not
     *     refer to another document, as none is fetched
     * @return the scorer
     * @throws IllegalArgumentException if the schema is no JSON, or refers to another document
     * @throws IllegalStateException if the validator is not on the class path
     */
    public static Scorer<Object, Object> jsonSchema(String schema) {
        try {
            return JsonConformity.scorer(schema);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "expected the library com.networknt:json-schema-validator on the class path, found none", e);
        }
    }

    /**
     * Returns the cosine of the embeddings of answer and reference, from −1 to 1; name {@code embedding_cosine}. A blank
     * answer and an outcome that is none score 0. References are embedded once each and remembered, up to 100,000.
     *
     * @param model any
     * @return the scorer
     */
    public static Scorer<Object, Object> embeddingCosine(EmbeddingModel model) {
        return new EmbeddingCosine(EmbeddingModelAdapter.of(model));
    }

    private static MetricDescription unit(String name, String definition) {
        return new MetricDescription(name, Direction.HIGHER_IS_BETTER, Range.UNIT, definition);
    }

    private static Scorer<Object, Object> best(
            String name, String definition, ToDoubleBiFunction<String, String> ofOne) {
        return TextScorer.best(unit(name, definition), ofOne);
    }

    private static Scorer<Object, Object> distance(
            String name, String definition, ToDoubleBiFunction<int[], int[]> ofCharacters) {
        return TextScorer.best(
                new MetricDescription(name, Direction.LOWER_IS_BETTER, Range.NOT_NEGATIVE, definition),
                byCharacters(ofCharacters));
    }

    private static ToDoubleBiFunction<String, String> byCharacters(ToDoubleBiFunction<int[], int[]> function) {
        return (answer, reference) ->
                function.applyAsDouble(EditDistance.codePoints(answer), EditDistance.codePoints(reference));
    }

    private static ToDoubleBiFunction<String, String> bySets(BiFunction<Set<String>, Set<String>, Double> function) {
        return (answer, reference) -> function.apply(words(answer), words(reference));
    }

    private static Set<String> words(String text) {
        return Words.of(text).stream().collect(Collectors.toSet());
    }

    /** {@return what the scorers of this shelf are, for every setting} */
    public static List<MetricDescription> describe() {
        var scorers = Stream.of(
                normalizedMatch(text -> text),
                contains(),
                pattern(Pattern.compile("the pattern")),
                levenshtein(),
                damerauLevenshtein(),
                hamming(),
                editSimilarity(),
                jaro(),
                jaroWinkler(),
                jaccard(),
                dice(),
                tokenF1(),
                meteor(),
                gleu(),
                lengthRatio(),
                jsonValidity());
        var smoothed = Arrays.stream(ChenCherry.values()).map(TextScorers::bleu);
        return Stream.concat(
                        Stream.concat(scorers, smoothed).flatMap(scorer -> scorer.describe().stream()),
                        Stream.of(
                                numeric(0.125, 0.25)
                                        .describe()
                                        .get(0)
                                        .ofAny("0.125", 'a')
                                        .ofAny("0.25", 'r'),
                                choice(7).describe().get(0).ofAny("7", 'k'),
                                JSON_CONFORMS,
                                EmbeddingCosine.DESCRIPTION))
                .toList();
    }
}

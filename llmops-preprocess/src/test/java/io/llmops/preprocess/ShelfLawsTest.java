package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every step of the shelves, whichever there are: each is found by reflection. */
class ShelfLawsTest {

    private static final List<Cleaner> CLEANERS = Samples.cleaners();
    private static final List<Tokenizer> TOKENIZERS = Samples.tokenizers();

    @Test
    void offsetsOfEveryCleanerAreInOrderAndInside() {
        for (var cleaner : CLEANERS) {
            for (var seed = 0L; seed < 300; seed++) {
                var original = RandomText.of(new Random(seed), 25);
                var cleaned = cleaner.clean(Text.of(original));
                assertThat(cleaned.original()).isSameAs(original);
                assertThat(cleaned.toString()).as("%s, seed %d", cleaner, seed).isEqualTo(cleaner.apply(original));
                var start = 0;
                var end = 0;
                for (var i = 0; i < cleaned.length(); i++) {
                    assertThat(cleaned.originalStart(i))
                            .as("%s, seed %d", cleaner, seed)
                            .isGreaterThanOrEqualTo(start);
                    assertThat(cleaned.originalEnd(i + 1))
                            .as("%s, seed %d", cleaner, seed)
                            .isBetween(end, original.length());
                    start = cleaned.originalStart(i);
                    end = cleaned.originalEnd(i + 1);
                    assertThat(start).isLessThanOrEqualTo(end);
                }
            }
        }
    }

    /** A step over a cleaned text points where the step over its characters points, and from there where the text does. */
    @Test
    void offsetsOfEveryCleanerGoThroughThoseOfTheTextItIsGiven() {
        for (var cleaner : CLEANERS) {
            for (var seed = 0L; seed < 200; seed++) {
                var random = new Random(seed);
                var text = Text.of(RandomText.of(random, 25));
                for (var before = 0; before < 3; before++) {
                    text = CLEANERS.get(random.nextInt(CLEANERS.size())).clean(text);
                }
                var alone = cleaner.clean(Text.of(text.toString()));
                var through = cleaner.clean(text);
                assertThat(through.toString()).as("%s, seed %d", cleaner, seed).isEqualTo(alone.toString());
                for (var i = 0; i < through.length(); i++) {
                    var span = alone.originalSpan(i, i + 1);
                    assertThat(through.originalSpan(i, i + 1))
                            .as("%s, seed %d, character %d", cleaner, seed, i)
                            .isEqualTo(text.originalSpan(span.start(), span.end()));
                }
            }
        }
    }

    /**
     * Words that no cleaner has a reason to change stand apart in a text full of what goes wrong. Wherever one is found
     * after ten steps, its offsets are where it was written.
     */
    @Test
    void aWordFoundAfterTenStepsStandsInTheOriginalWhereItsTokenSays() {
        var word = Pattern.compile("x[a-z]{3}q", Pattern.CASE_INSENSITIVE);
        var tokenizers = List.of(
                Tokenizers.words(),
                Tokenizers.wordsAndPunctuation(),
                Tokenizers.whitespace(),
                Tokenizers.wordsAndLinks(),
                Tokenizers.dictionaryWords(),
                Tokenizers.pattern(word));
        var found = 0;
        for (var seed = 0L; seed < 3_000; seed++) {
            var random = new Random(seed);
            var original = new StringBuilder();
            for (var i = 0; i < 6; i++) {
                original.append(RandomText.of(random, 8))
                        .append(' ')
                        .append(word(random, i))
                        .append(' ');
            }
            var text = Text.of(original.toString());
            var names = new ArrayList<String>();
            for (var step = 0; step < 10; step++) {
                var cleaner = CLEANERS.get(random.nextInt(CLEANERS.size()));
                names.add(cleaner.toString());
                text = cleaner.clean(text);
            }
            for (var tokenizer : tokenizers) {
                for (var token : tokenizer.tokenize(text)) {
                    if (word.matcher(token.text()).matches()) {
                        found++;
                        assertThat(token.span().of(original.toString()))
                                .as("seed %d, %s, %s", seed, tokenizer, names)
                                .isEqualToIgnoringCase(token.text());
                    }
                }
            }
        }
        assertThat(found).as("words found again").isGreaterThan(10_000);
    }

    /** No letter twice in a row, so that no step that cuts repetitions touches it; each number gives another word. */
    private static String word(Random random, int number) {
        return "x" + (char) ('a' + number) + (char) ('g' + random.nextInt(6)) + (char) ('m' + random.nextInt(4)) + "q";
    }

    @Test
    void tokensOfEveryTokenizerAreInOrderAndPointThroughTheCleanedText() {
        for (var tokenizer : TOKENIZERS) {
            for (var seed = 0L; seed < 300; seed++) {
                var random = new Random(seed);
                var text = Text.of(RandomText.of(random, 25));
                for (var before = 0; before < 3; before++) {
                    text = CLEANERS.get(random.nextInt(CLEANERS.size())).clean(text);
                }
                var alone = tokenizer.apply(text.toString());
                var through = tokenizer.tokenize(text);
                assertThat(through).as("%s, seed %d", tokenizer, seed).hasSameSizeAs(alone);
                areInOrder(through, tokenizer + ", seed " + seed);
                for (var i = 0; i < alone.size(); i++) {
                    var token = alone.get(i);
                    assertThat(through.get(i).text()).isEqualTo(token.text());
                    if (token.start() < token.end()) {
                        assertThat(through.get(i).span())
                                .as("%s, seed %d, %s", tokenizer, seed, token)
                                .isEqualTo(text.originalSpan(token.start(), token.end()));
                    }
                }
            }
        }
    }

    @Test
    void everyFilterKeepsTheOrderAndTheOffsets() {
        for (var filter : Samples.filters()) {
            for (var seed = 0L; seed < 100; seed++) {
                var tokenizer = TOKENIZERS.get((int) (seed % TOKENIZERS.size()));
                var before = tokenizer.apply(RandomText.of(new Random(seed), 25));
                var copy = List.copyOf(before);
                var after = filter.apply(before);
                var what = filter + " behind " + tokenizer + ", seed " + seed;
                assertThat(before).as("untouched by %s", what).isEqualTo(copy);
                areInOrder(after, what);
                assertThat(after)
                        .as(what)
                        .allMatch(token -> isInOneOf(token.start(), before) && isInOneOf(token.end(), before));
            }
        }
    }

    private static boolean isInOneOf(int offset, List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.start() <= offset && offset <= token.end());
    }

    private static void areInOrder(List<Token> tokens, String what) {
        for (var i = 1; i < tokens.size(); i++) {
            assertThat(tokens.get(i).start())
                    .as(what)
                    .isGreaterThanOrEqualTo(tokens.get(i - 1).start());
            assertThat(tokens.get(i).position())
                    .as(what)
                    .isGreaterThanOrEqualTo(tokens.get(i - 1).position());
        }
    }
}

package io.llmops.preprocess.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkersTest {

    private static final Tokenizer SUBWORDS = Tokenizers.subwords("cl100k_base");

    private static List<Chunker> all(ChunkSize size) {
        return List.of(
                Chunkers.tokens(size),
                Chunkers.sentences(size),
                Chunkers.sentences("en", size),
                Chunkers.recursive(size),
                Chunkers.recursive(List.of("\n", ". ", " "), size),
                Chunkers.markdown(size),
                Chunkers.html(size));
    }

    private static List<ChunkSize> sizes(int max) {
        return List.of(
                ChunkSize.characters(max),
                ChunkSize.tokens(max, Tokenizers.words()),
                ChunkSize.tokens(max, Tokenizers.graphemes()),
                ChunkSize.tokens(max, SUBWORDS),
                ChunkSize.tokens(max, Tokenizers.characterNgrams(1, 3)));
    }

    private static List<String> texts(Chunker chunker, String text) {
        return chunker.apply(text).stream().map(Chunk::text).toList();
    }

    @Test
    void sentencesAreKeptWhole() {
        var chunker = Chunkers.sentences(ChunkSize.tokens(6, Tokenizers.words()));
        assertThat(texts(chunker, "One two three. Four five six! Seven. Eight nine?"))
                .containsExactly("One two three. Four five six! ", "Seven. Eight nine?");
    }

    @Test
    void anAbbreviationEndsNoSentenceOfALanguage() {
        var size = ChunkSize.tokens(3, Tokenizers.words());
        assertThat(texts(Chunkers.sentences("en", size), "It is. Dr. No left."))
                .containsExactly("It is. ", "Dr. No left.");
        assertThat(texts(Chunkers.sentences(size), "It is. Dr. No left.")).containsExactly("It is. Dr. ", "No left.");
    }

    @Test
    void aSentenceThatIsTooLongIsCutBetweenWords() {
        var chunker = Chunkers.sentences(ChunkSize.characters(12));
        assertThat(texts(chunker, "Hi. abcdefgh ijkl mnop, qr"))
                .containsExactly("Hi. ", "abcdefgh ", "ijkl mnop, ", "qr");
    }

    @Test
    void tokensFillTheirChunks() {
        var chunker = Chunkers.tokens(ChunkSize.tokens(3, Tokenizers.words()));
        assertThat(texts(chunker, "a b. c d e f g")).containsExactly("a b. c ", "d e f ", "g");
        assertThat(chunker.apply("a b. c d")).extracting(Chunk::size).containsExactly(3, 1);
    }

    @Test
    void anOverlapSaysTheLastTokensAgain() {
        var size = ChunkSize.tokens(3, Tokenizers.words()).withOverlap(1);
        assertThat(texts(Chunkers.tokens(size), "a b c d e f")).containsExactly("a b c ", "c d e ", "e f");
        assertThat(Chunkers.tokens(size).apply("a b c d"))
                .extracting(Chunk::overlap)
                .containsExactly(0, 2);
    }

    @Test
    void anOverlapOfSentencesIsWholeSentences() {
        var size = ChunkSize.characters(16).withOverlap(9);
        assertThat(texts(Chunkers.sentences(size), "Aaa bbb. Cc. Dd. Eee fff. G."))
                .containsExactly("Aaa bbb. Cc. ", "Cc. Dd. ", "Dd. Eee fff. G.");
    }

    @Test
    void separatorsAreTriedInTheirOrder() {
        var chunker = Chunkers.recursive(List.of("||", "|"), ChunkSize.characters(6));
        assertThat(texts(chunker, "a|b||c|d|eeeeeeee|f")).containsExactly("a|b||", "c|d|", "eeeeee", "ee|f");
    }

    @Test
    void paragraphsComeBeforeLinesBeforeSentencesBeforeWords() {
        var chunker = Chunkers.recursive(ChunkSize.characters(20));
        assertThat(texts(chunker, "One.\nTwo.\n\nThree four. Five six\nseven. Eight"))
                .containsExactly("One.\nTwo.\n\n", "Three four. ", "Five six\n", "seven. Eight");
    }

    @Test
    void chunksOfACleanedTextPointIntoItsOriginal() {
        var original = "<p>One   sentence&#46;</p> <b>And</b>   more.";
        var text = Cleaners.html().then(Cleaners.whitespace()).clean(Text.of(original));
        var chunks = Chunkers.sentences(ChunkSize.characters(15)).chunk(text);

        assertThat(chunks).extracting(Chunk::text).containsExactly("One sentence. ", "And more.");
        assertThat(chunks).extracting(chunk -> chunk.span().of(original)).satisfies(ranges -> {
            assertThat(ranges.get(0)).startsWith("One   sentence&#46;");
            assertThat(ranges.get(1)).isEqualTo("And</b>   more.");
        });
    }

    @Test
    void keepTheirLawsOnAnyText() {
        for (var seed = 0L; seed < 250; seed++) {
            var random = new Random(seed);
            var text = Text.of(RandomText.of(random, 60));
            text = random.nextBoolean() ? Cleaners.nfkc().clean(text) : text;
            for (var size : sizes(1 + random.nextInt(12))) {
                var overlap = random.nextBoolean() ? 0 : random.nextInt(size.max());
                for (var chunker : all(size.withOverlap(overlap))) {
                    check(chunker, size.withOverlap(overlap), text, "seed " + seed + " " + chunker);
                }
            }
        }
    }

    private static void check(Chunker chunker, ChunkSize size, Text text, String what) {
        var chunks = chunker.chunk(text);
        var content =
                chunker.toString().startsWith("chunk-html") ? Cleaners.html().clean(text) : text;
        var boundaries = new HashSet<Integer>();
        Segmenters.graphemes().spans(content.toString()).forEach(span -> boundaries.add(span.end()));
        boundaries.add(0);

        assertThat(Chunk.reassemble(chunks)).as(what).isEqualTo(content.toString());
        var done = 0;
        for (var chunk : chunks) {
            var start = done - chunk.overlap();
            var end = start + chunk.content().length();
            assertThat(boundaries).as(what).contains(start, end);
            assertThat(end).as(what).isGreaterThan(done);
            assertThat(chunk.text()).as(what).isEqualTo(content.toString().substring(start, end));
            assertThat(chunk.span()).as(what).isEqualTo(content.originalSpan(start, end));
            assertThat(chunk.size()).as(what).isEqualTo(size.measure().count(chunk.text()));
            assertThat(chunk.size() <= size.max() || isOneCharacter(chunk.text()))
                    .as(what + ": " + chunk)
                    .isTrue();
            assertThat(size.measure().count(content.toString().substring(start, done)))
                    .as(what)
                    .isLessThanOrEqualTo(size.overlap());
            done = end;
        }
    }

    private static boolean isOneCharacter(String text) {
        return Segmenters.graphemes().spans(text).size() == 1;
    }

    @Test
    void withoutOverlapTheRangesTileTheOriginal() {
        var text = "# A\n\nFirst. Second one here.\n\n## B\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.";
        for (var chunker : List.of(
                Chunkers.tokens(ChunkSize.tokens(5, SUBWORDS)),
                Chunkers.sentences(ChunkSize.tokens(5, SUBWORDS)),
                Chunkers.recursive(ChunkSize.characters(9)),
                Chunkers.markdown(ChunkSize.characters(9)))) {
            var spans = chunker.apply(text).stream().map(Chunk::span).toList();
            assertThat(spans.get(0).start()).isZero();
            assertThat(spans.get(spans.size() - 1).end()).isEqualTo(text.length());
            IntStream.range(1, spans.size())
                    .forEach(i -> assertThat(spans.get(i).start())
                            .isEqualTo(spans.get(i - 1).end()));
        }
    }

    @Test
    void aCharacterLargerThanTheSizeIsAChunkOfItsOwn() {
        var family = "👨‍👩‍👧";
        var chunks = Chunkers.tokens(ChunkSize.characters(3)).apply("ab" + family + "cd");
        assertThat(chunks).extracting(Chunk::text).containsExactly("ab", family, "cd");
        assertThat(chunks.get(1).size()).isEqualTo(8);
        assertThat(chunks.get(1).span()).isEqualTo(new Span(2, 10));
    }

    @Test
    void anEmptyTextHasNoChunks() {
        for (var chunker : all(ChunkSize.characters(10))) {
            assertThat(chunker.apply("")).isEmpty();
        }
        assertThat(Chunk.reassemble(List.of())).isEmpty();
    }

    @Test
    void aMillionCharactersWithoutASeparatorAreCutAllTheSame() {
        var word = "x".repeat(1_000_000);
        for (var chunker : all(ChunkSize.characters(1_000).withOverlap(100))) {
            var chunks = chunker.apply(word);
            assertThat(Chunk.reassemble(chunks)).isEqualTo(word);
            assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.size()).isLessThanOrEqualTo(1_000));
            assertThat(chunks).hasSize(1 + (1_000_000 - 1_000 + 899) / 900);
        }
    }

    /** Counting is what costs: all characters ever counted are held against those in the text. */
    @Test
    void countsEachCharacterAFewTimesHoweverLongTheTextIs() {
        for (var words : List.of(2_000, 20_000)) {
            var text = "word and, others. ".repeat(words / 3);
            for (var chunker : List.<java.util.function.Function<ChunkSize, Chunker>>of(
                    Chunkers::tokens, Chunkers::sentences, Chunkers::recursive, Chunkers::markdown)) {
                var counted = new AtomicLong();
                Tokenizer counting = part -> {
                    counted.addAndGet(part.length());
                    return SUBWORDS.tokenize(part);
                };
                chunker.apply(ChunkSize.tokens(64, counting).withOverlap(16)).apply(text);
                assertThat(counted.get()).isLessThan(6L * text.length());
            }
        }
    }

    @Test
    void refusesAnOverlapOfAWholeChunk() {
        assertThatThrownBy(() -> ChunkSize.characters(100).withOverlap(100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an overlap of 0 or more and less than the chunk size of 100, found 100");
        assertThatThrownBy(() -> ChunkSize.characters(100).withOverlap(-1)).hasMessageContaining("found -1");
        assertThatThrownBy(() -> ChunkSize.characters(0)).hasMessage("expected a chunk size of 1 or more, found 0");
    }

    @Test
    void refusesAnEmptySeparator() {
        assertThatThrownBy(() -> Chunkers.recursive(List.of("\n", ""), ChunkSize.characters(5)))
                .hasMessage("expected at most 125 separators, none of them empty, found 2");
    }

    @Test
    void refusesToReassembleWhatIsNotWhole() {
        var chunks = Chunkers.tokens(ChunkSize.characters(2)).apply("abcdef");
        assertThatThrownBy(() -> Chunk.reassemble(List.of(chunks.get(0), chunks.get(2))))
                .hasMessage("expected chunk 1, found chunk 2");
    }

    @Test
    void describeEverythingThatWouldChangeTheirChunks() {
        var size = ChunkSize.tokens(256, SUBWORDS).withOverlap(32);
        assertThat(Chunkers.sentences("de", size).describe().orElseThrow())
                .hasToString("chunk-sentences(language=de, overlap=32, size=256, unit=subwords, "
                        + "unit.encoding=cl100k_base)");
        assertThat(Chunkers.sentences(size)).hasToString("chunk-sentences(256 subwords(cl100k_base), overlap 32)");
        assertThat(Chunkers.tokens(ChunkSize.tokens(5, text -> List.of())).describe())
                .isEmpty();
    }
}

package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonVocabularyTokenizerTest {

    private static final String TRUNCATION =
            "{'direction':'Right','max_length':2,'strategy':'LongestFirst','stride':0}";

    @TempDir
    private Path folder;

    @Test
    void wordsOfAListAreTheirNumbers() {
        var tokenizer = tokenizer("null", "{'type':'Whitespace'}", "null", """
                {'type':'WordLevel','vocab':{'[UNK]':0,'the':1,'cat':2,'sat':3,'.':4},'unk_token':'[UNK]'}""");
        assertThat(tokenizer.encode("the cat sat.")).containsExactly(1, 2, 3, 4);
        assertThat(tokenizer.count("the dog sat")).isEqualTo(3);
        assertThat(tokenizer.encode("the dog")).containsExactly(1, 0);
        assertThat(tokenizer.decode(new int[] {1, 2})).isEqualTo("the cat");
        assertThat(tokenizer.truncate("the cat sat.", 2)).isEqualTo("the cat ");
        assertThat(tokenizer).hasToString("subwords(tokenizer.json)");
        assertThat(tokenizer.describe().orElseThrow().settings()).containsKey("sha256");
    }

    /** DJL counts in code points; an emoji is two UTF-16 units and here four pieces. */
    @Test
    void offsetsAreThoseOfTheTextThroughEmojiAndMarks() {
        var text = "👍 hello e\u0301 👍🏽 hello";
        var tokens = bytePairs().apply(text);
        assertThat(tokens).allMatch(token -> token.span().of(text).equals(token.text()));
        assertThat(tokens).extracting(Token::text).startsWith("👍", "👍", "👍", "👍", " ", "hello", " ", "e", "\u0301");
        assertThat(tokens.get(tokens.size() - 1).end()).isEqualTo(text.length());
        assertThat(bytePairs().decode(bytePairs().encode(text))).isEqualTo(text);
    }

    @Test
    void offsetsAreThoseOfTheOriginalOfACleanedText() {
        var tokens = bytePairs().after(Cleaners.whitespace()).apply("👍  hello   hello");
        var last = tokens.get(tokens.size() - 1);
        assertThat(last.span()).isEqualTo(new Span(12, 17));
        assertThat(last.text()).isEqualTo("hello");
    }

    @Test
    void aCutTextHasNoMorePiecesAndEndsBetweenGraphemes() {
        var tokenizer = bytePairs();
        assertThat(tokenizer.truncate("hello👍🏽x", 8)).isEqualTo("hello");
        assertThat(tokenizer.truncate("hello👍🏽x", 9)).isEqualTo("hello👍🏽");
        assertThat(tokenizer.truncate("hello", 0)).isEmpty();
        assertThatThrownBy(() -> tokenizer.truncate("hello", -1)).hasMessage("expected 0 pieces or more, found -1");
        for (var seed = 0L; seed < 300; seed++) {
            var text = RandomText.of(new Random(seed), 30);
            var beginning = tokenizer.truncate(text, 10);
            assertThat(text).as("seed %d", seed).startsWith(beginning);
            assertThat(tokenizer.count(beginning)).as("seed %d", seed).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void aTokenIsWhatTheTextHasAtItsPlace() {
        for (var tokenizer : new Tokenizer[] {bytePairs(), unigrams()}) {
            for (var seed = 0L; seed < 300; seed++) {
                var text = RandomText.of(new Random(seed), 40);
                var start = 0;
                for (var token : tokenizer.apply(text)) {
                    assertThat(token.span().of(text)).as("seed %d", seed).isEqualTo(token.text());
                    assertThat(token.start()).as("seed %d", seed).isGreaterThanOrEqualTo(start);
                    start = token.start();
                }
            }
        }
    }

    /** The file asks for a truncation to two pieces. */
    @Test
    void theWholeTextIsCut() {
        assertThat(bytePairs().count("hello hello hello")).isEqualTo(5);
    }

    /** The numbers are those of the published vocabulary of bert-base-uncased. */
    @Test
    void aPublishedVocabularyGivesItsNumbers() throws IOException {
        var file = folder.resolve("minilm.json");
        try (var json = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.write(file, Objects.requireNonNull(json).readAllBytes());
        }
        var tokenizer = Tokenizers.subwords(file);
        assertThat(tokenizer.encode("Hello world")).containsExactly(7592, 2088);
        assertThat(tokenizer.apply("Hello 👍🏽 Wörld"))
                .extracting(token -> token.text() + "@" + token.start())
                .containsExactly("Hello@0", "👍🏽@6", "Wörld@11");
        assertThat(tokenizer.count("word ".repeat(1_000))).isEqualTo(1_000);
    }

    @Test
    void manyThreadsGetTheSame() throws Exception {
        var tokenizer = bytePairs();
        var text = "hello 👍 hell ".repeat(50);
        var expected = tokenizer.apply(text);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<Token>> work = () -> tokenizer.apply(text);
            for (var found : threads.invokeAll(Collections.nCopies(200, work))) {
                assertThat(found.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatIsNoTokenizerIsSaid() throws IOException {
        assertThatThrownBy(() -> Tokenizers.subwords(folder.resolve("absent.json")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("absent.json");
        var wrong = Files.writeString(folder.resolve("wrong.json"), "{\"model\": 1}");
        assertThatThrownBy(() -> Tokenizers.subwords(wrong))
                .isInstanceOf(LlmopsException.class)
                .hasMessageStartingWith("expected a Hugging Face tokenizer at " + wrong + ", found ");
    }

    @Test
    void theLibraryIsToldToStayOfflineUnlessSomebodyDecided() {
        var before = System.getProperty("ai.djl.offline");
        try {
            System.clearProperty("ai.djl.offline");
            assertThatThrownBy(() -> Tokenizers.subwords(folder.resolve("absent.json")));
            assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
            System.setProperty("ai.djl.offline", "false");
            assertThatThrownBy(() -> Tokenizers.subwords(folder.resolve("absent.json")));
            assertThat(System.getProperty("ai.djl.offline")).isEqualTo("false");
        } finally {
            System.setProperty("ai.djl.offline", before == null ? "true" : before);
        }
    }

    private SubwordTokenizer unigrams() {
        var space = "{'type':'Metaspace','replacement':'▁','prepend_scheme':'always','split':true}";
        return tokenizer("null", space, space, """
                {'type':'Unigram','unk_id':0,'byte_fallback':false,
                 'vocab':[['<unk>',0.0],['▁',-2.0],['a',-2.0],['e',-2.0],['▁a',-1.5],['b',-2.5]]}""");
    }

    private SubwordTokenizer bytePairs() {
        var bytes = IntStream.range(0, 256)
                .mapToObj(b -> quoted(byteCharacter(b)) + ":" + b)
                .collect(Collectors.joining(","));
        return tokenizer(
                TRUNCATION,
                "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':false,'use_regex':true}",
                "{'type':'ByteLevel','add_prefix_space':false,'trim_offsets':false,'use_regex':true}",
                "{'type':'BPE','vocab':{" + bytes + ",'ll':256,'he':257,'llo':258,'hello':259},"
                        + "'merges':['l l','h e','ll o','he llo']}");
    }

    /** The character that stands for a byte in a byte-level vocabulary: itself if printable, else the next from 256 on. */
    private static String byteCharacter(int b) {
        var others =
                (int) IntStream.range(0, b).filter(other -> !isPrintable(other)).count();
        return Character.toString(isPrintable(b) ? b : 256 + others);
    }

    private static boolean isPrintable(int b) {
        return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
    }

    private static String quoted(String character) {
        return switch (character) {
            case "\"" -> "'\\\"'";
            case "\\" -> "'\\\\'";
            case "'" -> "'\\u0027'";
            default -> "'" + character + "'";
        };
    }

    /** Writes a tokenizer.json whose quotes are single ones here. */
    private SubwordTokenizer tokenizer(String truncation, String cutter, String decoder, String model) {
        var json = "{'version':'1.0','truncation':" + truncation + ",'padding':null,'added_tokens':[],"
                + "'normalizer':null,'pre_tokenizer':" + cutter + ",'post_processor':null,'decoder':" + decoder
                + ",'model':" + model + "}";
        try {
            return Tokenizers.subwords(Files.writeString(folder.resolve("tokenizer.json"), json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

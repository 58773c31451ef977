package io.llmops.preprocess.chunk;

import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenter;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.function.Function;

/**
 * The shelf of chunkers. Each makes its chunks as large as their size allows and ends them at the best place before that;
 * they differ in what a good place is. Where there is none, the next lower kind is taken: a block, a line, a sentence, a
 * space, a word, a token of the size's tokenizer, a user-perceived character.
 *
 * <pre>{@code
 * ChunkSize size = ChunkSize.tokens(256, Tokenizers.subwords("cl100k_base")).withOverlap(32);
 * List<Chunk> chunks = Chunkers.markdown(size).apply(readme);
 * chunks.get(0).headings();   // [Install, From source]
 * }</pre>
 *
 * <p>An overlap starts at a sentence where one starts within it, or else at the next lower kind of place that does; with
 * {@link #tokens} at a token, with the recursive ones at a space or separator. Time grows with the characters in the
 * chunks, those of the overlaps included. Safe for use by many threads.
 */
public final class Chunkers {

    private Chunkers() {}

    /**
     * Returns chunks of as many whole tokens as fit, wherever that is in a sentence.
     *
     * @param size how large they are
     * @return the chunker
     */
    public static Chunker tokens(ChunkSize size) {
        return named(
                Description.of("chunk-tokens"),
                size,
                text -> Layout.whole(text, new Cuts(text.toString()), Cuts.TOKEN));
    }

    /**
     * Returns chunks of whole sentences (UAX #29), each with the white space behind it.
     *
     * @param size how large they are
     * @return the chunker
     */
    public static Chunker sentences(ChunkSize size) {
        return named(Description.of("chunk-sentences"), size, sentences(Segmenters.sentences()));
    }

    /**
     * Returns chunks of whole sentences that do not end behind the customary abbreviations of a language.
     *
     * @param language a code that {@link Segmenters#sentences(String)} knows
     * @param size how large they are
     * @return the chunker
     * @throws IllegalArgumentException if there is no list for the language; the message names those there are
     */
    public static Chunker sentences(String language, ChunkSize size) {
        var description = Description.of("chunk-sentences").with("language", language);
        return named(description, size, sentences(Segmenters.sentences(language)));
    }

    private static Function<Text, Layout> sentences(Segmenter sentences) {
        return text -> Layout.whole(text, new Cuts(text.toString()).words().sentences(sentences), Cuts.SENTENCE);
    }

    /**
     * Returns chunks of whole paragraphs (an empty line ends one), else lines, else sentences, else words.
     *
     * @param size how large they are
     * @return the chunker
     */
    public static Chunker recursive(ChunkSize size) {
        return named(
                Description.of("chunk-recursive"),
                size,
                text -> Layout.whole(
                        text,
                        new Cuts(text.toString())
                                .words()
                                .sentences(Segmenters.sentences())
                                .lines(),
                        Cuts.SPACE));
    }

    /**
     * Returns chunks that end behind a separator: the first one of a list that there is in reach, else the second, and so
     * on. The separators stay in the text.
     *
     * @param separators the separators as they are written, no patterns, the best one first; none empty, 125 at most
     * @param size how large the chunks are
     * @return the chunker
     * @throws IllegalArgumentException if a separator is empty, or there are too many
     */
    public static Chunker recursive(List<String> separators, ChunkSize size) {
        var layout = new Separators(separators);
        return named(Description.of("chunk-recursive").with("separators", layout.separators()), size, layout);
    }

    /**
     * Returns chunks of a Markdown document (CommonMark). Each heading, underlined ones included, starts a new chunk, unless
     * there is nothing between it and the heading above it; a chunk knows the headings it is under. Code between fences,
     * lists and tables stay whole where they fit, and are else cut between lines; a line of code is no heading, nor is front
     * matter. HTML within Markdown is ordinary text.
     *
     * @param size how large the chunks are
     * @return the chunker; its chunks are Markdown
     */
    public static Chunker markdown(ChunkSize size) {
        return named(Description.of("chunk-markdown"), size, MarkdownLayout::of);
    }

    /**
     * Returns chunks of the text of an HTML page: what {@link Cleaners#html()} makes of it, without tags, scripts, styles and
     * title. Each heading {@code h1} to {@code h6} starts a new chunk, unless there is nothing between it and the heading
     * above it; a chunk knows the headings it is under. Tables, lists and preformatted text stay whole where they fit, and
     * are else cut between cells, items and lines.
     *
     * @param size how large the chunks are, tags not counted
     * @return the chunker; its chunks are plain text with offsets into the page, and reassemble to the text of the page
     * @throws IllegalStateException if {@code org.jsoup:jsoup} is not there
     */
    public static Chunker html(ChunkSize size) {
        Cleaners.html(); // says what is missing, if it is
        return named(Description.of("chunk-html"), size, HtmlLayout::of);
    }

    private static Chunker named(Description kind, ChunkSize size, Function<Text, Layout> layout) {
        return new NamedChunker(kind, size, layout);
    }
}

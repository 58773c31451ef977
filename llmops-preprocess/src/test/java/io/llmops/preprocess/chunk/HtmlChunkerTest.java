package io.llmops.preprocess.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlChunkerTest {

    private static Chunker chunker(int characters) {
        return Chunkers.html(ChunkSize.characters(characters));
    }

    private static List<String> texts(int characters, String html) {
        return chunker(characters).apply(html).stream()
                .map(chunk -> chunk.text().strip())
                .toList();
    }

    @Test
    void eachChunkKnowsTheHeadingsItIsUnder() {
        var html = "<html><head><title>No</title></head><body>intro<h1>A &amp; <i>B</i></h1><p>one</p>"
                + "<h3>C</h3>two<div><h2>D</h2><p>three</p></div><h1>E</h1>four</body></html>";
        var chunks = chunker(1_000).apply(html);
        assertThat(chunks)
                .extracting(Chunk::headings)
                .containsExactly(
                        List.of(), List.of("A & B"), List.of("A & B", "C"), List.of("A & B", "D"), List.of("E"));
        assertThat(texts(1_000, html)).containsExactly("intro", "A & B\none", "C\ntwo", "D\nthree", "E\nfour");
    }

    @Test
    void chunksPointIntoThePage() {
        var html =
                "<h1>Top</h1><p>Some <b>bold</b> text.</p><script>var x = '<h2>no</h2>';</script><h2>Low</h2><p>End&#33;</p>";
        var chunks = chunker(1_000).apply(html);
        assertThat(chunks).hasSize(2);
        assertThat(chunks.get(0).span().of(html)).startsWith("Top</h1><p>Some <b>bold</b> text.");
        assertThat(chunks.get(1).span().of(html)).isEqualTo("Low</h2><p>End&#33;");
        assertThat(chunks.get(1).text()).isEqualTo("Low\nEnd!");
    }

    @Test
    void chunksOfACleanedPagePointIntoTheFirstOne() {
        var html = "\u200b<h1>A\u200b</h1>\u200b<p>b\u200bc</p><h1>D</h1>e";
        var chunks = chunker(100).chunk(Cleaners.zeroWidth().clean(Text.of(html)));
        assertThat(chunks).extracting(chunk -> chunk.text().strip()).containsExactly("A\nbc", "D\ne");
        assertThat(chunks.get(1).span().of(html)).isEqualTo("D</h1>e");
        assertThat(chunks.get(0).span().of(html)).startsWith("A\u200b</h1>").contains("b\u200bc");
    }

    @Test
    void reassembleToTheTextOfThePage() {
        var html =
                "<ul><li>a<li>b</ul>\n<table><tr><td>1<td>2</table><!-- <h1>no</h1> --><style>p{}</style><h2>x</h2>y<br>z";
        assertThat(Chunk.reassemble(chunker(4).apply(html)))
                .isEqualTo(Cleaners.html().apply(html));
    }

    @Test
    void tablesAndListsStayWholeWhereTheyFit() {
        var html = "<p>Some words before it</p><ul><li>one</li><li><p>two</p></li></ul>"
                + "<p>And after</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
        assertThat(texts(24, html)).containsExactly("Some words before it", "one\ntwo\nAnd after", "a\nb\nc\nd");
    }

    @Test
    void aListThatIsTooLongIsCutBetweenItems() {
        assertThat(texts(16, "<ol><li>First item.<li>Second one. It.<li>Third</ol>"))
                .containsExactly("First item.", "Second one. It.", "Third");
    }

    @Test
    void preformattedLinesAreLines() {
        assertThat(texts(16, "<pre>int a = 1. ;\nint b = 2. ;\n\nend</pre>"))
                .containsExactly("int a = 1. ;", "int b = 2. ;", "end");
    }

    @Test
    void aHeadingStaysWithTheTextUnderIt() {
        assertThat(texts(12, "<h1>A</h1><div>\n<p>One sentence.</p></div>")).containsExactly("A\n\n\nOne", "sentence.");
    }

    @Test
    void anEmptyHeadingIsNone() {
        assertThat(chunker(100).apply("<h1> </h1>a<h2></h2>b<noscript><h3>c</h3></noscript>"))
                .extracting(Chunk::headings)
                .first()
                .isEqualTo(List.of());
    }

    @Test
    void manglesNothingOfAHostilePage() {
        for (var html : List.of(
                "<h1>".repeat(20_000) + "x",
                "<div>".repeat(20_000) + "<h1>x</h1>y",
                "<h1>" + "x".repeat(1_000_000),
                "<table><h1>a</h1><tr><h2>b</h2><td>c</table>d",
                "<h2>a<h1>b</h2>c</h1>d",
                "&lt;h1&gt;no&lt;/h1&gt;",
                "no tags at all")) {
            var chunks = chunker(1_000).apply(html);
            assertThat(Chunk.reassemble(chunks)).isEqualTo(Cleaners.html().apply(html));
        }
    }
}

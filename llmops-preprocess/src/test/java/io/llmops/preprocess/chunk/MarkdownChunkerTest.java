package io.llmops.preprocess.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected headings follow CommonMark 0.31.2, sections 4.2 to 4.5. */
class MarkdownChunkerTest {

    private static final Chunker LARGE = Chunkers.markdown(ChunkSize.characters(10_000));

    private static List<List<String>> headings(String markdown) {
        return LARGE.apply(markdown).stream().map(Chunk::headings).toList();
    }

    private static List<String> texts(Chunker chunker, String markdown) {
        return chunker.apply(markdown).stream().map(Chunk::text).toList();
    }

    @Test
    void eachChunkKnowsTheHeadingsItIsUnder() {
        var markdown = "intro\n# A\none\n## B\ntwo\n### C\nthree\n## D\nfour\n# E\nfive";
        assertThat(headings(markdown))
                .containsExactly(
                        List.of(),
                        List.of("A"),
                        List.of("A", "B"),
                        List.of("A", "B", "C"),
                        List.of("A", "D"),
                        List.of("E"));
        assertThat(texts(LARGE, markdown)).startsWith("intro\n", "# A\none\n", "## B\ntwo\n");
    }

    @Test
    void aHeadingWithNothingUnderItOpensTheSectionBelow() {
        assertThat(texts(LARGE, "# A\n\n## B\n\ntext\n\n## C\n## D\nmore"))
                .containsExactly("# A\n\n## B\n\ntext\n\n", "## C\n", "## D\nmore");
    }

    @Test
    void underlinedParagraphsAreHeadings() {
        var markdown = "Big\n===\na\n\nSmall\nand long\n---\nb\n\nno\n\n---\nc";
        assertThat(headings(markdown)).containsExactly(List.of("Big"), List.of("Big", "Small and long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#hashtag",
                "####### seven",
                "    # indented code",
                "\\# escaped",
                "- item\n---",
                "> quote\n---",
                "- item\nlazy\n===",
                "***\n---",
                "a | b\n---|---",
                "    code\n===",
                "```\n# in code\n```",
                "~~~ sh\n# in code\n```\n# still\n~~~~",
                "````\n```\n# in code\n````",
                "```\n# never closed",
                "```\ntext\n---\n```",
                "---\ntitle: front matter\n---"
            })
    void isNoHeading(String markdown) {
        assertThat(headings(markdown)).containsExactly(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Title",
                "   # Title",
                "# Title #",
                "#\tTitle  ##  ",
                "# *Title*",
                "Title\n=",
                "Title\r\n---\r\n",
                "``` a`b\n\n# Title",
                "```\ncode\n```\n# Title",
                "---\na: b\n---\n# Title",
                "- item\n\nTitle\n---",
                "* * *\nTitle\n---"
            })
    void isAHeading(String markdown) {
        var last = LARGE.apply(markdown);
        assertThat(last.get(last.size() - 1).headings()).containsExactly("Title");
    }

    @Test
    void aTitleKeepsItsNumberAndItsSharp() {
        assertThat(headings("## 1. C#\nx")).containsExactly(List.of("1. C#"));
        assertThat(headings("# [Link](http://x.org) and `code`\nx")).containsExactly(List.of("Link and code"));
    }

    @Test
    void codeStaysWholeWhereItFits() {
        var code = "```\nfirst. line\n\nsecond\n```\n";
        assertThat(texts(Chunkers.markdown(ChunkSize.characters(40)), "Some text before the code.\n" + code + "after"))
                .containsExactly("Some text before the code.\n", code + "after");
    }

    @Test
    void codeThatIsTooLongIsCutBetweenLines() {
        assertThat(texts(Chunkers.markdown(ChunkSize.characters(20)), "```\nint a. = 1;\nint b = 2;\n```"))
                .containsExactly("```\nint a. = 1;\n", "int b = 2;\n```");
    }

    @Test
    void aHeadingStaysWithTheTextUnderIt() {
        assertThat(texts(
                        Chunkers.markdown(ChunkSize.characters(30)),
                        "# A\n\nOne sentence is here. Another one is there."))
                .containsExactly("# A\n\nOne sentence is here. ", "Another one is there.");
        assertThat(texts(Chunkers.markdown(ChunkSize.characters(12)), "# A\n\nOne sentence."))
                .containsExactly("# A\n\nOne ", "sentence.");
    }

    @Test
    void anOverlapStaysInItsSection() {
        var size = ChunkSize.characters(12).withOverlap(6);
        assertThat(texts(Chunkers.markdown(size), "# A\nAa. Bb. Cc. Dd.\n# B\nEe."))
                .containsExactly("# A\nAa. Bb. ", "Bb. Cc. Dd.\n", "# B\nEe.");
    }

    @Test
    void aLineOfAMillionMarksIsReadOnce() {
        for (var line :
                List.of("#".repeat(1_000_000), "-".repeat(1_000_000), "`".repeat(1_000_000), " ".repeat(1_000_000))) {
            var markdown = "a\n" + line + "\n# " + line;
            assertThat(Chunk.reassemble(LARGE.apply(markdown))).isEqualTo(markdown);
        }
        var many = "# a\n\n".repeat(200_000);
        assertThat(LARGE.apply(many)).hasSize(200_000);
    }
}

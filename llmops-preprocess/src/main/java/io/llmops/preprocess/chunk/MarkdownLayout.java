package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Text;

/**
 * Reads the headings and blocks of a Markdown document, line by line, as CommonMark has them: ATX and setext headings,
 * fenced code, front matter. Not safe for use by many threads.
 */
final class MarkdownLayout {

    private static final int NONE = -1;

    private final Text text;
    private final String source;
    private final Cuts cuts;
    private final Outline outline;
    private MarkdownLine fence = MarkdownLine.EMPTY;

    /** How gladly to cut before the next line; behind a heading the outline says it. */
    private int next = Cuts.BLOCK;

    /** Where the running paragraph starts; a list, a quote or indented code is none. */
    private int paragraph = NONE;

    private MarkdownLayout(Text text) {
        this.text = text;
        this.source = text.toString();
        this.cuts = new Cuts(source).words().sentences(Segmenters.sentences());
        this.outline = new Outline(cuts);
    }

    static Layout of(Text text) {
        return new MarkdownLayout(text).read();
    }

    private Layout read() {
        for (int start = frontMatterEnd(), end; start < source.length(); start = end) {
            end = Cuts.lineEnd(source, start);
            var line = new MarkdownLine(source, start, end);
            if (fence.isFence()) {
                readCode(line);
            } else {
                readLine(line);
            }
        }
        return new Layout(text, cuts, outline.sections(), Cuts.SENTENCE);
    }

    private int frontMatterEnd() {
        var end = Cuts.lineEnd(source, 0);
        if (!isFrontMatterMark(0, end)) {
            return 0;
        }
        for (int start = end; start < source.length(); start = end) {
            end = Cuts.lineEnd(source, start);
            if (isFrontMatterMark(start, end)) {
                return end;
            }
        }
        return 0;
    }

    private boolean isFrontMatterMark(int start, int end) {
        return source.startsWith("---", start) && cuts.isBlank(start + 3, end);
    }

    private void readCode(MarkdownLine line) {
        cuts.mark(line.start(), Cuts.LINE);
        if (line.closes(fence)) {
            fence = MarkdownLine.EMPTY;
            next = Cuts.BLOCK;
        }
    }

    private void readLine(MarkdownLine line) {
        if (line.isBlank()) {
            next = next == Cuts.LINE ? Cuts.BLOCK : next;
            paragraph = NONE;
            return;
        }
        var level = line.headingLevel();
        var underlined = paragraph == NONE ? 0 : line.underlineLevel();
        if (level > 0) {
            addHeading(line.start(), line.end(), level, line.headingTitle());
        } else if (underlined > 0) {
            addHeading(paragraph, line.end(), underlined, source.substring(paragraph, line.start()));
        } else {
            readBlock(line);
        }
    }

    private void addHeading(int start, int end, int level, String title) {
        // behind a mark of its own, a title that looks like a list item stays whole
        var plain = Cleaners.markdown().apply("# " + title.strip().replaceAll("\\s++", " "));
        outline.add(start, end, level, plain);
        next = Cuts.CHARACTER;
        paragraph = NONE;
    }

    private void readBlock(MarkdownLine line) {
        var standsAlone = line.isFence() || line.isRule();
        cuts.mark(line.start(), standsAlone && next == Cuts.LINE ? Cuts.BLOCK : next);
        if (line.isFence()) {
            fence = line;
        }
        if (standsAlone || line.isContainer()) {
            paragraph = NONE;
        } else if (next != Cuts.LINE && !line.isIndented()) {
            paragraph = line.start();
        }
        next = line.isRule() ? Cuts.BLOCK : Cuts.LINE;
    }
}

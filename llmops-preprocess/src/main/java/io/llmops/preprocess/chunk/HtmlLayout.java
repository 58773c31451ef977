package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Span;
import io.llmops.preprocess.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads the headings and blocks of an HTML page; what is cut is its text. Not safe for use by many threads. */
final class HtmlLayout implements NodeVisitor {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** What stays together if it can: inside, its lines are blocks no longer. */
    private static final Set<String> WHOLES = Set.of("table", "ul", "ol", "dl", "pre");

    /** A place in the source where a text starts on a new line, and how gladly to cut there. */
    private record Break(int at, int strength) {}

    private record Heading(int start, int end, int level, String title) {}

    private final List<Break> breaks = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();

    /** Texts whose line breaks are the page's. */
    private final List<Span> kept = new ArrayList<>();

    private final StringBuilder title = new StringBuilder();
    private int titleStart = -1;
    private int titleEnd;
    private int headingDepth = -1;
    private int wholes;
    private int pending;
    private boolean isAfterHeading;

    private HtmlLayout() {}

    static Layout of(Text text) {
        var source = text.toString();
        var page = new HtmlLayout();
        Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true)).traverse(page);
        var plain = Cleaners.html().clean(Text.of(source));
        var content = text.isOriginal() ? plain : Cleaners.html().clean(text);
        var cuts = new Cuts(plain.toString()).words().sentences(Segmenters.sentences());
        page.breaks.forEach(place -> cuts.mark(cuts.from(find(plain, place.at())), place.strength()));
        page.kept.forEach(span -> cuts.lines(find(plain, span.start()), find(plain, span.end())));
        return new Layout(content, cuts, page.outline(plain, cuts).sections(), Cuts.SENTENCE);
    }

    private Outline outline(Text plain, Cuts cuts) {
        var outline = new Outline(cuts);
        headings.sort(Comparator.comparingInt(Heading::start));
        var done = 0;
        for (var heading : headings) {
            var start = cuts.from(find(plain, heading.start()));
            var end = find(plain, heading.end());
            if (start >= done && start < end) {
                outline.add(start, end, heading.level(), heading.title());
                done = end;
            }
        }
        return outline;
    }

    /** The first character of the page's text that stands at or behind a place of the source. */
    private static int find(Text plain, int place) {
        var low = 0;
        var high = plain.length();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (plain.originalStart(middle) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            read(text);
        } else if (node instanceof Element element) {
            breakLine(element);
            wholes += WHOLES.contains(element.normalName()) ? 1 : 0;
            if (headingDepth < 0 && HEADINGS.contains(element.normalName())) {
                headingDepth = depth;
                titleStart = -1;
                title.setLength(0);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            wholes -= WHOLES.contains(element.normalName()) ? 1 : 0;
            breakLine(element);
            if (depth == headingDepth) {
                endHeading(element);
            }
        }
    }

    private void endHeading(Element element) {
        headingDepth = -1;
        if (titleStart >= 0) {
            var level = element.normalName().charAt(1) - '0';
            var plain = title.toString().strip().replaceAll("\\s++", " ");
            headings.add(new Heading(titleStart, titleEnd, level, plain));
            isAfterHeading = true;
        }
    }

    private void breakLine(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            var isLine = wholes > 0 || element.normalName().equals("br");
            pending = Math.max(pending, isLine ? Cuts.LINE : Cuts.BLOCK);
        }
    }

    private void read(TextNode text) {
        var range = text.sourceRange();
        if (text.isBlank() || !range.isTracked()) {
            return;
        }
        if (headingDepth >= 0) {
            titleStart = titleStart < 0 ? range.startPos() : titleStart;
            titleEnd = range.endPos();
            title.append(pending > 0 ? " " : "").append(text.text());
        }
        if (!isAfterHeading) {
            breaks.add(new Break(range.startPos(), pending));
        }
        pending = 0;
        isAfterHeading = false;
        var parent = text.parent();
        if (parent != null && parent.normalName().equals("pre")) {
            kept.add(new Span(range.startPos(), range.endPos()));
        }
    }
}

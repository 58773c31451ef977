package io.llmops.preprocess.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML page: tags, comments, scripts and styles gone, entities read, a line break between blocks. jsoup says
 * where each piece of text stood. Immutable.
 */
record Html() implements UnaryOperator<Text> {

    private static final int SHORTEST_ENTITY = 3;
    private static final int LONGEST_ENTITY = 40;

    /** More different entities than HTML has names for are not read: each one costs a parser. */
    private static final int KNOWN_AT_MOST = 5_000;

    private static final Set<String> UNSEEN = Set.of("title", "noscript", "template");

    /** A piece of text in the source, and whether a block starts or ends before it. */
    private record Piece(int start, int end, boolean onNewLine) {}

    @Override
    public Text apply(Text text) {
        var source = text.toString();
        if (source.indexOf('<') < 0 && source.indexOf('&') < 0) {
            return text;
        }
        var editor = text.edit();
        var done = 0;
        var isFirst = true;
        var known = new HashMap<String, String>();
        for (var piece : pieces(source)) {
            if (piece.start() >= done) {
                editor.replace(done, piece.start(), piece.onNewLine() && !isFirst ? "\n" : "");
                readEntities(source, piece, editor, known);
                done = piece.end();
                isFirst = false;
            }
        }
        return editor.remove(done, source.length()).finish();
    }

    private static List<Piece> pieces(String source) {
        var pieces = new ArrayList<Piece>();
        var page = Jsoup.parse(source, "", Parser.htmlParser().setTrackPosition(true));
        page.traverse(new NodeVisitor() {
            private boolean onNewLine;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text && text.sourceRange().isTracked() && isSeen(text)) {
                    var range = text.sourceRange();
                    pieces.add(new Piece(range.startPos(), range.endPos(), onNewLine));
                    onNewLine = onNewLine && text.isBlank();
                } else {
                    tail(node, depth);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element
                        && (element.isBlock() || element.normalName().equals("br"))) {
                    onNewLine = true;
                }
            }
        });
        pieces.sort(Comparator.comparingInt(Piece::start));
        return pieces;
    }

    private static boolean isSeen(TextNode text) {
        var parent = text.parent();
        return parent != null && !UNSEEN.contains(parent.normalName());
    }

    private static void readEntities(String source, Piece piece, TextEditor editor, Map<String, String> known) {
        for (var at = source.indexOf('&', piece.start());
                at >= 0 && at < piece.end();
                at = source.indexOf('&', at + 1)) {
            var end = entityEnd(source, at, piece.end());
            if (end - at < SHORTEST_ENTITY) {
                continue;
            }
            var entity = source.substring(at, end);
            var character = known.size() < KNOWN_AT_MOST
                    ? known.computeIfAbsent(entity, key -> Parser.unescapeEntities(key, false))
                    : known.getOrDefault(entity, entity);
            if (!character.equals(entity)) {
                editor.replace(at, end, character);
            }
        }
    }

    private static int entityEnd(String source, int start, int limit) {
        var end = start + 1;
        while (end < limit && end - start < LONGEST_ENTITY && isOfEntity(source.charAt(end))) {
            end++;
        }
        return end < limit && source.charAt(end) == ';' ? end + 1 : end;
    }

    private static boolean isOfEntity(char c) {
        return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}

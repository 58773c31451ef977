package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Changes;
import io.llmops.preprocess.text.Explanation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** What the steps of an analyzer do to a text, and how tokens differ from those they were made of. */
final class TokenChanges {

    /** Where a token stands; a token of the same place before and after a filter is the same one. */
    private record Place(int start, int end, int position) {

        Place(Token token) {
            this(token.start(), token.end(), token.position());
        }
    }

    private TokenChanges() {}

    static Explanation explain(Analyzer analyzer, String text) {
        var rows = new ArrayList<Explanation.Row>();
        var cleaned = text;
        if (analyzer.cleaner().isPresent()) {
            var cleaner = analyzer.cleaner().get();
            rows.addAll(cleaner.explain(text).rows());
            cleaned = cleaner.apply(text);
        } else {
            rows.add(new Explanation.Row("text", text, ""));
        }
        var tokens = analyzer.tokenizer().apply(cleaned);
        rows.add(row(analyzer.tokenizer(), tokens, tokens.size() == 1 ? "1 token" : tokens.size() + " tokens"));
        for (var filter : analyzer.filters()) {
            var after = filter.apply(tokens);
            rows.add(row(filter, after, between(tokens, after)));
            tokens = after;
        }
        return new Explanation(rows);
    }

    private static Explanation.Row row(Object step, List<Token> tokens, String change) {
        var result = tokens.stream().map(Token::text).collect(Collectors.joining(" | "));
        return new Explanation.Row(Explanation.nameOf(step), result, change);
    }

    private static String between(List<Token> before, List<Token> after) {
        var changes = new Changes();
        var left = new HashMap<Place, Queue<String>>();
        after.forEach(token -> left.computeIfAbsent(new Place(token), place -> new ArrayDeque<>())
                .add(token.text()));
        for (var token : before) {
            var found = left.getOrDefault(new Place(token), new ArrayDeque<>()).poll();
            changes.add(token.text(), found == null ? "" : found);
        }
        for (var token : after) {
            var texts = left.get(new Place(token));
            if (texts != null && !texts.isEmpty()) {
                changes.add("", texts.remove());
            }
        }
        return changes.toString();
    }
}

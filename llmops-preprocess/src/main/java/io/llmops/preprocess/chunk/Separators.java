package io.llmops.preprocess.chunk;

import io.llmops.preprocess.text.Text;
import java.util.List;
import java.util.function.Function;

/** Cuts behind separators, the first one of the list most gladly. Immutable. */
record Separators(List<String> separators) implements Function<Text, Layout> {

    private static final int MOST = Cuts.STRONGEST - Cuts.TOKEN;

    Separators {
        separators = List.copyOf(separators);
        if (separators.size() > MOST || separators.contains("")) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST + " separators, none of them empty, found " + separators.size());
        }
    }

    @Override
    public Layout apply(Text text) {
        var characters = text.toString();
        var cuts = new Cuts(characters);
        for (var i = 0; i < separators.size(); i++) {
            var separator = separators.get(i);
            for (var at = characters.indexOf(separator); at >= 0; at = characters.indexOf(separator, at)) {
                at += separator.length();
                cuts.mark(at, Cuts.TOKEN + separators.size() - i);
            }
        }
        return Layout.whole(text, cuts, Cuts.TOKEN + 1);
    }
}

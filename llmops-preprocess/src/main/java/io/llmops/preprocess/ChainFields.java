package io.llmops.preprocess;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.token.Analyzer;
import java.util.List;
import java.util.Set;

/** A chain as its YAML has it: steps under the names of what they do. Immutable. */
record ChainFields(YamlNode.Fields fields) {

    static final String CLEAN = "clean";
    static final String TOKENIZE = "tokenize";
    static final String FILTER = "filter";
    private static final List<String> KNOWN = List.of(CLEAN, TOKENIZE, FILTER);

    static ChainFields of(YamlNode root) {
        if (!(root instanceof YamlNode.Fields fields)) {
            throw root.mark().error("expected the fields " + KNOWN + ", found " + root.kind());
        }
        fields.nodes().forEach((name, node) -> {
            if (!KNOWN.contains(name)) {
                throw node.mark().error("no field " + YamlFlow.excerpt(name) + "; there are " + KNOWN);
            }
        });
        return new ChainFields(fields);
    }

    Cleaner cleaner() {
        if (!fields.nodes().keySet().equals(Set.of(CLEAN)) || steps(CLEAN).isEmpty()) {
            throw fields.mark()
                    .error("expected the field 'clean' with its steps and no other, found "
                            + fields.nodes().keySet());
        }
        return cleaner(steps(CLEAN));
    }

    Analyzer analyzer() {
        var tokenizer = fields.nodes().get(TOKENIZE);
        if (tokenizer == null) {
            throw fields.mark()
                    .error("expected the field 'tokenize', found "
                            + fields.nodes().keySet());
        }
        var chain = Analyzer.of(Shelves.TOKENIZERS.read(tokenizer));
        for (var filter : steps(FILTER)) {
            chain = chain.then(Shelves.FILTERS.read(filter));
        }
        return steps(CLEAN).isEmpty() ? chain : chain.after(cleaner(steps(CLEAN)));
    }

    private static Cleaner cleaner(List<YamlNode> steps) {
        var cleaners = steps.stream().map(Shelves.CLEANERS::read).toArray(Cleaner[]::new);
        return TextCleaner.of(
                cleaners[0], List.of(cleaners).subList(1, cleaners.length).toArray(Cleaner[]::new));
    }

    /** The steps of a list; one step may stand without a list. */
    private List<YamlNode> steps(String name) {
        var node = fields.nodes().get(name);
        if (node == null) {
            return List.of();
        }
        return node instanceof YamlNode.Items items ? items.nodes() : List.of(node);
    }
}

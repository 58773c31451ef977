package io.llmops.preprocess;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.token.Analyzer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a chain as YAML, a field a line where that is short enough, else a step a line. */
final class ChainText {

    private static final int LONGEST_LINE = 100;

    private ChainText() {}

    static String of(Cleaner cleaner) {
        return field(ChainFields.CLEAN, steps(cleaner));
    }

    static String of(Analyzer analyzer) {
        var tokenizer = Shelves.TOKENIZERS.write(analyzer.tokenizer());
        var filters = analyzer.filters().stream().map(Shelves.FILTERS::write).toList();
        return analyzer.cleaner().map(ChainText::of).orElse("")
                + ChainFields.TOKENIZE + ": " + YamlFlow.of(tokenizer) + "\n"
                + (filters.isEmpty() ? "" : field(ChainFields.FILTER, filters));
    }

    private static List<YamlNode> steps(Cleaner cleaner) {
        return cleaner.steps().stream().map(Shelves.CLEANERS::write).toList();
    }

    private static String field(String name, List<YamlNode> steps) {
        var line = name + ": " + YamlFlow.of(new YamlNode.Items(steps, YamlMark.NOWHERE)) + "\n";
        return line.length() <= LONGEST_LINE
                ? line
                : steps.stream()
                        .map(step -> "  - " + YamlFlow.of(step) + "\n")
                        .collect(Collectors.joining("", name + ":\n", ""));
    }
}

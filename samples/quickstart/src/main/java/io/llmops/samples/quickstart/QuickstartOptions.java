package io.llmops.samples.quickstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked for on the command line.
 *
 * @param files the user's own data, or empty for the sample's
 * @param help whether only the help is wanted
 */
record QuickstartOptions(Optional<Files> files, boolean help) {

    static final String HELP = """
            Evaluates pipelines that find the label of a text, compares them and decides.

              mvn -q -Pquickstart                               on the sample's support messages
              mvn -q -Pquickstart -Dquickstart.args="OPTIONS"   on your own files

              --train FILE     labelled examples to learn from (.csv .tsv .jsonl .json, also .gz;
                               FILE#/pointer for an array inside a JSON document)
              --test FILE      labelled examples to evaluate on
              --text COLUMN    the column of the text (0, 1 … where rows are arrays)
              --label COLUMN   the column of the label
              --help           this page

            A chat model joins when OPENAI_API_KEY (with OPENAI_BASE_URL, OPENAI_MODEL) or
            OLLAMA_BASE_URL (with OLLAMA_MODEL) is set in the environment.""";

    private static final List<String> FILE_OPTIONS = List.of("--train", "--test", "--text", "--label");

    /**
     * The user's own data.
     *
     * @param train where to learn from
     * @param test where to evaluate
     * @param text the column of the text
     * @param label the column of the label
     */
    record Files(String train, String test, String text, String label) {}

    /**
     * Returns what the arguments ask for.
     *
     * @param arguments the words of the command line
     * @return the options
     * @throws UsageException if an option is unknown, lacks its value, is given twice or is missing
     */
    static QuickstartOptions parse(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        var words = List.of(arguments).iterator();
        while (words.hasNext()) {
            var option = words.next();
            if (option.equals("--help") || option.equals("-h")) {
                return new QuickstartOptions(Optional.empty(), true);
            }
            if (!FILE_OPTIONS.contains(option)) {
                throw new UsageException("unknown option '" + option + "'; there are " + FILE_OPTIONS + " and --help");
            }
            var value = words.hasNext() ? words.next() : "";
            if (value.isEmpty() || FILE_OPTIONS.contains(value)) {
                throw new UsageException("option " + option + " expects a value, found none");
            }
            if (given.putIfAbsent(option, value) != null) {
                throw new UsageException("option " + option + " is given twice");
            }
        }
        if (given.isEmpty()) {
            return new QuickstartOptions(Optional.empty(), false);
        }
        var missing = new ArrayList<>(FILE_OPTIONS);
        missing.removeAll(given.keySet());
        if (!missing.isEmpty()) {
            throw new UsageException("own files need all of " + FILE_OPTIONS + "; missing " + missing);
        }
        var values = FILE_OPTIONS.stream().map(given::get).toList();
        return new QuickstartOptions(
                Optional.of(new Files(values.get(0), values.get(1), values.get(2), values.get(3))), false);
    }

    /** The command line is not one we understand. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}

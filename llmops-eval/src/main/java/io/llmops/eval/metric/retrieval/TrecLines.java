package io.llmops.eval.metric.retrieval;

import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Consumer;

/** The lines of a file with columns divided by white space. */
final class TrecLines {

    private final Path file;
    private final int columns;

    private TrecLines(Path file, int columns) {
        this.file = file;
        this.columns = columns;
    }

    static TrecLines of(Path file, int columns) {
        return new TrecLines(file, columns);
    }

    void forEach(Consumer<Line> consumer) {
        var values = new String[columns];
        try (var reader = Files.newBufferedReader(file)) {
            var number = 0L;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                var line = new Line(file, number, Arrays.asList(values));
                var found = split(text, values);
                if (found == columns) {
                    consumer.accept(line);
                } else if (found > 0) {
                    throw line.problem("expected " + columns + " columns", found + " in " + text);
                }
            }
        } catch (IOException problem) {
            throw new LlmopsException(file + ": expected a readable file in UTF-8, found " + problem, problem);
        }
    }

    private static int split(String text, String[] into) {
        var tokens = new StringTokenizer(text);
        var found = 0;
        while (tokens.hasMoreTokens()) {
            var token = tokens.nextToken();
            if (found < into.length) {
                into[found] = token;
            }
            found++;
        }
        return found;
    }

    /** One line, good until the next one is read. */
    record Line(Path file, long number, List<String> columns) {

        private static final int SHOWN = 60;

        String column(int column) {
            return columns.get(column);
        }

        int integer(int column) {
            try {
                return Integer.parseInt(columns.get(column));
            } catch (NumberFormatException e) {
                throw problem("expected a whole number in column " + (column + 1), columns.get(column));
            }
        }

        double number(int column) {
            try {
                var number = Double.parseDouble(columns.get(column));
                if (Double.isFinite((float) number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw problem("expected a finite 32-bit number in column " + (column + 1), columns.get(column));
        }

        LlmopsException problem(String expected, String found) {
            var shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
            return new LlmopsException(file + ":" + number + ": " + expected + ", found '" + shown + "'");
        }
    }
}

package io.llmops.samples.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** Measured times and allocations, and the ratios of the rows. */
final class ResultTable {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Measured> measured;
    private final List<Line> lines;

    /** A benchmark: microseconds an operation with the half width of their 99.9 % interval, and bytes allocated. */
    record Measured(double micros, double plusMinus, double bytes) {}

    /** A row with its figures; ratios are ours over the limit's, so 1 is equal and less is better. */
    record Line(String what, double micros, String limit, double limitMicros, double timeRatio, double bytesRatio) {}

    private ResultTable(Map<String, Measured> measured, List<Line> lines) {
        this.measured = measured;
        this.lines = lines;
    }

    static ResultTable of(Collection<RunResult> results, List<Row> rows) {
        var measured = new TreeMap<String, Measured>();
        for (var result : results) {
            var name = result.getParams().getBenchmark();
            var primary = result.getPrimaryResult();
            var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            measured.put(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    new Measured(
                            primary.getScore(),
                            primary.getScoreError(),
                            allocated == null ? Double.NaN : allocated.getScore()));
        }
        var lines = rows.stream()
                .filter(row -> measured.containsKey(row.ours()) && measured.containsKey(row.limit()))
                .map(row -> line(row, measured.get(row.ours()), measured.get(row.limit())))
                .toList();
        return new ResultTable(measured, lines);
    }

    private static Line line(Row row, Measured ours, Measured limit) {
        return new Line(
                row.what(),
                ours.micros(),
                row.limitName(),
                limit.micros(),
                ours.micros() / limit.micros(),
                ours.bytes() / limit.bytes());
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("benchmarks", measured, "rows", lines)) + "\n";
    }

    String markdown() {
        var text = new StringBuilder("| what | µs | beside | µs | time ratio | allocation ratio |\n");
        text.append("|---|---:|---|---:|---:|---:|\n");
        for (var line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %.1f | %.2f | %.2f |%n",
                    line.what(),
                    line.micros(),
                    line.limit(),
                    line.limitMicros(),
                    line.timeRatio(),
                    line.bytesRatio()));
        }
        return text.toString();
    }
}

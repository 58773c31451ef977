package io.llmops.samples.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** Measured times and allocations, and the rows with their ratios. Not safe for use by many threads. */
public final class ResultTable {

    /** So few bytes an operation are the harness's own. */
    private static final double NOTHING = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Measured> measured = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** A benchmark: microseconds an operation with the half width of their 99.9 % interval, and bytes allocated. */
    record Measured(double micros, double plusMinus, double bytes) {}

    /** Adds what JMH measured, in the full run or the quick pass, and those rows of which both sides are there. */
    void add(Collection<RunResult> results, List<Row> rows, boolean full) {
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
        rows.stream()
                .filter(row -> measured.containsKey(row.ours()) && measured.containsKey(row.limit()))
                .map(row -> line(row, measured.get(row.ours()), measured.get(row.limit()), full))
                .forEach(lines::add);
    }

    /** Adds rows. */
    public void add(List<Line> more) {
        lines.addAll(more);
    }

    private static Line line(Row row, Measured ours, Measured limit, boolean full) {
        return new Line(
                row.what(),
                "µs",
                ours.micros(),
                row.limitName(),
                limit.micros(),
                ours.micros() / limit.micros(),
                limit.bytes() < NOTHING ? Double.NaN : ours.bytes() / limit.bytes(),
                row.budget().check(ours.bytes(), full));
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("benchmarks", measured, "rows", lines)) + "\n";
    }

    /** Returns it as Markdown. */
    public String markdown() {
        var text = new StringBuilder(
                "| what | ours | beside | its | unit | ratio | allocation ratio | bytes allocated |\n");
        text.append("|---|---:|---|---:|---|---:|---:|---:|\n");
        for (var line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %.2f | %s | %s |%n",
                    line.what(),
                    figure(line.ours()),
                    line.limitName(),
                    figure(line.limit()),
                    line.unit(),
                    line.ratio(),
                    Double.isNaN(line.allocationRatio())
                            ? ""
                            : String.format(Locale.ROOT, "%.2f", line.allocationRatio()),
                    line.allocated()));
        }
        return text.toString();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%,.0f", value);
    }
}

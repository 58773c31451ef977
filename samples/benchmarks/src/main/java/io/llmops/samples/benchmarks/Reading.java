package io.llmops.samples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.samples.supportdesk.SupportDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A file of messages read from end to end, beside Jackson alone, as maps and as nodes. 20 MB, or 200 in the full run. */
@State(Scope.Benchmark)
public class Reading {

    /** How large the files are. */
    static final String MEGABYTES = "benchmarks.megabytes";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = new CsvMapper();

    private Path csv = Path.of("");
    private Path jsonl = Path.of("");

    /** Writes the files. */
    @Setup
    public void write() throws IOException {
        csv = Files.createTempFile("messages", ".csv");
        jsonl = Files.createTempFile("messages", ".jsonl");
        var messages = SupportDesk.tickets().examples();
        var length = Long.getLong(MEGABYTES, 20) << 20;
        try (var rows = Files.newBufferedWriter(csv);
                var lines = Files.newBufferedWriter(jsonl)) {
            rows.write("number,text,label\n");
            var number = 0;
            for (var written = 0L; written < length; number++) {
                var message = messages.get(number % messages.size());
                var row = number + ",\"" + message.input().replace("\"", "\"\"") + "\"," + message.reference() + "\n";
                rows.write(row);
                lines.write(JSON.writeValueAsString(
                                Map.of("number", number, "text", message.input(), "label", message.reference()))
                        + "\n");
                written += row.length();
            }
        }
    }

    /** Removes the files. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(csv);
        Files.delete(jsonl);
    }

    /** CSV as a streamed dataset. */
    @Benchmark
    public long csv() {
        return count(Datasets.csv(csv).streamed().labels("text", "label"));
    }

    /** CSV by Jackson, a map a row. */
    @Benchmark
    public long csvByJackson() throws IOException {
        try (var rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(csv.toFile())) {
            var length = 0L;
            while (rows.hasNext()) {
                var row = rows.next();
                length += row.get("text").length() + row.get("label").length();
            }
            return length;
        }
    }

    /** JSONL as a streamed dataset. */
    @Benchmark
    public long jsonl() {
        return count(Datasets.jsonl(jsonl).streamed().labels("text", "label"));
    }

    /** JSONL by Jackson, a node a line. */
    @Benchmark
    public long jsonlByJackson() throws IOException {
        try (var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(jsonl.toFile())) {
            var length = 0L;
            while (lines.hasNext()) {
                var line = lines.next();
                length += line.get("text").textValue().length()
                        + line.get("label").textValue().length();
            }
            return length;
        }
    }

    private static long count(Dataset<String, String> dataset) {
        try (var examples = dataset.stream()) {
            return examples.mapToLong(example ->
                            example.input().length() + example.reference().length())
                    .sum();
        }
    }
}

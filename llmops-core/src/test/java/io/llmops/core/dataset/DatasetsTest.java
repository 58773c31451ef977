package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    private static final String CSV = "text,intent\na,x\nb,y\n";
    private static final String TSV = "text\tintent\na\tx\nb\ty\n";
    private static final String JSONL = "{\"text\":\"a\",\"intent\":\"x\"}\n{\"text\":\"b\",\"intent\":\"y\"}\n";
    private static final String JSON = "[{\"text\":\"a\",\"intent\":\"x\"},{\"text\":\"b\",\"intent\":\"y\"}]";

    @TempDir
    Path folder;

    private static byte[] gzip(String... members) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var member : members) {
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write(member.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void tellsTheFormatByTheNameAndOneContentHasOneFingerprint() throws IOException {
        var expected = Datasets.csv(Files.writeString(folder.resolve("x.csv"), CSV))
                .labels("text", "intent")
                .fingerprint();
        var contents = new String[][] {
            {"a.csv", CSV},
            {"a.CSV", CSV},
            {"a.tsv", TSV},
            {"a.tab", TSV},
            {"a.jsonl", JSONL},
            {"a.ndjson", JSONL},
            {"a.json", JSON}
        };
        for (var content : contents) {
            var plain = Files.writeString(folder.resolve(content[0]), content[1]);
            var zipped = Files.write(folder.resolve(content[0] + ".gz"), gzip(content[1]));

            assertThat(Datasets.file(plain).labels("text", "intent").fingerprint())
                    .as(content[0])
                    .isEqualTo(expected);
            assertThat(Datasets.file(zipped.toString()).labels("text", "intent").fingerprint())
                    .as(content[0] + ".gz")
                    .isEqualTo(expected);
        }
    }

    @Test
    void listsTheKnownNamesWhenOneTellsNoFormat() {
        assertThatThrownBy(() -> Datasets.file(Path.of("data/tickets.xlsx")))
                .isInstanceOf(DataException.class)
                .hasMessage("data/tickets.xlsx: expected a name that ends in one of"
                        + " [.csv, .tsv, .tab, .jsonl, .ndjson, .json], each also with .gz");
    }

    @Test
    void takesAJsonPointerBehindTheName() throws IOException {
        var file = Files.writeString(folder.resolve("all.json"), "{\"test\":[[\"a\"]],\"train\":[[\"b\"]]}");

        assertThat(Datasets.file(file + "#/train").unlabelled("0").examples()).containsExactly(Example.of("1", "b"));
        assertThat(Datasets.json(file + "#/test").unlabelled("0").examples()).containsExactly(Example.of("1", "a"));
        assertThat(Datasets.json(file, "/test").unlabelled("0").name()).isEqualTo("all.json#/test");
        assertThatThrownBy(() -> Datasets.file("tickets.csv#/train"))
                .hasMessage("tickets.csv: expected a .json file for the pointer /train into it, found another kind");
    }

    @Test
    void readsFromTheClassPath() {
        for (var location : new String[] {
            "classpath:io/llmops/core/dataset/tickets.csv", "classpath:/io/llmops/core/dataset/tickets.csv"
        }) {
            var tickets = Datasets.csv(location).labels("text", "intent");

            assertThat(tickets.references()).containsExactly("card", "greeting");
            assertThat(tickets.name()).isEqualTo("tickets.csv");
        }
        assertThat(Datasets.file("classpath:io/llmops/core/dataset/python-csv.json#/cases")
                        .withId("id")
                        .unlabelled("text")
                        .size())
                .isEqualTo(72);
    }

    @Test
    void readsFromTheClassPathWithoutAContextClassLoader() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(Datasets.csv("classpath:io/llmops/core/dataset/tickets.csv")
                            .labels("text", "intent")
                            .size())
                    .isEqualTo(2);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    @Test
    void saysWhatIsMissingAsItWasGiven() {
        assertThatThrownBy(() -> Datasets.csv("no/such.csv").labels("text", "intent"))
                .isInstanceOf(DataException.class)
                .hasMessage("no/such.csv: no such file");
        assertThatThrownBy(() -> Datasets.csv("no/such.csv").streamed().labels("text", "intent"))
                .hasMessage("no/such.csv: no such file");
        assertThatThrownBy(() -> Datasets.jsonl("classpath:no/such.jsonl").unlabelled("text"))
                .hasMessage("classpath:no/such.jsonl: no such resource on the class path");
        assertThatThrownBy(() -> Datasets.tsv(folder).unlabelled("text"))
                .hasMessage(folder + ": expected a file, found a folder");
    }

    @Test
    void unzipsByContentAndNotByName() throws IOException {
        var zipped = Files.write(folder.resolve("zipped.csv"), gzip(CSV));
        var plain = Files.writeString(folder.resolve("plain.csv.gz"), CSV);
        var members = Files.write(folder.resolve("members.csv.gz"), gzip("text,intent\na,", "x\nb,y\n"));

        for (var file : new Path[] {zipped, plain, members}) {
            assertThat(Datasets.file(file).labels("text", "intent").references())
                    .as(file.toString())
                    .containsExactly("x", "y");
        }
    }

    @Test
    void saysWhenAGzippedFileIsCutOff() throws IOException {
        var whole = gzip("text\n" + "a\n".repeat(10) + "b\n");
        var bytes = Arrays.copyOf(whole, whole.length - 12);
        var file = Files.write(folder.resolve("cut.csv.gz"), bytes);

        assertThatThrownBy(() -> Datasets.file(file).unlabelled("text"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut.csv.gz:")
                .hasMessageContaining("expected a readable file, found java.io.EOFException");
    }

    @Test
    void readsAFileOfOneByte() throws IOException {
        var file = Files.write(folder.resolve("one.csv"), new byte[] {0x1f});

        assertThatThrownBy(() -> Datasets.csv(file).unlabelled("text"))
                .hasMessageEndingWith("expected at least one row, found only the header [\\u001f]");
    }

    @Test
    void refusesNullByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv((Path) null))
                .withMessage("path");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv((String) null))
                .withMessage("location");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.file((String) null))
                .withMessage("location");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv("x.csv").withId(null))
                .withMessage("column");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv("x.csv").withName(null))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv("x.csv").withCharset(null))
                .withMessage("charset");
        assertThatNullPointerException()
                .isThrownBy(() -> Datasets.csv("x.csv").read(null))
                .withMessage("input");
    }
}

package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedFileTest {

    @TempDir
    Path folder;

    private static final AtomicInteger OPEN = new AtomicInteger();

    /** Three rows, then the end or an error; counts how many are open. */
    private static final class ThreeRows implements Rows {

        private final boolean broken;
        private long number;

        ThreeRows(boolean broken) {
            this.broken = broken;
            OPEN.incrementAndGet();
        }

        @Override
        public @Nullable Row next() {
            number++;
            if (number > 3 && broken) {
                throw DataException.at("three", number, "expected less");
            }
            var place = new Place("three", number, number);
            var header = new Header("three", 0, List.of("text"));
            return number > 3 ? null : new Row(place, new TableCells(place, header, new String[] {"row " + number}));
        }

        @Override
        public void close() {
            OPEN.decrementAndGet();
        }
    }

    private static Stream<Example<String, NoReference>> stream(boolean broken) {
        var mapping = new RowMapping<>(null, List.of(), row -> row.text("text"), row -> NoReference.NONE);
        var examples = new ExampleSpliterator<String, NoReference>(() -> new ThreeRows(broken), mapping);
        return StreamSupport.stream(examples, false).onClose(examples::close);
    }

    @Test
    void readsARowBeforeACorruptOneInEveryFormat() throws IOException {
        var files = List.of(
                Files.writeString(folder.resolve("a.csv"), "text,intent\na,x\nb\n"),
                Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"a\",\"intent\":\"x\"}\n{\n"),
                Files.writeString(folder.resolve("a.json"), "[{\"text\":\"a\",\"intent\":\"x\"},\n{,\n"));
        for (var file : files) {
            var tickets = Datasets.file(file).streamed().labels("text", "intent");

            assertThat(tickets.take(1).inMemory().examples()).containsExactly(Example.of("1", "a", "x"));
            assertThatThrownBy(tickets::references)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(file + ":" + (file.toString().endsWith(".csv") ? 3 : 2) + ": ");
        }
    }

    @Test
    void readsTheFileAnewEachTime() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "text\na\n");
        var texts = Datasets.csv(file).streamed().unlabelled("text");
        assertThat(texts.inMemory().examples()).hasSize(1);
        Files.writeString(file, "text\na\nb\n");

        assertThat(texts.inMemory().examples()).hasSize(2);
    }

    @Test
    void refusesTheSecondOfTwoEqualIdsEachTime() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "id,text\n1,a\n2,b\n1,c\n");
        var texts = Datasets.csv(file).withId("id").streamed().unlabelled("text");

        assertThat(texts.take(2).size()).isEqualTo(2);
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(texts::size)
                    .hasMessage(file + ":4: expected each id once, found '1' here and on line 2");
        }
    }

    @Test
    void closesTheFileAfterTheLastRow() {
        assertThat(stream(false).toList()).hasSize(3);

        assertThat(OPEN).hasValue(0);
    }

    @Test
    void closesTheFileOnAnError() {
        assertThatThrownBy(() -> stream(true).toList()).hasMessage("three:4: expected less");

        assertThat(OPEN).hasValue(0);
    }

    @Test
    void closesTheFileWhenTheStreamIsClosedEarly() {
        try (var examples = stream(true)) {
            assertThat(examples.findFirst()).contains(Example.of("1", "row 1"));
            assertThat(OPEN).hasValue(1);
        }

        assertThat(OPEN).hasValue(0);
    }

    @Test
    void opensNoFileUntilTheFirstRowIsAskedFor() {
        var examples = stream(false);

        assertThat(OPEN).hasValue(0);
        examples.close();
    }

    @Test
    void givesTheSameExamplesInParallel() throws IOException {
        var content = new StringBuilder("text\n");
        for (var i = 0; i < 5_000; i++) {
            content.append("row ").append(i).append('\n');
        }
        var file = Files.writeString(folder.resolve("a.csv"), content, StandardCharsets.UTF_8);
        var texts = Datasets.csv(file).streamed().unlabelled("text");

        try (var examples = texts.stream()) {
            assertThat(examples.parallel().map(Example::input).toList())
                    .isEqualTo(texts.inMemory().examples().stream()
                            .map(Example::input)
                            .toList());
        }
    }
}

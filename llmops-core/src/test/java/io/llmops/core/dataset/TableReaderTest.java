package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("tickets.csv"), content);
    }

    @Test
    void readsTextsAndLabels() throws IOException {
        var file = file("text,intent\nWhere is my card?,card\n\"Well, \"\"hello\"\"\nthere\",greeting\n");

        var tickets = Datasets.csv(file).labels("text", "intent");

        assertThat(tickets.examples())
                .containsExactly(
                        Example.of("1", "Where is my card?", "card"),
                        Example.of("2", "Well, \"hello\"\nthere", "greeting"));
        assertThat(tickets.references()).containsExactly("card", "greeting");
    }

    @Test
    void namesTheColumnsThereAreWhenOneIsMissing() throws IOException {
        var file = file("text,label\na,b\n");

        assertThatThrownBy(() -> Datasets.csv(file).labels("text", "intent"))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":1: expected a column 'intent', found [text, label]");
    }
}

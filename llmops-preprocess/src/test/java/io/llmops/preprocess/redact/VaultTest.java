package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static Redactor redactor(Vault vault) {
        return Redactor.standard("US")
                .with(Recognizers.words(EntityType.PERSON, List.of("Ann Lee", "Bo")))
                .with(Ways.pseudonyms(vault));
    }

    @Test
    void givesOnePseudonymForOneNameAndTurnsItBack() {
        var vault = Vault.empty();
        var text = "Ann Lee and Bo, then Ann Lee at a@b.example";
        var hidden = redactor(vault).apply(text);
        assertThat(hidden).isEqualTo("<PERSON_1> and <PERSON_2>, then <PERSON_1> at <EMAIL_1>");
        assertThat(vault.restore(hidden)).isEqualTo(text);
        assertThat(vault.restore("Dear <PERSON_2>, <PERSON_9> <b> <")).isEqualTo("Dear Bo, <PERSON_9> <b> <");
        assertThat(vault.size()).isEqualTo(3);
    }

    @Test
    void turnsBackATextThatHeldPseudonymsBefore() {
        var vault = Vault.empty();
        var text = "<PERSON_1> is Ann Lee, <PERSON_<PERSON_1> and <<EMAIL_1>>";
        var hidden = redactor(vault).apply(text);
        assertThat(hidden).doesNotContain("Ann");
        assertThat(vault.restore(hidden)).isEqualTo(text);
    }

    @Test
    void turnsBackAnyText() {
        var pieces = List.of(
                "Ann Lee",
                "Bo",
                "<PERSON_1>",
                "<PERSON_",
                "1>",
                "<",
                ">",
                "<EMAIL_1>",
                "a@b.example",
                " ",
                "4111111111111111",
                "<PSEUDONYM_1>",
                "_1>",
                "<A1>",
                "x");
        for (var seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var i = random.nextInt(20); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            var vault = Vault.empty();
            assertThat(vault.restore(redactor(vault).apply(text.toString())))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString());
        }
    }

    @Test
    void isTheSameAfterItWasSavedAndLoaded(@TempDir Path folder) throws IOException {
        var vault = Vault.empty();
        var hidden = redactor(vault).apply("Ann Lee “quoted” \ud83d\ude00 Bo");
        var file = folder.resolve("vault.json");
        vault.save(file);
        vault.save(file);
        var loaded = Vault.load(file);
        assertThat(loaded.restore(hidden)).isEqualTo("Ann Lee “quoted” \ud83d\ude00 Bo");
        assertThat(redactor(loaded).apply("a@b.example and Bo")).isEqualTo("<EMAIL_1> and <PERSON_2>");
        assertThat(loaded.pseudonym(EntityType.PERSON, "Cy")).isEqualTo("<PERSON_3>");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void showsNothingOfAFileItCannotRead(@TempDir Path folder) throws IOException {
        var file = folder.resolve("vault.json");
        for (var content : List.of(
                "{\"format\": \"llmops-vault/1\", \"pseudonyms\": {\"<PERSON_1>\": Secretname}}",
                "{\"format\": \"other\", \"pseudonyms\": {\"<PERSON_1>\": \"Secretname\"}}",
                "{\"format\": \"llmops-vault/1\", \"pseudonyms\": {\"Secretname\": \"Secretname\"}}",
                "{\"format\": \"llmops-vault/1\", \"Secretname\": 1}",
                "{\"format\": \"llmops-vault/1\"}",
                "null",
                "")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> Vault.load(file))
                    .isInstanceOf(LlmopsException.class)
                    .hasMessageContaining("vault.json")
                    .hasMessageNotContaining("Secretname")
                    .hasNoCause();
        }
        assertThat(Vault.empty()).hasToString("vault of 0 pseudonyms");
    }

    @Test
    void refusesASecondVaultInOneRedactor() {
        var redactor = Redactor.of(Recognizers.email()).with(Ways.pseudonyms(Vault.empty()));
        assertThatThrownBy(() -> redactor.with(EntityType.CARD, Ways.pseudonyms(Vault.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersWithoutGapsOrDoublesFromManyThreads() throws InterruptedException {
        var vault = Vault.empty();
        var pool = Executors.newFixedThreadPool(4);
        try {
            pool.invokeAll(IntStream.range(0, 8)
                    .mapToObj(thread -> (Callable<String>) () -> {
                        for (var i = 0; i < 500; i++) {
                            vault.pseudonym(EntityType.PERSON, "name " + i);
                        }
                        return "";
                    })
                    .toList());
        } finally {
            pool.shutdownNow();
        }
        assertThat(vault.size()).isEqualTo(500);
        var all = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> "<PERSON_" + i + ">")
                .toList();
        assertThat(all.stream().map(vault::restore).distinct()).hasSize(500).allMatch(name -> name.startsWith("name "));
    }
}

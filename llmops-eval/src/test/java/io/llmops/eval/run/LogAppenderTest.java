package io.llmops.eval.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogAppenderTest {

    private static final int THREADS = 8;
    private static final int LINES = 2_000;

    @TempDir
    private Path folder;

    private LogAppender appender(int syncEvery) throws IOException {
        return new LogAppender(new RandomAccessFile(folder.resolve("log").toFile(), "rw"), syncEvery);
    }

    private static JsonBytes line(String text) {
        return new JsonBytes().raw(text + "\n");
    }

    @Test
    void writesEveryLineOfEveryThreadWholeAndWhereItSaid() throws Exception {
        var offsets = new ConcurrentHashMap<String, Long>();
        var pool = Executors.newFixedThreadPool(THREADS);
        try (var appender = appender(100)) {
            var work = new ArrayList<Callable<Object>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var name = "thread " + thread;
                work.add(() -> {
                    for (var i = 0; i < LINES; i++) {
                        var text = name + " line " + i + " " + "x".repeat(i);
                        appender.append(line(text), offset -> offsets.put(text, offset), i % 3);
                    }
                    return "";
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
            assertThat(appender.unsaved()).isLessThanOrEqualTo(2);
        } finally {
            pool.shutdownNow();
        }

        var bytes = Files.readAllBytes(folder.resolve("log"));
        assertThat(offsets).hasSize(THREADS * LINES);
        assertThat(offsets.entrySet())
                .allSatisfy(line -> assertThat(new String(
                                bytes, line.getValue().intValue(), line.getKey().length() + 1, UTF_8))
                        .isEqualTo(line.getKey() + "\n"));
        assertThat(bytes.length)
                .isEqualTo(offsets.keySet().stream()
                        .mapToInt(text -> text.length() + 1)
                        .sum());
    }

    @Test
    void hasSavedALineBeforeItReturnsWhenNobodyElseWrites() throws IOException {
        try (var appender = appender(0)) {
            appender.append(line("first"), offset -> assertThat(offset).isZero(), 0);

            assertThat(appender.unsaved()).isZero();
            assertThat(folder.resolve("log")).hasContent("first\n");
        }
    }

    @Test
    void letsALineWaitThatMay() throws Exception {
        try (var appender = appender(0)) {
            appender.append(line("first"), offset -> {}, 2);
            appender.append(line("second"), offset -> {}, 2);

            assertThat(appender.unsaved()).isEqualTo(2);
            assertThat(folder.resolve("log")).isEmptyFile();

            appender.append(line("third"), offset -> {}, 2);

            assertThat(appender.unsaved()).isZero();
            assertThat(folder.resolve("log")).hasContent("first\nsecond\nthird\n");
        }
    }

    @Test
    void writesWhatWaitsForALineThatMayNot() throws Exception {
        try (var appender = appender(0)) {
            appender.append(line("patient"), offset -> {}, 2);
            appender.append(line("not so"), offset -> {}, 0);

            assertThat(folder.resolve("log")).hasContent("patient\nnot so\n");
        }
    }

    @Test
    void writesWhatWaitsWhenItIsAwaitedAskedForOrClosed() throws Exception {
        var appender = appender(0);
        appender.append(line("a"), offset -> {}, 9);
        appender.awaitUnsavedBelow(2);
        assertThat(appender.unsaved()).isOne();

        appender.awaitUnsavedBelow(1);
        assertThat(appender.unsaved()).isZero();

        appender.append(line("b"), offset -> {}, 9);
        appender.writeOut();
        assertThat(appender.unsaved()).isZero();

        appender.append(line("c"), offset -> {}, 9);
        appender.close();
        assertThat(folder.resolve("log")).hasContent("a\nb\nc\n");
    }

    @Test
    void writesOnAnInterruptedThread() throws IOException {
        try (var appender = appender(0)) {
            Thread.currentThread().interrupt();
            appender.append(line("a"), offset -> {}, 0);
            appender.append(line("b"), offset -> {}, 0);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("log")).hasContent("a\nb\n");
    }

    @Test
    void failsForEverybodyOnceALineCouldNotBeWritten() throws IOException {
        var appender = appender(0);
        appender.close();

        assertThatThrownBy(() -> appender.append(line("a"), offset -> {}, 0)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> appender.append(line("b"), offset -> {}, 0))
                .isInstanceOf(IOException.class)
                .hasMessage("an earlier line could not be written");
        assertThatThrownBy(() -> appender.awaitUnsavedBelow(1)).isInstanceOf(IOException.class);
    }

    @Test
    void closesInOrderOnAnInterruptedThread() throws IOException {
        var appender = appender(0);
        appender.append(line("a"), offset -> {}, 0);
        Thread.currentThread().interrupt();

        appender.close();

        assertThat(Thread.interrupted()).isTrue();
    }
}

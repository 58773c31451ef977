package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation that is killed again and again loses at most what was under way. */
@Tag("kill")
class KillTest {

    private static final int KILLS = 20;
    private static final long SEED = 20_26;

    @Test
    void resumesAfterEveryKillAndEndsWithTheNumbersOfAnUninterruptedRun(@TempDir Path folder) throws Exception {
        var log = folder.resolve("killed.jsonl");
        var calls = folder.resolve("calls");
        var points = new Random(SEED)
                .longs(KILLS, 1, KilledEvaluation.EXAMPLES)
                .sorted()
                .toArray();
        var killed = 0;
        for (var point : points) {
            var process = start(log, calls);
            while (process.isAlive() && lines(log) <= point) {
                Thread.onSpinWait();
            }
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        var uninterrupted = KilledEvaluation.run(folder.resolve("whole.jsonl"), append(folder.resolve("other")));
        var resumed = KilledEvaluation.run(log, append(calls));

        assertThat(killed).as("kills, seed %d", SEED).isGreaterThanOrEqualTo(KILLS - 1);
        assertThat(resumed.metrics()).isEqualTo(uninterrupted.metrics());
        assertThat(resumed.observations()).hasSize(KilledEvaluation.EXAMPLES);
        assertThat(Files.size(calls))
                .as("calls, seed %d", SEED)
                .isBetween(
                        (long) KilledEvaluation.EXAMPLES,
                        (long) KilledEvaluation.EXAMPLES + (long) KILLS * KilledEvaluation.CONCURRENCY);
    }

    @Test
    void savesAllThatWasFinishedWhenSomebodyPressesControlC(@TempDir Path folder) throws Exception {
        var log = folder.resolve("interrupted.jsonl");
        var calls = folder.resolve("calls");
        var process = start(log, calls);
        while (process.isAlive() && lines(log) <= KilledEvaluation.EXAMPLES / 3) {
            Thread.onSpinWait();
        }
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(30, TimeUnit.SECONDS))
                .as("ended by SIGINT, which may be ignored where this runs")
                .isTrue();

        assertThat(process.exitValue()).as("what the shell makes of SIGINT").isEqualTo(128 + 2);
        var saved = lines(log) - 1;
        assertThat(saved).isBetween(KilledEvaluation.EXAMPLES / 3L, KilledEvaluation.EXAMPLES - 1L);
        assertThat(Files.size(calls)).as("what was under way could end").isEqualTo(saved);

        var resumed = KilledEvaluation.run(log, append(calls));
        var uninterrupted = KilledEvaluation.run(folder.resolve("whole.jsonl"), append(folder.resolve("other")));
        assertThat(resumed.metrics()).isEqualTo(uninterrupted.metrics());
        assertThat(Files.size(calls)).as("no call was made twice").isEqualTo(KilledEvaluation.EXAMPLES);
    }

    private static Process start(Path log, Path calls) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEvaluation.class.getName(),
                        log.toString(),
                        calls.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long lines(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }
}

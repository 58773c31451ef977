package io.llmops.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Counts over seeded data sets how often something happens, and holds that to what we say. The lines in
 * {@code target/simulation.tsv} are the table of the documentation.
 */
public final class Simulation {

    private static final Path LINES = Path.of("target", "simulation.tsv");

    private final int datasets;

    private Simulation(int datasets) {
        this.datasets = datasets;
    }

    public static Simulation over(int datasets) {
        return new Simulation(datasets);
    }

    /** An approximate 95 % interval: covers 93–97 %. */
    public void isAbout95(String what, Predicate<RandomStream> covers) {
        check(what, share(covers), 0.93, 0.97);
    }

    /** A guaranteed 95 % interval: covers at least 95 %. */
    void isAtLeast95(String what, Predicate<RandomStream> covers) {
        check(what, share(covers), 0.95, 1);
    }

    /** A test at 5 %: rejects at most so much when there is nothing to find. */
    void isAtMost(double most, String what, Predicate<RandomStream> rejects) {
        check(what, share(rejects), 0, most);
    }

    void isBetween(double least, double most, String what, Predicate<RandomStream> happens) {
        check(what, share(happens), least, most);
    }

    private double share(Predicate<RandomStream> happens) {
        RandomStream root = RandomStream.of(20_26);
        int count = 0;
        for (int i = 0; i < datasets; i++) {
            count += happens.test(root.split(i)) ? 1 : 0;
        }
        return (double) count / datasets;
    }

    /** Three standard errors of the simulation are allowed on both sides. */
    private void check(String what, double found, double least, double most) {
        write(what, datasets + " data sets", found, least, most);
        double slackLeast = 3 * Math.sqrt(least * (1 - least) / datasets);
        double slackMost = 3 * Math.sqrt(most * (1 - most) / datasets);
        assertThat(found)
                .as("%s, seed 2026, %s data sets", what, datasets)
                .isBetween(least - slackLeast, most + slackMost);
    }

    /** Writes and checks a probability that was summed exactly. */
    static void exactly(String what, double found, double least, double most) {
        write(what, "exact", found, least, most);
        assertThat(found).as(what).isBetween(least, most);
    }

    private static void write(String what, String how, double found, double least, double most) {
        String line = String.format(Locale.ROOT, "%s\t%s\t%.4f\t%.4f\t%.4f%n", what, how, found, least, most);
        try {
            Files.createDirectories(LINES.getParent());
            Files.writeString(LINES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

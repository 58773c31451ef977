package io.llmops.eval.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.llmops.eval.gate.ErrorRates.Candidate;
import io.llmops.eval.gate.ErrorRates.Rule;
import io.llmops.eval.stats.PairedCounts;
import io.llmops.eval.stats.Proportions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The error rates that the guide "Choosing a gate" publishes: they are kept, and they are what is measured. The long
 * simulation writes the rows of its table to {@code target/gate-error-rates}.
 */
class ErrorRatesTest {

    private static final Path GUIDE =
            Path.of(System.getProperty("llmops.root", "..")).resolve("docs/guides/choosing-a-gate.md");
    private static final Path TABLE = Path.of("target", "gate-error-rates");
    private static final int[] SIZES = {50, 200, 1000};

    /** What each side of an interval may err at 95 %, and what stopping early may add. */
    private static final double STATED = 0.025;

    private static final double EARLY = 0.005;

    /** One row of the table: a rule at a size, and what it says of each system. */
    private record Row(Rule rule, int n, Map<Candidate, ErrorRates> rates) {

        static Row measured(Rule rule, int n, int evaluations) {
            var rates = new EnumMap<Candidate, ErrorRates>(Candidate.class);
            for (var candidate : Candidate.values()) {
                rates.put(candidate, ErrorRates.of(rule, candidate, n, evaluations));
            }
            return new Row(rule, n, rates);
        }

        double share(Candidate candidate, Decision decision) {
            return rates.get(candidate).share(decision);
        }

        int evaluations() {
            return rates.get(Candidate.UNCHANGED).evaluations();
        }

        /** The numbers of the row, in the order of the columns. */
        List<Double> shares() {
            var shares = new ArrayList<Double>();
            for (var candidate : Candidate.values()) {
                for (var decision : Decision.values()) {
                    shares.add(share(candidate, decision));
                }
            }
            return shares;
        }

        String name() {
            return switch (rule) {
                case AT_LEAST -> "at least 0.86";
                case AT_LEAST_EARLY -> "at least 0.86, early";
                case NO_WORSE -> "no worse by 0.05";
                case NO_WORSE_EARLY -> "no worse by 0.05, early";
                case NO_WORSE_F1 -> "no worse by 0.05, macro F1";
                case ANY_FLIP -> "any flip fails";
            };
        }

        String line() {
            var cells = new ArrayList<String>();
            for (var candidate : Candidate.values()) {
                cells.add(List.of(Decision.PASS, Decision.FAIL, Decision.INCONCLUSIVE).stream()
                        .map(decision -> percent(share(candidate, decision)))
                        .collect(Collectors.joining(" / ")));
            }
            var visited = isEarly(rule)
                    ? rates.values().stream()
                            .map(rate -> percent(rate.visited()))
                            .collect(Collectors.joining(" / "))
                    : "";
            return "| " + name() + " | " + String.format(Locale.ROOT, "%,d", n) + " | " + String.join(" | ", cells)
                    + " | " + visited + " |";
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f", 100 * share);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAndMeetsWhatTheGuideSays(Rule rule) throws IOException {
        var ofF1 = rule == Rule.NO_WORSE_F1;
        for (var n : ofF1 ? new int[] {50} : new int[] {50, 200}) {
            holds(Row.measured(rule, n, ofF1 || isEarly(rule) ? 100 : 300));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("simulation")
    void keepsAndMeetsWhatTheGuideSaysOverManyEvaluations(Rule rule) throws IOException {
        var rows = new ArrayList<Row>();
        for (var n : SIZES) {
            rows.add(Row.measured(rule, n, evaluations(rule)));
        }
        Files.createDirectories(TABLE);
        Files.writeString(
                TABLE.resolve(rule + ".md"), rows.stream().map(Row::line).collect(Collectors.joining("\n", "", "\n")));
        for (var row : rows) {
            holds(row);
        }
    }

    /** How many evaluations stand behind a number of the guide. */
    private static int evaluations(Rule rule) {
        return switch (rule) {
            case NO_WORSE_F1, AT_LEAST_EARLY, NO_WORSE_EARLY -> 500;
            default -> 2_000;
        };
    }

    private static void holds(Row row) throws IOException {
        if (row.rule() != Rule.ANY_FLIP) {
            keepsItsRates(row);
        }
        meetsTheGuide(row);
    }

    private static boolean isEarly(Rule rule) {
        return rule == Rule.AT_LEAST_EARLY || rule == Rule.NO_WORSE_EARLY;
    }

    /** Three standard errors of the simulation are allowed. */
    private static void keepsItsRates(Row row) {
        var stated = STATED + (isEarly(row.rule()) ? EARLY : 0);
        var most = stated + 3 * Math.sqrt(stated * (1 - stated) / row.evaluations());
        assertThat(row.share(Candidate.UNCHANGED, Decision.FAIL))
                .as("%s, n %s, false alarms", row.name(), row.n())
                .isLessThanOrEqualTo(most);
        assertThat(row.share(Candidate.SLIGHTLY_WORSE, Decision.PASS))
                .as("%s, n %s, missed", row.name(), row.n())
                .isLessThanOrEqualTo(most);
        assertThat(row.share(Candidate.CLEARLY_WORSE, Decision.PASS))
                .as("%s, n %s, clearly missed", row.name(), row.n())
                .isLessThanOrEqualTo(most);
    }

    /** Four standard errors of both simulations are allowed, and the rounding of the guide. */
    private static void meetsTheGuide(Row row) throws IOException {
        var start = "| " + row.name() + " | " + String.format(Locale.ROOT, "%,d", row.n()) + " | ";
        var line = Files.readString(GUIDE, StandardCharsets.UTF_8)
                .lines()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the guide has no row " + start));
        var cells = line.substring(start.length()).split("\\|", -1);
        var published = new ArrayList<Double>();
        for (var i = 0; i < Candidate.values().length; i++) {
            for (var number : cells[i].split("/", -1)) {
                published.add(Double.parseDouble(number.strip()) / 100);
            }
        }
        var measured = row.shares();
        assertThat(published).as(line).hasSameSizeAs(measured);
        for (var i = 0; i < measured.size(); i++) {
            var p = Math.max(0.005, Math.min(0.995, published.get(i)));
            var error = Math.sqrt(p * (1 - p) * (1.0 / row.evaluations() + 1.0 / evaluations(row.rule())));
            assertThat(measured.get(i))
                    .as("number %s of %s", i + 1, line)
                    .isBetween(published.get(i) - 4 * error - 0.0005, published.get(i) + 4 * error + 0.0005);
        }
    }

    /** Summed exactly over all tables: Tango's bounds err a little more than they say at some rates, never by much. */
    @Test
    void boundsOfAPairedDifferenceErrLittleMoreThanTheySay() {
        var most = 0.0;
        for (var margin : new double[] {0, 0.02, 0.05, 0.1}) {
            for (var mended : new double[] {0.005, 0.02, 0.05, 0.08}) {
                most = Math.max(most, missed(100, margin, margin + mended, mended));
            }
        }
        assertThat(most).isBetween(0.02, 0.028);
    }

    /** Returns how often the lower bound is not below the true difference. */
    private static double missed(int n, double margin, double broken, double mended) {
        var missed = 0.0;
        for (var b = 0; b <= 50; b++) {
            for (var c = 0; c <= 30; c++) {
                var probability = Math.exp(Gamma.logGamma(n + 1)
                        - Gamma.logGamma(b + 1)
                        - Gamma.logGamma(c + 1)
                        - Gamma.logGamma(n - b - c + 1)
                        + b * Math.log(broken)
                        + c * Math.log(mended)
                        + (n - b - c) * Math.log(1 - broken - mended));
                if (probability > 1e-9
                        && Proportions.tango(new PairedCounts(0, c, b, n - b - c), 0.95)
                                        .lower()
                                >= -margin) {
                    missed += probability;
                }
            }
        }
        return missed;
    }
}

package io.llmops.eval.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * The model of Bradley and Terry (1952): player i beats player j with the odds exp(sᵢ − sⱼ). Fitted by maximum likelihood
 * with Newton's method; the strengths are centred, so that their mean is 0. Immutable.
 */
public final class PairedStrengths {

    private static final int MOST_STEPS = 200;
    private static final double STEP = 1e-13;

    private final double[] strengths;
    private final double[] errors;

    private PairedStrengths(double[] strengths, double[] errors) {
        this.strengths = strengths;
        this.errors = errors;
    }

    /**
     * Returns the strengths that fit best.
     *
     * @param wins a square: how often the player of the row beat that of the column, 0 or more; a tie is half a win of each
     * @return the fit; empty if there are fewer than two players, or some never beat any of the others, directly or through
     *     players they beat, so that no finite strengths fit (Ford 1957)
     * @throws IllegalArgumentException if the table is no square, or a number is negative or not finite
     */
    public static Optional<PairedStrengths> fit(double[][] wins) {
        Objects.requireNonNull(wins, "wins");
        for (double[] row : wins) {
            Numbers.requireSameLength("columns", row.length, "rows", wins.length);
            if (!Arrays.stream(row).allMatch(won -> won >= 0 && won < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("expected finite wins of 0 or more, found " + Arrays.toString(row));
            }
        }
        if (wins.length < 2 || !reachesAll(wins, false) || !reachesAll(wins, true)) {
            return Optional.empty();
        }
        double[] strengths = new double[wins.length];
        double likelihood = likelihood(wins, strengths);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = information(wins, strengths)
                    .solve(new ArrayRealVector(gradient(wins, strengths), false))
                    .toArray();
            double[] next = moved(strengths, direction, 1);
            double nextLikelihood = likelihood(wins, next);
            for (double share = 0.5; nextLikelihood < likelihood && share > STEP; share /= 2) {
                next = moved(strengths, direction, share);
                nextLikelihood = likelihood(wins, next);
            }
            if (!(nextLikelihood >= likelihood)) {
                break;
            }
            double largest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
            strengths = next;
            likelihood = nextLikelihood;
            if (largest <= STEP) {
                break;
            }
        }
        return Optional.of(new PairedStrengths(strengths, errors(wins, strengths)));
    }

    /** Returns whether the first player reaches all others along wins, or against them. */
    private static boolean reachesAll(double[][] wins, boolean backwards) {
        boolean[] reached = new boolean[wins.length];
        reached[0] = true;
        int count = 1;
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int from = open.remove();
            for (int to = 0; to < wins.length; to++) {
                if (!reached[to] && (backwards ? wins[to][from] : wins[from][to]) > 0) {
                    reached[to] = true;
                    count++;
                    open.add(to);
                }
            }
        }
        return count == wins.length;
    }

    private static double[] moved(double[] strengths, double[] direction, double share) {
        double[] moved = new double[strengths.length];
        Arrays.setAll(moved, i -> strengths[i] + share * direction[i]);
        double mean = Numbers.mean(moved);
        Arrays.setAll(moved, i -> moved[i] - mean);
        return moved;
    }

    private static double probability(double first, double second) {
        return 1 / (1 + StrictMath.exp(second - first));
    }

    private static double likelihood(double[][] wins, double[] strengths) {
        double sum = 0;
        for (int i = 0; i < wins.length; i++) {
            for (int j = 0; j < wins.length; j++) {
                sum -= wins[i][j] == 0 || i == j
                        ? 0
                        : wins[i][j] * StrictMath.log1p(StrictMath.exp(strengths[j] - strengths[i]));
            }
        }
        return sum;
    }

    private static double[] gradient(double[][] wins, double[] strengths) {
        double[] gradient = new double[wins.length];
        for (int i = 0; i < wins.length; i++) {
            for (int j = 0; j < wins.length; j++) {
                double games = i == j ? 0 : wins[i][j] + wins[j][i];
                gradient[i] += games == 0 ? 0 : wins[i][j] - games * probability(strengths[i], strengths[j]);
            }
        }
        return gradient;
    }

    /** Returns what solves by the information of centred strengths: a constant is added, which their mean of 0 cancels. */
    private static DecompositionSolver information(double[][] wins, double[] strengths) {
        int size = wins.length;
        double[][] information = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double p = probability(strengths[i], strengths[j]);
                    double known = (wins[i][j] + wins[j][i]) * p * (1 - p);
                    information[i][j] -= known;
                    information[i][i] += known;
                }
            }
        }
        double scale = Math.max(Double.MIN_NORMAL, trace(information) / size);
        for (double[] row : information) {
            for (int j = 0; j < size; j++) {
                row[j] += scale / size;
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, Double.MIN_NORMAL)
                .getSolver();
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }

    private static double[] errors(double[][] wins, double[] strengths) {
        int size = wins.length;
        DecompositionSolver solver = information(wins, strengths);
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            double[] contrast = new double[size];
            Arrays.fill(contrast, -1.0 / size);
            contrast[i] += 1;
            double[] solved = solver.solve(new ArrayRealVector(contrast, false)).toArray();
            double variance = 0;
            for (int j = 0; j < size; j++) {
                variance += contrast[j] * solved[j];
            }
            errors[i] = Math.sqrt(Math.max(0, variance));
        }
        return errors;
    }

    /** {@return the strength of each player, of mean 0, a copy} */
    public double[] strengths() {
        return strengths.clone();
    }

    /** {@return the standard error of each strength, by the information at the fit with the mean held at 0, a copy} */
    public double[] standardErrors() {
        return errors.clone();
    }

    /**
     * Returns the interval of a strength by the normal approximation. Approximate, where a player has about 30 games or
     * more and both won and lost some 5.
     *
     * @param player its number
     * @param level the confidence, above 0 and below 1
     * @return the interval, method {@code information}
     */
    public Interval interval(int player, double level) {
        Numbers.requireLevel(level);
        double half = Distributions.normalCritical(level) * errors[player];
        return new Interval(strengths[player] - half, strengths[player] + half, level, "information");
    }
}

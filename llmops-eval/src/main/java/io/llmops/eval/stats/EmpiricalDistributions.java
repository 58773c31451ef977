package io.llmops.eval.stats;

import java.util.Arrays;

/** How far two samples' distribution functions are apart. Safe for use by many threads. */
final class EmpiricalDistributions {

    private EmpiricalDistributions() {}

    /** Returns the largest vertical distance. */
    static double distance(double[] a, double[] b) {
        return (double) scaledDistance(a, b) / ((double) a.length * b.length);
    }

    /** Returns the largest vertical distance in units of 1 / (n m). */
    private static long scaledDistance(double[] a, double[] b) {
        double[] first = sorted(a);
        double[] second = sorted(b);
        long largest = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == value) {
                i++;
            }
            while (j < second.length && second[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((long) i * second.length - (long) j * first.length));
        }
        return largest;
    }

    /**
     * Returns the probability of a distance at least as large when all orders are equally likely: that a random path
     * from corner to corner of the grid leaves the band, carried from node to node.
     */
    static double exactTail(double[] a, double[] b) {
        long band = scaledDistance(a, b);
        int n = a.length;
        int m = b.length;
        double[] outside = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs((long) i * m - (long) j * n) >= band) {
                    outside[j] = 1;
                } else {
                    double fromFirst = i == 0 ? 0 : outside[j] * i;
                    double fromSecond = j == 0 ? 0 : outside[j - 1] * j;
                    outside[j] = i + j == 0 ? 0 : (fromFirst + fromSecond) / (i + j);
                }
            }
        }
        return outside[m];
    }

    /** Returns the area between the two distribution functions. */
    static double area(double[] a, double[] b) {
        double[] first = sorted(a);
        double[] second = sorted(b);
        double area = 0;
        int i = 0;
        int j = 0;
        double before = Math.min(first[0], second[0]);
        while (i < first.length || j < second.length) {
            double value = j == second.length || (i < first.length && first[i] <= second[j]) ? first[i] : second[j];
            area += (value - before) * Math.abs((double) i / first.length - (double) j / second.length);
            before = value;
            while (i < first.length && first[i] == value) {
                i++;
            }
            while (j < second.length && second[j] == value) {
                j++;
            }
        }
        return area;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }
}

package io.llmops.eval.stats;

/**
 * The noncentral t distribution by Lenth's series (Algorithm AS 243, Applied Statistics 38, 1989). Safe for use by many
 * threads.
 */
final class NoncentralStudent {

    private static final double MOST_SHIFT = 37;
    private static final int MOST_TERMS = 5000;

    private NoncentralStudent() {}

    /** Returns the probability of at most t; the shift is the noncentrality. */
    static double cdf(double t, double df, double shift) {
        if (t < 0) {
            return 1 - cdf(-t, df, -shift);
        }
        if (Math.abs(shift) > MOST_SHIFT) {
            return Distributions.normalCdf((t * (1 - 1 / (4 * df)) - shift) / Math.sqrt(1 + t * t / (2 * df)));
        }
        double x = t * t / (df + t * t);
        double y = df / (df + t * t);
        double half = shift * shift / 2;
        double p = StrictMath.exp(-half);
        double q = shift * p * Math.sqrt(2 / Math.PI);
        double sum = 0;
        for (int j = 0; j < MOST_TERMS; j++) {
            double term =
                    p * IncompleteBeta.lower(j + 0.5, df / 2, x, y) + q * IncompleteBeta.lower(j + 1.0, df / 2, x, y);
            sum += term;
            if (j > half && Math.abs(term) < 1e-15) {
                break;
            }
            p *= half / (j + 1);
            q *= half / (j + 1.5);
        }
        return Numbers.clamp(Distributions.normalCdf(-shift) + sum / 2, 0, 1);
    }
}

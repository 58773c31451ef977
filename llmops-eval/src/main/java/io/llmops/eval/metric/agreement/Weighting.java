package io.llmops.eval.metric.agreement;

/** How much two categories agree, by their places in the order of the categories. Immutable. */
public enum Weighting {
    /** The same category agrees, every other disagrees. */
    NONE {
        @Override
        double agreement(int one, int other, int categories) {
            return one == other ? 1 : 0;
        }
    },
    /** 1 − distance / largest distance. */
    LINEAR {
        @Override
        double agreement(int one, int other, int categories) {
            return one == other ? 1 : 1 - Math.abs(one - other) / (categories - 1.0);
        }
    },
    /** 1 − (distance / largest distance)². */
    QUADRATIC {
        @Override
        double agreement(int one, int other, int categories) {
            var distance = one == other ? 0 : (one - other) / (categories - 1.0);
            return 1 - distance * distance;
        }
    };

    /** Returns from 0 to 1. */
    abstract double agreement(int one, int other, int categories);
}

package io.llmops.eval.metric.retrieval;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Numbers as a list that boxes none of them until asked. */
final class ScoreList extends AbstractList<Double> implements RandomAccess {

    private final double[] scores;

    ScoreList(double[] scores) {
        this.scores = scores;
    }

    double at(int place) {
        return scores[place];
    }

    @Override
    public Double get(int place) {
        return scores[place];
    }

    @Override
    public int size() {
        return scores.length;
    }
}

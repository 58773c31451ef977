package io.llmops.eval.metric.retrieval;

import java.util.Arrays;
import java.util.Map;

/** A ranking with the grade of each of its documents: all that a measure needs, looked up once for all measures. */
final class JudgedRanking {

    private static final int UNJUDGED = -1;
    private static final double LN_2 = Math.log(2);
    /** Discounts of the first ranks; logarithms are what nDCG takes its time for. */
    private static final double[] DISCOUNTS = discounts(1 << 12);

    private final Ranking ranking;
    private final int relevantFrom;
    private final int[] grades;
    /** How many of the first documents are relevant. */
    private final int[] relevantUpTo;

    private final int[] gains;
    private int relevant;
    private int notRelevant;
    private int highest;

    /**
     * Looks up the grades.
     *
     * @param relevantFrom the lowest grade that is relevant
     */
    JudgedRanking(Ranking ranking, Judgements judgements, int relevantFrom) {
        this.ranking = ranking;
        this.relevantFrom = relevantFrom;
        var size = ranking.size();
        grades = new int[size];
        relevantUpTo = new int[size + 1];
        var documents = ranking.documents();
        Map<String, Integer> known = judgements.grades();
        for (var i = 0; i < size; i++) {
            grades[i] = Math.max(UNJUDGED, known.getOrDefault(documents.get(i), UNJUDGED));
            relevantUpTo[i + 1] = relevantUpTo[i] + (isRelevant(i) ? 1 : 0);
        }
        var positive = 0;
        var all = new int[known.size()];
        for (int grade : known.values()) {
            relevant += grade >= relevantFrom ? 1 : 0;
            notRelevant += grade >= 0 && grade < relevantFrom ? 1 : 0;
            if (grade > 0) {
                all[positive++] = grade;
                highest = Math.max(highest, grade);
            }
        }
        gains = Arrays.copyOf(all, positive);
        Arrays.sort(gains);
    }

    private static double[] discounts(int ranks) {
        var discounts = new double[ranks];
        Arrays.setAll(discounts, rank -> LN_2 / Math.log(rank + 2.0));
        return discounts;
    }

    /** Returns what the gain of a document counts at a place, from 0. */
    static double discount(int place) {
        return place < DISCOUNTS.length ? DISCOUNTS[place] : LN_2 / Math.log(place + 2.0);
    }

    int size() {
        return grades.length;
    }

    /** Returns how many relevant documents there are, found or not. */
    int relevant() {
        return relevant;
    }

    /** Returns how many documents were judged and are not relevant, found or not. */
    int notRelevant() {
        return notRelevant;
    }

    int found() {
        return relevantUpTo[grades.length];
    }

    /** Returns how many of the first documents are relevant; of all, where there are fewer. */
    int foundUpTo(int ranks) {
        return relevantUpTo[Math.min(ranks, grades.length)];
    }

    boolean isRelevant(int place) {
        return grades[place] >= relevantFrom && isJudged(place);
    }

    boolean isJudged(int place) {
        return grades[place] >= 0;
    }

    int gain(int place) {
        return Math.max(0, grades[place]);
    }

    /** Returns the highest grade of the judgements, at least 0. */
    int highestGain() {
        return highest;
    }

    /** Returns how many gains above 0 the judgements have. */
    int gains() {
        return gains.length;
    }

    /** Returns the gain at a place of the best ranking there could be. */
    int idealGain(int place) {
        return gains[gains.length - 1 - place];
    }

    /** Returns the place after the last document with the score that the document at this place has. */
    int endOfTie(int place) {
        var end = place + 1;
        if (ranking.scores() instanceof ScoreList scores) {
            while (end < grades.length && scores.at(end) == scores.at(place)) {
                end++;
            }
        }
        return end;
    }
}

package io.llmops.eval.metric.text;

import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** What two sets, or two bags, of things have in common. Two empty ones are equal: 1. */
final class Overlap {

    private Overlap() {}

    /** Common ones / all (Jaccard 1901). */
    static <T> double jaccard(Set<T> one, Set<T> other) {
        var common = common(one, other);
        var all = one.size() + other.size() - common;
        return all == 0 ? 1 : (double) common / all;
    }

    /** 2 × common ones / ones of both (Dice 1945). */
    static <T> double dice(Set<T> one, Set<T> other) {
        var both = one.size() + other.size();
        return both == 0 ? 1 : 2.0 * common(one, other) / both;
    }

    private static <T> int common(Set<T> one, Set<T> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    /** The harmonic mean of precision and recall of the words as bags. */
    static double f1(List<String> answer, List<String> reference) {
        if (answer.isEmpty() && reference.isEmpty()) {
            return 1;
        }
        var left = new HashMap<String, Integer>();
        reference.forEach(word -> left.merge(word, 1, Integer::sum));
        var common = 0;
        for (var word : answer) {
            var count = left.getOrDefault(word, 0);
            if (count > 0) {
                left.put(word, count - 1);
                common++;
            }
        }
        return 2.0 * common / (answer.size() + reference.size());
    }
}

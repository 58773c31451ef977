package io.llmops.eval.metric.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The calls of an answer beside those of the reference. */
record Trajectory(List<ToolCall> answer, List<ToolCall> reference, BiPredicate<ToolCall, ToolCall> same) {

    boolean isExact() {
        return answer.size() == reference.size() && commonInOrder(same) == answer.size();
    }

    boolean isInOrder() {
        return commonInOrder(same) == reference.size();
    }

    boolean isSuperset() {
        return common() == reference.size();
    }

    boolean isSubset() {
        return common() == answer.size();
    }

    private int common() {
        return pairs(same).size();
    }

    /** Returns the pairs of the same calls: each of the answer with the first of the reference that is left. */
    List<List<ToolCall>> pairs(BiPredicate<ToolCall, ToolCall> rule) {
        var left = new ArrayList<>(reference);
        var pairs = new ArrayList<List<ToolCall>>();
        for (var call : answer) {
            for (var i = 0; i < left.size(); i++) {
                if (rule.test(call, left.get(i))) {
                    pairs.add(List.of(call, left.remove(i)));
                    break;
                }
            }
        }
        return pairs;
    }

    double names() {
        return share(pairs(Trajectory::sameName).size());
    }

    double order() {
        return share(commonInOrder(Trajectory::sameName));
    }

    private double share(int calls) {
        var most = Math.max(answer.size(), reference.size());
        return most == 0 ? 1 : (double) calls / most;
    }

    private static boolean sameName(ToolCall one, ToolCall other) {
        return one.name().equals(other.name());
    }

    /** Returns the share of right arguments; NaN if there is none in the reference, nor one too many. */
    double arguments() {
        var right = 0;
        var all = reference.stream().mapToInt(call -> call.arguments().size()).sum();
        for (var pair : pairs(Trajectory::sameName)) {
            var given = pair.get(0).arguments();
            var wanted = pair.get(1).arguments();
            var names = new TreeSet<>(given.keySet());
            names.removeAll(wanted.keySet());
            all += names.size();
            for (var argument : wanted.entrySet()) {
                right += JsonValues.same(given.get(argument.getKey()), argument.getValue()) ? 1 : 0;
            }
        }
        return all == 0 ? Double.NaN : (double) right / all;
    }

    /** The length of the longest common subsequence. */
    private int commonInOrder(BiPredicate<ToolCall, ToolCall> rule) {
        var row = new int[reference.size() + 1];
        for (var call : answer) {
            var diagonal = 0;
            for (var j = 0; j < reference.size(); j++) {
                var above = row[j + 1];
                row[j + 1] = rule.test(call, reference.get(j)) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[reference.size()];
    }
}

package io.llmops.eval.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Labels and the numbers under which they came, from 0. Not safe for use by many threads. */
final class Labels {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    boolean isEmpty() {
        return names.isEmpty();
    }

    double number(String label) {
        return numbers.computeIfAbsent(label, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    String name(double number) {
        return names.get((int) number);
    }

    /** Returns, for each number here, the label's number there; labels that are new there are added. */
    double[] numbersIn(Labels other) {
        return names.stream().mapToDouble(other::number).toArray();
    }

    /** Returns, for each number, the label's place in the order of all labels. */
    double[] ranks() {
        var inOrder = new Labels();
        new TreeSet<>(names).forEach(inOrder::number);
        return numbersIn(inOrder);
    }
}

package io.llmops.eval.metric.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels by numbers from 0, in the order they came. Not safe for use by many threads. */
final class LabelCodes {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    int code(String label) {
        var known = codes.get(label);
        if (known != null) {
            return known;
        }
        codes.put(label, labels.size());
        labels.add(label);
        return labels.size() - 1;
    }

    /** Returns the labels by their codes, a view. */
    List<String> labels() {
        return labels;
    }

    /** Returns for each of other codes the code of the same label here. */
    int[] translate(LabelCodes other) {
        return other.labels.stream().mapToInt(this::code).toArray();
    }

    /** Returns for each code where its label stands in a list; −1 for nowhere. */
    int[] places(List<String> order) {
        var places = new int[labels.size()];
        java.util.Arrays.fill(places, -1);
        for (var place = 0; place < order.size(); place++) {
            var code = codes.get(order.get(place));
            if (code != null) {
                places[code] = place;
            }
        }
        return places;
    }
}

package io.llmops.eval.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels by numbers from 0, in the order they came. Not safe for use by many threads. */
public final class LabelCodes {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** Starts without labels. */
    public LabelCodes() {}

    /**
     * Returns labels in the order they are shown in.
     *
     * @param labels any
     * @return by number if all are whole numbers, else by code points
     */
    public static List<String> inOrder(Collection<String> labels) {
        return LabelOrder.sorted(labels);
    }

    /**
     * Returns the number of a label, a new one for a label that is new.
     *
     * @param label any
     * @return the number
     */
    public int code(String label) {
        var known = codes.get(label);
        if (known != null) {
            return known;
        }
        codes.put(label, labels.size());
        labels.add(label);
        return labels.size() - 1;
    }

    /** {@return the labels by their numbers, a view} */
    public List<String> labels() {
        return labels;
    }

    /**
     * Returns for each of other numbers the number of the same label here; labels that are new are added.
     *
     * @param other left as it is
     * @return the numbers here, by those of the other
     */
    public int[] translate(LabelCodes other) {
        return other.labels.stream().mapToInt(this::code).toArray();
    }

    /**
     * Returns for each number where its label stands in a list.
     *
     * @param order labels, each once
     * @return places from 0 by numbers; −1 for a label that is not in the list
     */
    public int[] places(List<String> order) {
        var places = new int[labels.size()];
        Arrays.fill(places, -1);
        for (var place = 0; place < order.size(); place++) {
            var code = codes.get(order.get(place));
            if (code != null) {
                places[code] = place;
            }
        }
        return places;
    }
}

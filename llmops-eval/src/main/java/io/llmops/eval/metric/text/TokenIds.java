package io.llmops.eval.metric.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers tokens from 0, equal ones alike. Not safe for use by many threads. */
final class TokenIds {

    private final Map<String, Integer> ids = new HashMap<>();

    int[] of(List<String> tokens) {
        var numbers = new int[tokens.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = of(tokens.get(i));
        }
        return numbers;
    }

    private int of(String token) {
        var known = ids.putIfAbsent(token, ids.size());
        return known == null ? ids.size() - 1 : known;
    }

    int size() {
        return ids.size();
    }
}

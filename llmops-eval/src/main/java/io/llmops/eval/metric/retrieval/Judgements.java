package io.llmops.eval.metric.retrieval;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which documents are relevant to a query, and how much. Immutable.
 *
 * @param grades by document id; 0 is judged and found not relevant, a negative one says that nobody judged
 */
public record Judgements(Map<String, Integer> grades) {

    /** Copies the grades, in their order. */
    public Judgements {
        var copy = new LinkedHashMap<String, Integer>();
        grades.forEach((document, grade) ->
                copy.put(Objects.requireNonNull(document, "document"), Objects.requireNonNull(grade, "grade")));
        grades = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the judgement that some documents are relevant, all alike, at grade 1. Nobody judged the others.
     *
     * @param relevant ids
     * @return the judgements
     */
    public static Judgements relevant(Collection<String> relevant) {
        var grades = new LinkedHashMap<String, Integer>();
        relevant.forEach(document -> grades.put(document, 1));
        return new Judgements(grades);
    }
}

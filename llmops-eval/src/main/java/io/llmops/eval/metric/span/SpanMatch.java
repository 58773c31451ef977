package io.llmops.eval.metric.span;

/** When an answered span is one of the reference: the four ways of SemEval-2013 task 9 (after MUC-5). Immutable. */
public enum SpanMatch {
    /** Same type, same boundaries. */
    STRICT("entity"),
    /** Same boundaries, whatever the type. */
    BOUNDARIES("entity_boundaries"),
    /** Overlapping, whatever the type: counts 1 with the same boundaries, else a half. */
    PARTIAL("entity_partial"),
    /** Same type and overlapping. */
    TYPE("entity_type");

    private final String thing;

    SpanMatch(String thing) {
        this.thing = thing;
    }

    /** Returns how names of values start. */
    String thing() {
        return thing;
    }

    /** Returns what a pair of spans counts, 0 if it is none. */
    double credit(EntitySpan answer, EntitySpan reference) {
        var sameType = answer.type().equals(reference.type());
        var same = answer.hasBoundariesOf(reference);
        return switch (this) {
            case STRICT -> sameType && same ? 1 : 0;
            case BOUNDARIES -> same ? 1 : 0;
            case PARTIAL -> same ? 1 : answer.overlap(reference) > 0 ? 0.5 : 0;
            case TYPE -> sameType && answer.overlap(reference) > 0 ? 1 : 0;
        };
    }
}

package io.llmops.eval.metric.span;

import io.llmops.eval.metric.MatchReader;
import io.llmops.eval.metric.MatchTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Pairs each answered span with at most one of the reference: first the pairs of most credit, among those the ones of the
 * same type, then those that share most, then the first ones. A span that comes twice counts once.
 */
record SpanReader<T>(SpanMatch match, Function<? super T, List<EntitySpan>> spans) implements MatchReader<T, T> {

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(Pair::credit)
            .thenComparing(Pair::sameType)
            .thenComparingInt(Pair::overlap)
            .reversed()
            .thenComparing(Pair::reference)
            .thenComparing(Pair::answer);

    private record Pair(EntitySpan answer, EntitySpan reference, double credit) {
        boolean sameType() {
            return answer.type().equals(reference.type());
        }

        int overlap() {
            return answer.overlap(reference);
        }
    }

    @Override
    public void read(Optional<? extends T> answer, T reference, MatchTally into) {
        var references = new HashSet<>(spans.apply(reference));
        var answers = new HashSet<EntitySpan>();
        answer.ifPresent(given -> answers.addAll(spans.apply(given)));
        references.forEach(span -> into.reference(span.type()));
        answers.forEach(span -> into.answer(span.type()));
        if (match == SpanMatch.STRICT) {
            answers.stream().filter(references::contains).forEach(span -> into.match(span.type(), span.type(), 1));
        } else {
            pair(answers, new TreeSet<>(references), into);
        }
    }

    private void pair(Set<EntitySpan> answers, SortedSet<EntitySpan> references, MatchTally into) {
        var pairs = new ArrayList<Pair>();
        for (var one : answers) {
            for (var other : references) {
                if (other.start() >= one.end()) {
                    break;
                }
                var credit = match.credit(one, other);
                if (credit > 0) {
                    pairs.add(new Pair(one, other, credit));
                }
            }
        }
        pairs.sort(BEST_FIRST);
        for (var pair : pairs) {
            if (answers.contains(pair.answer()) && references.contains(pair.reference())) {
                answers.remove(pair.answer());
                references.remove(pair.reference());
                into.match(pair.answer().type(), pair.reference().type(), pair.credit());
            }
        }
    }
}

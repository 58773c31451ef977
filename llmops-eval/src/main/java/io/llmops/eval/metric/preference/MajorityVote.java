package io.llmops.eval.metric.preference;

import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.RepeatsReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/** The share of the most frequent answers that are right. */
record MajorityVote<O, R>(int voters, BiPredicate<? super O, ? super R> right) implements RepeatsReader<O, R> {

    MajorityVote {
        Objects.requireNonNull(right, "right");
    }

    @Override
    public boolean read(List<? extends Observation<?, ? extends O, ? extends R>> repeats, double[] into) {
        if (repeats.size() < voters) {
            return false;
        }
        Map<O, Integer> votes = new LinkedHashMap<>();
        for (var repeat : repeats.subList(0, voters)) {
            if (repeat.outcome() instanceof Outcome.Answered<? extends O> answered) {
                votes.merge(answered.value(), 1, Integer::sum);
            }
        }
        into[1] = 1;
        if (!votes.isEmpty()) {
            var most = Collections.max(votes.values());
            var reference = repeats.get(0).reference();
            into[0] = votes.entrySet().stream()
                    .filter(vote -> vote.getValue().equals(most))
                    .mapToDouble(vote -> right.test(vote.getKey(), reference) ? 1 : 0)
                    .average()
                    .orElse(0);
        }
        return true;
    }
}

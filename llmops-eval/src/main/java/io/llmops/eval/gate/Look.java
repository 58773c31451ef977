package io.llmops.eval.gate;

import io.llmops.eval.gate.Condition.Checked;
import io.llmops.eval.metric.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one example after another, until it knows what a condition will come to on all of them. */
interface Look<O, R> {

    /** Takes the repeats of the next example. */
    void add(List<? extends Observation<?, O, R>> repeats);

    /** Returns what the condition will come to, once that is certain. */
    Optional<Checked> certain();

    /** What several conditions will come to together. */
    record Together<O, R>(Several condition, List<Look<O, R>> looks) implements Look<O, R> {

        @Override
        public void add(List<? extends Observation<?, O, R>> repeats) {
            looks.forEach(look -> look.add(repeats));
        }

        @Override
        public Optional<Checked> certain() {
            var known = new ArrayList<Checked>();
            looks.forEach(look -> look.certain().ifPresent(known::add));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            var joined = condition.joined(known);
            var settles = condition.all() ? Decision.FAIL : Decision.PASS;
            return known.size() == looks.size() || joined.decision() == settles
                    ? Optional.of(joined)
                    : Optional.empty();
        }
    }

    /** What a condition with a name will come to. */
    record OfNamed<O, R>(String name, Look<O, R> look) implements Look<O, R> {

        @Override
        public void add(List<? extends Observation<?, O, R>> repeats) {
            look.add(repeats);
        }

        @Override
        public Optional<Checked> certain() {
            return look.certain().map(checked -> checked.within(name));
        }
    }
}

package io.llmops.eval.gate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a gate says of a run, and why. Immutable.
 *
 * @param decision the weakest of the conditions: one that fails fails the gate
 * @param findings a condition each, in the order of the gate
 */
public record Verdict(Decision decision, List<Finding> findings) {

    /** Copies the findings. */
    public Verdict {
        Objects.requireNonNull(decision, "decision");
        findings = List.copyOf(findings);
    }

    static Verdict of(List<Finding> findings) {
        return new Verdict(findings.stream().map(Finding::decision).reduce(Decision.PASS, Decision::and), findings);
    }

    /** {@return whether every condition is met} */
    public boolean passed() {
        return decision == Decision.PASS;
    }

    /** {@return the decision and a line a condition} */
    @Override
    public String toString() {
        return findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n", decision + "\n", ""));
    }
}

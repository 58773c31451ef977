package io.llmops.eval.gate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a gate says of a run, and why. Immutable.
 *
 * @param gate what was asked, in words, or the gate's name
 * @param decision of the whole
 * @param findings one a condition, in the order of the gate
 */
public record Verdict(String gate, Decision decision, List<Finding> findings) {

    /** Copies the findings. */
    public Verdict {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(decision, "decision");
        findings = List.copyOf(findings);
    }

    /** {@return whether the gate is passed} */
    public boolean passed() {
        return decision == Decision.PASS;
    }

    /** {@return the decision, what was asked, and a line a condition} */
    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> "  " + finding)
                .collect(Collectors.joining("\n", decision + " " + gate + "\n", ""));
    }
}

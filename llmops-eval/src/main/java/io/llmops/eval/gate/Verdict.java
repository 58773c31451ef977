package io.llmops.eval.gate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Returns what this and another verdict say together: the other's findings behind these. Each was decided for itself; one
     * gate of both conditions would have known how many there are.
     *
     * @param other of the same run
     * @return PASS if both are, FAIL if one is, else INCONCLUSIVE
     */
    public Verdict and(Verdict other) {
        var all = Stream.concat(findings.stream(), other.findings.stream()).toList();
        return new Verdict(gate + " and " + other.gate, decision.and(other.decision), all);
    }

    /** {@return the decision, what was asked, and a line a condition} */
    @Override
    public String toString() {
        return findings.stream()
                .map(finding -> "  " + finding)
                .collect(Collectors.joining("\n", decision + " " + gate + "\n", ""));
    }
}

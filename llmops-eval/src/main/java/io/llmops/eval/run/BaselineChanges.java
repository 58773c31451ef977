package io.llmops.eval.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between a baseline and a run. Immutable.
 *
 * @param added the ids of examples only the run has
 * @param removed the ids of examples only the baseline has
 * @param edited the ids of examples whose input or reference is another
 * @param setup a line for each other change: of the dataset as a whole, of the pipeline (a prompt's hash, a model's
 *     parameter), of what is measured
 * @param outcomes the ids of examples that are the same in both, and whose outcome or score is another
 */
public record BaselineChanges(
        List<String> added, List<String> removed, List<String> edited, List<String> setup, List<String> outcomes) {

    /** Copies the lists. */
    public BaselineChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        edited = List.copyOf(edited);
        setup = List.copyOf(setup);
        outcomes = List.copyOf(outcomes);
    }

    /** {@return whether nothing differs} */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && edited.isEmpty() && setup.isEmpty() && outcomes.isEmpty();
    }

    /**
     * Returns what differs, for a person to read: first what was tried, then how, then what came of it.
     *
     * @return lines, escaped and bounded; empty if nothing differs
     */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        line(lines, "examples added: ", added);
        line(lines, "examples removed: ", removed);
        line(lines, "examples edited: ", edited);
        lines.addAll(setup);
        line(lines, "other answers: ", outcomes);
        return List.copyOf(lines);
    }

    private static void line(List<String> lines, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            lines.add(what + Quoted.few(ids));
        }
    }
}

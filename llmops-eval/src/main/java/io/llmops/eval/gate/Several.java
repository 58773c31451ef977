package io.llmops.eval.gate;

import io.llmops.eval.run.EvaluationRun;
import io.llmops.eval.run.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Conditions of which all, or one, must hold. That all pass needs no correction: each has to. That one of them fails is
 * as many chances of a false alarm as there are conditions, so failures are tested by Holm's steps; and for conditions of
 * which one must hold, passes are (ADR 307).
 */
record Several(boolean all, List<Condition> parts) implements Condition {

    Several {
        parts = List.copyOf(parts);
    }

    /** Joins two, without a tree where a list will do. */
    static Condition of(boolean all, Condition one, Condition other) {
        var parts = new ArrayList<Condition>();
        for (var part : List.of(one, other)) {
            if (part instanceof Several several && several.all == all) {
                parts.addAll(several.parts);
            } else {
                parts.add(part);
            }
        }
        return new Several(all, parts);
    }

    @Override
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Several ? "(" + part.text() + ")" : part.text())
                .collect(Collectors.joining(all ? " and " : " or "));
    }

    @Override
    public Condition allowingExcluded(double share) {
        return new Several(
                all, parts.stream().map(part -> part.allowingExcluded(share)).toList());
    }

    @Override
    public <I, O, R> Checked check(EvaluationRun<I, O, R> run, Levels levels) {
        var found = new ArrayList<Checked>();
        parts.forEach(part -> found.add(part.check(run, levels)));
        correct(found, run, levels);
        return joined(found);
    }

    @Override
    public <O, R> Look<O, R> look(Visit<O, R> visit, Levels levels, double miss) {
        var each = all ? levels.failingAmong(parts.size()) : levels.passingAmong(parts.size());
        return new Look.Together<>(
                this,
                parts.stream()
                        .map(part -> part.<O, R>look(visit, each, miss / parts.size()))
                        .toList());
    }

    Checked joined(List<Checked> found) {
        return new Checked(
                found.stream()
                        .map(Checked::decision)
                        .reduce((a, b) -> all ? a.and(b) : a.or(b))
                        .orElseThrow(),
                found.stream().flatMap(checked -> checked.findings().stream()).toList());
    }

    /** Holm's steps: who is sure at the level for all of them is sure, the others are tried at the level for the rest. */
    private <I, O, R> void correct(List<Checked> found, EvaluationRun<I, O, R> run, Levels levels) {
        var claim = all ? Decision.FAIL : Decision.PASS;
        var open = new TreeSet<Integer>();
        for (var i = 0; i < found.size(); i++) {
            if (found.get(i).decision() == claim) {
                open.add(i);
            }
        }
        var left = found.size();
        var step = left - 1;
        while (!open.isEmpty() && step > 0) {
            var stricter = all ? levels.failingAmong(left) : levels.passingAmong(left);
            step = 0;
            for (var i : List.copyOf(open)) {
                found.set(i, parts.get(i).check(run, stricter));
                if (found.get(i).decision() == claim) {
                    open.remove(i);
                    step++;
                }
            }
            left -= step;
        }
    }
}

package io.llmops.eval.report;

import io.llmops.eval.metric.classification.ConfusionMatrix;
import io.llmops.eval.run.EvaluationRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** A confusion matrix with what is worth seeing of a large one. */
final class Confusion {

    private static final int PAIRS = 20;
    private static final int BLOCK = 12;

    private final ConfusionMatrix matrix;
    private final double[][] counts;
    private final int size;

    /** A right label, a predicted one, and how often. The label after the last is an abstention, the one after that a failure. */
    record Cell(int reference, int prediction, double count) {}

    private Confusion(ConfusionMatrix matrix) {
        this.matrix = matrix;
        counts = matrix.counts();
        size = counts.length;
    }

    static Confusion of(EvaluationRun<?, ?, ?> run) {
        return new Confusion(ConfusionMatrix.of(run.observations()));
    }

    int size() {
        return size;
    }

    String label(int place) {
        return place < size ? matrix.labels().get(place) : place == size ? "(abstained)" : "(failed)";
    }

    double count(int reference, int prediction) {
        return counts[reference][prediction];
    }

    double support(int reference) {
        var sum = 0.0;
        for (var count : counts[reference]) {
            sum += count;
        }
        return sum;
    }

    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var r = 0; r < size; r++) {
            for (var c = 0; c < size + 2; c++) {
                if (counts[r][c] > 0) {
                    cells.add(new Cell(r, c, counts[r][c]));
                }
            }
        }
        return cells;
    }

    /** Returns the most frequent mistakes, of equals those of the rarer class first. */
    List<Cell> mistakes() {
        return cells().stream()
                .filter(cell -> cell.reference() != cell.prediction())
                .sorted(Comparator.comparingDouble(Cell::count)
                        .reversed()
                        .thenComparingDouble(cell -> support(cell.reference())))
                .limit(PAIRS)
                .toList();
    }

    /** Returns the labels that are confused the most, in their own order: a block worth showing. */
    List<Integer> block() {
        var labels = new LinkedHashSet<Integer>();
        for (var cell : mistakes()) {
            if (cell.prediction() < size && labels.size() <= BLOCK - 2) {
                labels.add(cell.reference());
                labels.add(cell.prediction());
            }
        }
        return labels.stream().sorted().toList();
    }

    List<Integer> all() {
        return IntStream.range(0, size).boxed().toList();
    }
}

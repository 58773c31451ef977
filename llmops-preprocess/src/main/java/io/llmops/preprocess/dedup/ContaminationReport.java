package io.llmops.preprocess.dedup;

import java.util.Comparator;
import java.util.List;

/**
 * Which test examples stand in the training data. Immutable.
 *
 * @param length how many tokens a run has
 * @param examples how many test examples there are
 * @param tooShort how many of them have fewer tokens than a run: nothing is known of those
 * @param leaks those with a run that is in the training data: the largest share first, then in the order of the test data
 */
public record ContaminationReport(int length, int examples, int tooShort, List<Leak> leaks) {

    /** Sorts and copies the leaks. */
    public ContaminationReport {
        leaks = leaks.stream()
                .sorted(Comparator.comparingDouble(Leak::share).reversed())
                .toList();
    }

    /**
     * Returns a table for people to read: each leak with its share and its overlaps. Texts are cut short.
     *
     * @return the table, a line an overlap and one above them
     */
    public String table() {
        var table = new Table("test", "share", "training", "in test", "in training", "text");
        for (var leak : leaks) {
            for (var overlap : leak.overlaps()) {
                table.add(
                        leak.testId(),
                        Table.number(leak.share()),
                        overlap.trainingId(),
                        overlap.inTest().start() + ".." + overlap.inTest().end(),
                        overlap.inTraining().start() + ".."
                                + overlap.inTraining().end(),
                        overlap.text());
            }
        }
        return table.toString();
    }

    /** {@return how many leaked, e.g. {@code 3 of 400 test examples share 13 tokens with the training data; 20 are too short to tell}} */
    @Override
    public String toString() {
        return leaks.size() + " of " + examples + " test examples share " + length + " tokens with the training data; "
                + tooShort + " are too short to tell";
    }
}

package io.llmops.eval.report;

import io.llmops.eval.metric.Direction;
import io.llmops.eval.metric.MetricDescription;
import io.llmops.eval.metric.Range;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of all metrics. */
final class MetricsPage {

    private static final String HEAD = """
            # Metrics

            Every value by its name, as a run, a gate and `Metrics.describe` know it. One letter in braces stands for a number, a
            word for any text: a label, a player. A slice has its tag behind the name, `accuracy[lang=de]`; what most repeats of
            an example answer stands under `majority/accuracy`. Each value comes with an interval and the number of observations
            behind it, or is undefined with a reason. This page is generated: change the descriptions in the code.
            """;

    private static final String EXCEPTIONS = """

            ## Exceptions

            The order of observations does not matter to a metric, parts merge to the whole, weight 2 is the observation twice,
            every estimate has an interval, and the number itself could be had in memory that does not grow with the
            observations (an interval by resampling keeps a few numbers of each all the same). What by its definition can't keep
            one of these laws is listed here, and nowhere else.

            | name | law | why |
            |---|---|---|
            """;

    private MetricsPage() {}

    static String of(Map<String, List<MetricDescription>> shelves) {
        var page = new StringBuilder(HEAD);
        shelves.forEach((title, descriptions) -> {
            page.append("\n## ")
                    .append(title)
                    .append("\n\n| name | better | range | definition |\n|---|---|---|---|\n");
            descriptions.forEach(one -> row(
                    page,
                    "`" + one.name() + "`",
                    better(one.direction()),
                    values(one.range()),
                    cell(one.definition())));
        });
        page.append(EXCEPTIONS);
        LawException.ALL.forEach(one ->
                row(page, "`" + one.name() + "`", one.law().name().toLowerCase(Locale.ROOT), cell(one.reason())));
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String better(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "higher";
            case LOWER_IS_BETTER -> "lower";
            case NEITHER -> "–";
        };
    }

    private static String values(Range range) {
        if (range.equals(Range.ANY)) {
            return "any";
        }
        if (range.max() == Double.POSITIVE_INFINITY) {
            return number(range.min()) + " and up";
        }
        return range.min() == Double.NEGATIVE_INFINITY
                ? "up to " + number(range.max())
                : number(range.min()) + " to " + number(range.max());
    }

    private static String number(double number) {
        var text = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return text.replace('-', '−');
    }
}

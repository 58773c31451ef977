package io.llmops.eval.report;

import io.llmops.eval.metric.classification.BinaryScores;
import io.llmops.eval.metric.classification.OperatingPoint;
import io.llmops.eval.metric.classification.ReliabilityBin;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of the page with reliability, precision-recall and ROC curves. */
final class CurvesHtml {

    private static final int SIDE = 260;
    private static final int LEFT = 38;
    private static final int TOP = 10;
    private static final int POINTS = 300;
    private static final double LARGEST = 9;

    private final Curves curves;
    private final Html html;

    CurvesHtml(Curves curves, Html html) {
        this.curves = curves;
        this.html = html;
    }

    void write() {
        html.open("section", "id", "curves", "aria-labelledby", "curves-title");
        html.element("h2", "Scores", "id", "curves-title").open("div", "class", "charts");
        if (!curves.reliability().isEmpty()) {
            reliability(curves.reliability());
        }
        if (!curves.curves().isEmpty()) {
            chart(Kind.PRECISION_RECALL);
            chart(Kind.ROC);
        }
        html.close(2);
    }

    private void reliability(List<ReliabilityBin> bins) {
        start("Reliability of the top label", "confidence", "share right");
        line("diagonal", Stream.of(place(0, 0), place(1, 1)));
        var most = bins.stream().mapToDouble(ReliabilityBin::count).max().orElse(1);
        var filled = bins.stream().filter(bin -> bin.count() > 0).toList();
        line("curve k0", filled.stream().map(bin -> place(bin.confidence(), bin.accuracy())));
        filled.forEach(bin -> html.open(
                        "circle",
                        "class",
                        "bin",
                        "cx",
                        x(bin.confidence()),
                        "cy",
                        y(bin.accuracy()),
                        "r",
                        Plot.number(Math.max(2, LARGEST * Math.sqrt(bin.count() / most))))
                .element(
                        "title",
                        Numerals.count(Math.round(bin.count())) + " answers, confidence "
                                + Numerals.of(bin.confidence()) + ", right " + Numerals.of(bin.accuracy()))
                .close());
        html.close().open("ul", "class", "legend").open("li");
        html.text("Dots grow with their number of answers; on the dashed line confidence is honest.")
                .close(3);
    }

    /** What a chart of curves has on its axes, and which area is told of each. */
    private enum Kind {
        PRECISION_RECALL("Precision and recall", "recall", "precision", "average precision"),
        ROC("ROC", "false positive rate", "recall", "area");

        private final String title;
        private final String horizontal;
        private final String vertical;
        private final String area;

        Kind(String title, String horizontal, String vertical, String area) {
            this.title = title;
            this.horizontal = horizontal;
            this.vertical = vertical;
            this.area = area;
        }

        String point(OperatingPoint point) {
            return this == ROC
                    ? place(point.falsePositiveRate(), point.recall())
                    : place(point.recall(), point.precision());
        }

        double areaOf(BinaryScores scores) {
            return this == ROC ? scores.rocAuc() : scores.averagePrecision();
        }
    }

    private void chart(Kind kind) {
        start(kind.title, kind.horizontal, kind.vertical);
        if (kind == Kind.ROC) {
            line("diagonal", Stream.of(place(0, 0), place(1, 1)));
        }
        var number = 0;
        for (var curve : curves.curves()) {
            line("curve k" + number++, thinned(curve.scores().curve()).map(kind::point));
        }
        html.close().open("ul", "class", "legend");
        number = 0;
        for (var curve : curves.curves()) {
            html.open("li")
                    .open("span", "class", "swatch k" + number++, "aria-hidden", "true")
                    .close();
            html.text(Shown.name(curve.label(), 40) + ", " + kind.area + " " + Numerals.of(kind.areaOf(curve.scores())))
                    .close();
        }
        html.close(2);
    }

    private static Stream<OperatingPoint> thinned(List<OperatingPoint> points) {
        var step = Math.max(1, points.size() / POINTS);
        return IntStream.range(0, points.size())
                .filter(i -> i % step == 0 || i == points.size() - 1)
                .mapToObj(points::get);
    }

    private void start(String title, String horizontal, String vertical) {
        html.open("figure").element("figcaption", title);
        html.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + (SIDE + LEFT + TOP) + " " + (SIDE + TOP + LEFT),
                "role",
                "img",
                "aria-label",
                title + ": " + vertical + " by " + horizontal);
        for (var tick : List.of(0.0, 0.25, 0.5, 0.75, 1.0)) {
            html.empty("line", "class", "mesh", "x1", x(tick), "x2", x(tick), "y1", y(0), "y2", y(1));
            html.empty("line", "class", "mesh", "x1", x(0), "x2", x(1), "y1", y(tick), "y2", y(tick));
            html.element("text", number(tick), "x", x(tick), "y", Plot.number(TOP + SIDE + 15), "class", "middle");
            html.element("text", number(tick), "x", Plot.number(LEFT - 6), "y", y(tick), "class", "end");
        }
        html.element("text", horizontal, "x", x(0.5), "y", Plot.number(TOP + SIDE + 32), "class", "middle axis");
        html.element("text", vertical, "x", x(0), "y", y(0.5), "class", "middle axis turned");
    }

    private static String number(double tick) {
        return tick == Math.rint(tick) ? String.valueOf((int) tick) : String.valueOf(tick);
    }

    private void line(String kind, Stream<String> places) {
        html.path(kind, places.collect(Collectors.joining(" ")));
    }

    private static String place(double x, double y) {
        return x(x) + "," + y(y);
    }

    private static String x(double share) {
        return Plot.number(LEFT + share * SIDE);
    }

    private static String y(double share) {
        return Plot.number(TOP + (1 - share) * SIDE);
    }
}

package io.llmops.eval.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a report is written. Immutable. */
public enum ReportFormat {
    /** Lines of at most 100 columns for a terminal. */
    TEXT("txt"),
    /** GitHub's Markdown, under 65,000 characters: for a comment on a pull request, or the summary of a build. */
    MARKDOWN("md"),
    /** What was measured, compared and decided, without the examples, for machines; the schema is a resource beside this. */
    JSON("json"),
    /** A row an observation (RFC 4180); cells that a spreadsheet would take for formulas start with an apostrophe. */
    CSV("csv"),
    /** JUnit's XML: a test case a condition of the verdict, inconclusive ones skipped; without a verdict one a metric. */
    JUNIT("xml"),
    /** One page for a browser that needs nothing but itself, of 50 MB at most. */
    HTML("html");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** {@return how names of such files end, without the dot} */
    public String extension() {
        return extension;
    }

    /**
     * Returns the format that a file's name asks for.
     *
     * @param file any
     * @return the format
     * @throws IllegalArgumentException if no format has its ending; the message lists those there are
     */
    public static ReportFormat of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a file that ends in one of "
                        + Arrays.stream(values())
                                .map(format -> "." + format.extension)
                                .collect(Collectors.joining(", "))
                        + ", found '" + name + "'"));
    }

    String write(Report report) {
        return switch (this) {
            case TEXT -> PlainReport.of(report);
            case MARKDOWN -> new MarkdownReport(report).text();
            case JSON -> new JsonReport(report).text();
            case CSV -> new CsvReport(report).text();
            case JUNIT -> new JunitReport(report).text();
            case HTML -> new HtmlReport(report).text();
        };
    }
}

package io.llmops.docs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Launches a suite that a page defines; called from the page's own JShell session, which alone has its class. */
public final class LaunchedSuite {

    private LaunchedSuite() {}

    /**
     * Runs a suite without a baseline, then making it, then with it.
     *
     * @param suite any
     * @param folder for all that it leaves behind
     */
    public static void run(Class<?> suite, String folder) throws IOException {
        run(suite, Path.of(folder), "first", "");
        run(suite, Path.of(folder), "updating", "update");
        run(suite, Path.of(folder), "then", "");
    }

    private static void run(Class<?> suite, Path folder, String name, String baseline) throws IOException {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(suite))
                                .configurationParameters(Map.of(
                                        "llmops.runs", folder.resolve("runs").toString(),
                                        "llmops.reports",
                                                folder.resolve("reports").toString(),
                                        "llmops.baselines",
                                                folder.resolve("baselines").toString(),
                                        "llmops.baseline", baseline))
                                .build(),
                        listener);
        var summary = listener.getSummary();
        append(
                folder.resolve("results"),
                name + ": " + summary.getTestsSucceededCount() + " succeeded, " + summary.getTestsFailedCount()
                        + " failed");
        for (var failure : summary.getFailures()) {
            append(
                    folder.resolve("failures"),
                    String.valueOf(failure.getException().getMessage()));
        }
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<String> results(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("results"));
    }
}

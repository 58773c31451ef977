package io.llmops.samples.quickstart;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Split;
import io.llmops.core.dataset.Splits;
import io.llmops.samples.supportdesk.SupportDesk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The main job: which pipeline finds the label of a text best, and may it ship? Loads data, evaluates two pipelines (three
 * where a chat model is named in the environment), compares them and asks a gate. Not safe for use by many threads.
 */
public final class Quickstart {

    private static final double TEST_SHARE = 0.4;
    private static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Path folder;

    Quickstart(PrintStream out, PrintStream err, Map<String, String> environment, Path folder) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /**
     * Runs the quickstart; ends the process with 2 if the command line or the data are not what they should be.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        var folder = Path.of(System.getProperty("llmops.output", "target/llmops"));
        var code = new Quickstart(System.out, System.err, System.getenv(), folder).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs the quickstart.
     *
     * @param arguments the words of the command line
     * @return 0, or 2 if the command line or the data are not what they should be
     */
    int run(String... arguments) {
        try {
            var options = QuickstartOptions.parse(arguments);
            if (options.help()) {
                out.println(QuickstartOptions.HELP);
                return 0;
            }
            var data = options.files().map(Quickstart::ownData).orElseGet(Quickstart::sampleData);
            new Contest(data, folder, out).run(environment);
            return 0;
        } catch (QuickstartOptions.UsageException | LlmopsException e) {
            err.println("quickstart: " + e.getMessage());
            return USAGE;
        }
    }

    private static Split<String, String> sampleData() {
        return Splits.stratified(SupportDesk.tickets(), TEST_SHARE, Contest.SEED);
    }

    private static Split<String, String> ownData(QuickstartOptions.Files files) {
        return new Split<>(load(files.train(), files), load(files.test(), files));
    }

    private static Dataset<String, String> load(String location, QuickstartOptions.Files files) {
        return Datasets.file(location).labels(files.text(), files.label());
    }
}

package io.llmops.eval.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Launches suites through the JUnit platform, in folders of their own, and reads their results. */
final class Launched {

    private final Path folder;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Launched(Path folder) {
        this.folder = folder;
        for (var kind : List.of("runs", "reports", "baselines", "cassettes")) {
            parameters.put("llmops." + kind, folder.resolve(kind).toString());
        }
    }

    Launched with(String parameter, String value) {
        var more = new Launched(folder);
        more.parameters.putAll(parameters);
        more.parameters.put(parameter, value);
        return more;
    }

    EngineExecutionResults suite(Class<?> suite) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectClass(suite))
                .execute();
    }

    /** Returns what became of one test. */
    TestExecutionResult test(Class<?> suite, String method) {
        var results = EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectMethod(suite, method, Evaluations.class.getName()))
                .execute();
        return results.testEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }

    static String message(TestExecutionResult result) {
        return Optional.ofNullable(result.getThrowable().orElseThrow().getMessage())
                .orElseThrow();
    }
}

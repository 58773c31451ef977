package io.llmops.eval.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class ExampleSourceTest {

    @TempDir
    private Path folder;

    private static List<String> names(EngineExecutionResults results, String method) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor())
                .filter(test -> test.getUniqueId().toString().contains(method))
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    @Test
    void eachExampleIsATestWithAReadableNameAndOtherParametersAreLeftToOthers() {
        var results = new Launched(folder).suite(Suites.EachExample.class);

        results.testEvents()
                .assertStatistics(statistics -> statistics.started(5).succeeded(5));
        assertThat(names(results, "isText"))
                .hasSize(3)
                .anySatisfy(name -> assertThat(name).contains("a1: Where is my parcel?"))
                .anySatisfy(name -> assertThat(name).contains("a2: Money back, please \\u{202E}now\\nor never"))
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(90));
        assertThat(names(results, "isTyped"))
                .hasSize(2)
                .anySatisfy(name -> assertThat(name).contains("1: Question[a=1, b=2]"));
    }

    @Test
    void aSmokeSubsetIsOfTheseAsWell() {
        var results = new Launched(folder).with("llmops.tags", "channel=chat").suite(Suites.EachExample.class);

        assertThat(names(results, "isText")).hasSize(2).noneMatch(name -> name.contains("a1:"));
    }

    @Test
    void aParameterThatIsNoExampleIsRefused() {
        var results = new Launched(folder).suite(Suites.WrongParameter.class);

        assertThat(results.containerEvents().failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .singleElement()
                .asString()
                .contains("expected a first parameter of the type Example for @ExampleSource, found java.lang.String");
    }
}

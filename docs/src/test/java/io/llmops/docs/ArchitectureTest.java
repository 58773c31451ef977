package io.llmops.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the laws of docs/architecture.md, and the laws to their planted faults. */
class ArchitectureTest {

    private static final int PUBLIC_TYPES_IN_A_ROOM = 30;
    private static final String PLANTED = "io.llmops.docs.planted";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.llmops.core", "io.llmops.preprocess", "io.llmops.eval");

    /** A planted class that breaks the rule of this name. */
    private static final Map<String, String> FAULTS = Map.ofEntries(
            Map.entry("rooms know only the rooms they may know", "core.pipeline.KnowsTheDataset"),
            Map.entry("no package cycles", "core.dataset"),
            Map.entry("names say what a thing is", "core.dataset.SpellingHelper"),
            Map.entry("every package is null-marked", "core.dataset"),
            Map.entry("a room has few public types", "core.dataset"),
            Map.entry("no standard streams", "core.dataset.Talks"),
            Map.entry("no java.util.logging", "core.dataset.LogsElsewhere"),
            Map.entry("chance and clocks come from the caller", "core.dataset.TellsTheTime"),
            Map.entry("no mutable public state", "core.dataset.KeepsState"),
            Map.entry("public classes are final or sealed", "core.dataset.IsOpen"),
            Map.entry("five parameters at most", "core.dataset.WantsMuch"));

    @Test
    void itSeesTheClassesOfEveryModule() {
        var perModule = new HashMap<String, Integer>();
        HOUSE.stream()
                .filter(JavaClass::isTopLevelClass)
                .forEach(type -> perModule.merge(module(type), 1, Integer::sum));

        assertThat(perModule).containsOnlyKeys("core", "preprocess", "eval");
        assertThat(perModule.values()).allSatisfy(count -> assertThat(count).isGreaterThan(10));
    }

    private static String module(JavaClass type) {
        var room = type.getPackageName().substring("io.llmops.".length()) + ".";
        return room.substring(0, room.indexOf('.'));
    }

    @Test
    void noPackageIsInTwoModules() {
        var moduleOf = new HashMap<String, String>();
        HOUSE.stream().filter(type -> type.getSource().isPresent()).forEach(type -> {
            var uri = type.getSource().orElseThrow().getUri().toString();
            var module = uri.substring(0, uri.indexOf("io/llmops/"));
            var other = moduleOf.putIfAbsent(type.getPackageName(), module);
            assertThat(other).as(type.getPackageName()).isIn(null, module);
        });
        assertThat(moduleOf).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsLaws() {
        return ArchitectureRules.below("io.llmops", PUBLIC_TYPES_IN_A_ROOM).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> everyLawTurnsRedOnItsPlantedFault() {
        var planted = new ClassFileImporter().importPackages(PLANTED);
        return ArchitectureRules.below(PLANTED, 1).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(planted))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining(PLANTED + "." + FAULTS.get(rule.getKey()))));
    }
}

package io.llmops.eval;

import io.llmops.eval.golden.GoldenRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our numbers beside those of the reference programs, one test for each file. */
class GoldenTest {

    @TestFactory
    Stream<DynamicTest> equalsTheReferencePrograms() {
        return GoldenRun.tests();
    }
}

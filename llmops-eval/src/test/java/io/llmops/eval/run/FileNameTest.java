package io.llmops.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void aPlainNameStays() {
        assertThat(FileName.of("SupportRouterTest.routes_well-2")).isEqualTo("SupportRouterTest.routes_well-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../x", "a/b", "a\\b", "", " ", ".", "..", ".hidden", "CON", "nul.txt", "a:b", "日本", "\u0000"
            })
    void anyOtherIsChangedToOneFitForAFile(String name) {
        assertThat(FileName.of(name))
                .isNotEqualTo(name)
                .matches("[A-Za-z0-9][A-Za-z0-9._-]*-[0-9a-f]{8}")
                .isEqualTo(FileName.of(name));
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(FileName.of("a b")).isNotEqualTo(FileName.of("a/b")).isNotEqualTo(FileName.of("a-b"));
        assertThat(FileName.of("x".repeat(100) + "1"))
                .isNotEqualTo(FileName.of("x".repeat(100) + "2"))
                .hasSizeLessThanOrEqualTo(69);
    }
}

package io.llmops.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    @Test
    void readsAsItsKindWithItsSettingsByName() {
        assertThat(Description.of("snowball")).hasToString("snowball");
        assertThat(Description.of("stopwords").with("size", 3).with("language", "en"))
                .hasToString("stopwords(language=en, size=3)");
    }

    @Test
    void doesNotDependOnTheOrderOfItsSettings() {
        var one = Description.of("stage").with("a", 1).with("b", 2);
        var other = Description.of("stage").with("b", 2).with("a", 1);

        assertThat(one).isEqualTo(other).isEqualTo(Description.of("stage", Map.of("b", "2", "a", "1")));
    }

    @Test
    void changesOnlyItsCopy() {
        var plain = Description.of("stage");
        var settings = new TreeMap<>(Map.of("a", "1"));
        var copied = new Description("stage", settings);
        plain.with("a", 1);
        settings.put("b", "2");

        assertThat(plain.settings()).isEmpty();
        assertThat(copied.settings()).containsOnlyKeys("a");
        assertThatThrownBy(() -> copied.settings().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesInAnotherDescriptionWithItsSettings() {
        var inner = Description.of("stemmer").with("language", "en");

        assertThat(Description.of("tokens").with("filter", inner))
                .isEqualTo(Description.of("tokens").with("filter", "stemmer").with("filter.language", "en"));
    }

    @Test
    void innerDescriptionsThatReadAlikeAreNotEqual() {
        var one = Description.of("outer").with("in", Description.of("k").with("x", "1, y=2"));
        var other = Description.of("outer")
                .with("in", Description.of("k").with("x", 1).with("y", 2));

        assertThat(one).isNotEqualTo(other);
    }
}

package io.llmops.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawExceptionTest {

    @Test
    void excusesAListedValueFromItsLawAlone() {
        assertThat(LawException.excuses("max_error", LawException.Law.INTERVAL)).isTrue();
        assertThat(LawException.excuses("max_error", LawException.Law.ORDER)).isFalse();
        assertThat(LawException.excuses("mae", LawException.Law.INTERVAL)).isFalse();
    }

    @Test
    void excusesEveryValueOfAPlaceholder() {
        assertThat(LawException.excuses("elo/model-7", LawException.Law.ORDER)).isTrue();
        assertThat(LawException.excuses("pass@10", LawException.Law.MEMORY)).isTrue();
    }

    @Test
    void givesAReasonEach() {
        assertThat(LawException.ALL).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }
}

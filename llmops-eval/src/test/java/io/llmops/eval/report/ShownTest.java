package io.llmops.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void namesThatDifferOnlyAtTheirEndsStayDifferent() {
        assertThat(Shown.name("balance_not_updated_after_bank_transfer", 25)).isEqualTo("balance_not_…ank_transfer");
        assertThat(Shown.name("balance_not_updated_after_cheque_or_cash_deposit", 25))
                .isEqualTo("balance_not_…cash_deposit");
    }

    @Test
    void aNameThatFitsIsWhole() {
        assertThat(Shown.name("card_arrival", 12)).isEqualTo("card_arrival");
    }

    @Test
    void aCutNameKeepsItsColumnsWithWideCharactersAndSurrogates() {
        for (var columns = 5; columns < 30; columns++) {
            var name = Shown.name("注文状況の確認😩😩😩注文状況の確認😩😩😩", columns);
            assertThat(Shown.width(name)).isLessThanOrEqualTo(columns);
            assertThat(name).contains("…").doesNotContain("\\u");
        }
    }

    @Test
    void controlAndBidirectionalCharactersAreEscaped() {
        assertThat(Shown.of("a\u202Eb\u0007\n", 80)).isEqualTo("a\\u{202E}b\\u{7}\\n");
    }
}

package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Entity;
import io.llmops.preprocess.text.Explanation;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizers;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void aCleanerShowsWhatEachStepDidToTheText() {
        assertThat(TextCleaner.standard()
                        .then(Cleaners.mask(Entity.NUMBER, "0"))
                        .explain(" “It’s\u200b  5…”\n"))
                .hasToString("""
                        step               result               change
                        text                “It’s\\u200b  5…”\\n
                        nfc                 “It’s\\u200b  5…”\\n
                        controls            “It’s\\u200b  5…”\\n
                        zero-width          “It’s  5…”\\n        -\\u200b
                        bidi                “It’s  5…”\\n
                        plain-punctuation   "It's  5..."\\n      “→"  ’→'  …”→..."
                        whitespace         "It's 5..."          -␣  ␣␣→␣  -\\n
                        mask(number 0)     "It's 0..."          5→0""");
    }

    @Test
    void aChainShowsWhatWasDroppedAndChanged() {
        assertThat(Tokenizers.words()
                        .then(TokenFilters.lowercase())
                        .then(TokenFilters.stop("en"))
                        .then(TokenFilters.snowball("en"))
                        .then(TokenFilters.synonyms(Map.of("shoe", List.of("boot"))))
                        .after(Cleaners.whitespace())
                        .explain("The  runners and the shoes"))
                .hasToString("""
                        step          result                             change
                        text          The  runners and the shoes
                        whitespace    The runners and the shoes          ␣␣→␣
                        words         The | runners | and | the | shoes  5 tokens
                        lowercase     the | runners | and | the | shoes  The→the
                        stop(en)      runners | shoes                    -the ×2  -and
                        snowball(en)  runner | shoe                      runners→runner  shoes→shoe
                        synonyms(1)   runner | shoe | boot               +boot""");
    }

    @Test
    void theTableIsBoundedInWidthAndTheChangesInNumber() {
        TokenFilter none = tokens -> List.of();
        var table = Tokenizers.words()
                .then(none)
                .after(Cleaners.mask(Entity.NUMBER, "x".repeat(100)))
                .explain("one 2 three four five six seven eight 漢字漢字漢字漢字 ".repeat(20))
                .toString();
        assertThat(table.lines()).allMatch(line -> line.length() <= 132).hasSize(5);
        assertThat(table.lines().toList().get(4)).startsWith("lambda").contains("-one ×20  -xxxxxxxxxxxxxxxx…");
        assertThat(table.lines().toList().get(1)).endsWith("…");
    }

    /** What the last row shows is what the chain returns, step by step or at once. */
    @Test
    void theLastRowIsTheResult() {
        for (var language : Analyzers.languages()) {
            var chain = Analyzers.forLanguage(language);
            for (var seed = 0L; seed < 30; seed++) {
                var text = RandomText.of(new Random(seed), 40);
                var rows = chain.explain(text).rows();
                assertThat(rows.get(rows.size() - 1).result())
                        .as("%s, seed %d", language, seed)
                        .isEqualTo(chain.apply(text).stream().map(Token::text).collect(Collectors.joining(" | ")));
            }
        }
    }

    /** Characters that stay are not told; what is told puts the text together again. */
    @Test
    void everyCleanerThatChangesATextTellsAChange() {
        for (var cleaner : Samples.cleaners()) {
            for (var seed = 0L; seed < 100; seed++) {
                var text = RandomText.of(new Random(seed), 20);
                var row = cleaner.explain(text).rows().get(1);
                assertThat(row.result()).isEqualTo(cleaner.apply(text));
                assertThat(row.change().isEmpty())
                        .as("%s, seed %d", cleaner, seed)
                        .isEqualTo(row.result().equals(text));
                assertThat(cleaner.explain(text).toString().codePoints())
                        .as("%s, seed %d", cleaner, seed)
                        .noneMatch(c -> c != '\n' && Character.getType(c) == Character.CONTROL)
                        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
            }
        }
    }

    @Test
    void aPipelineShowsItsAnswersStageByStage() {
        var pipeline = Pipeline.of("clean", TextCleaner.standard())
                .then("terms", Analyzers.english().toTerms())
                .thenMaybe("label", terms -> Outcome.<String>abstained("no rule for " + terms.size() + " terms"));
        assertThat(Explanation.of(pipeline.trace("The  lost cards"))).hasToString("""
                        step   result          change
                        clean  The lost cards
                        terms  [lost, card]
                        label                  abstained: no rule for 2 terms""");
        var failed = Pipeline.of("parse", (String text) -> Integer.parseInt(text));
        assertThat(Explanation.of(failed.trace("x")).rows().get(0).change())
                .startsWith("failed: java.lang.NumberFormatException");
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> TextCleaner.standard().explain(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Analyzers.english().explain(null)).isInstanceOf(NullPointerException.class);
    }
}

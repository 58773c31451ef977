package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.token.LanguageDetector;
import io.llmops.preprocess.token.Token;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzersTest {

    @Test
    void englishIsTheCustomaryChainAndPrintsIt() {
        var english = Analyzers.english();
        assertThat(english).hasToString("clean ▸ words ▸ lowercase ▸ stop(en) ▸ snowball(en)");
        assertThat(english.terms("“The runners’ shoes aren’t here yet…”")).containsExactly("runner", "shoe", "yet");
    }

    @Test
    void tokensPointAtTheOriginal() {
        var original = "My “Cafe\u0301s”  were\u200b closed";
        var tokens = Analyzers.english().apply(original);
        assertThat(tokens).extracting(Token::text).containsExactly("café", "close");
        assertThat(tokens.get(0).span().of(original)).isEqualTo("Cafe\u0301s");
        assertThat(tokens.get(1).span().of(original)).isEqualTo("closed");
        assertThat(tokens).extracting(Token::position).containsExactly(1, 3);
    }

    @Test
    void everyLanguageHasAChainThatKeepsItsPlace() {
        assertThat(Analyzers.languages()).hasSizeGreaterThanOrEqualTo(30).contains("de", "zh", "yi", "pt-BR");
        for (var language : Analyzers.languages()) {
            var analyzer = Analyzers.forLanguage(language);
            assertThat(analyzer.describe()).as(language).isPresent();
            for (var seed = 0L; seed < 100; seed++) {
                var original = RandomText.of(new Random(seed), 30);
                var last = 0;
                for (var token : analyzer.apply(original)) {
                    assertThat(token.start()).as("%s, seed %d", language, seed).isGreaterThanOrEqualTo(last);
                    assertThat(token.end()).isLessThanOrEqualTo(original.length());
                    last = token.start();
                }
                assertThat(analyzer.terms(original))
                        .isEqualTo(analyzer.apply(original).stream()
                                .map(Token::text)
                                .toList());
            }
        }
    }

    @Test
    void languagesHaveTheirOwnSteps() {
        assertThat(Analyzers.forLanguage("de").terms("Die Häuser der Städte")).containsExactly("haus", "stadt");
        assertThat(Analyzers.forLanguage("fr").terms("L’avion qu'il avait pris"))
                .containsExactly("avion", "pris");
        assertThat(Analyzers.forLanguage("tr").terms("İstanbul'da KIŞ")).containsExactly("istanbul", "kış");
        assertThat(Analyzers.forLanguage("zh").terms("我们去北京")).containsExactly("我们", "们去", "去北", "北京");
    }

    @Test
    void anUnknownLanguageIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Analyzers.forLanguage("xx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no language 'xx'; there are [ar, bg, bn, ca,");
    }

    @Test
    void termsAreAStageOfAPipeline() {
        var terms = Pipeline.of("clean", TextCleaner.standard())
                .then("terms", Analyzers.english().toTerms());
        assertThat(terms.apply("Cards were lost")).containsExactly("card", "lost");
        assertThat(terms.opaqueStages()).isEmpty();
    }

    @Test
    void theLanguageOfATextChoosesItsChain() {
        var chain = Analyzers.forDetectedLanguage(LanguageDetector.standard());
        assertThat(chain.terms("The runners were running to the nearest station"))
                .containsExactly("runner", "run", "nearest", "station");
        assertThat(chain.terms("Die Häuser stehen in der Nähe des Bahnhofs")).contains("haus", "bahnhof");
        assertThat(chain.terms("The 42")).containsExactly("the", "42");
        assertThat(chain).hasToString("detected-language(language-detector(1.1))");
        assertThat(chain.describe()).isPresent();
    }

    @Test
    void anUnknownOrUnsureLanguageIsCutIntoWords() {
        assertThat(Analyzers.forDetectedLanguage(text -> Optional.of("xx")).terms("The Runners"))
                .containsExactly("the", "runners");
        assertThat(Analyzers.forDetectedLanguage(text -> Optional.empty()).terms("The Runners"))
                .containsExactly("the", "runners");
        assertThat(Analyzers.forDetectedLanguage(text -> Optional.of("en")).terms("The Runners"))
                .containsExactly("runner");
    }
}

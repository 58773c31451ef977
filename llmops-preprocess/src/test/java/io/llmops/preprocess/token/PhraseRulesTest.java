package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseRulesTest {

    @Test
    void nounsAreJoinedWithWhatStandsBeforeThem() {
        assertThat(phrases("the/DET very/ADV old/ADJ town/NOUN hall/NOUN of/ADP Rome/PROPN"))
                .containsExactly("N the very old town hall", "N Rome");
        assertThat(phrases("all/DET the/DET three/NUM red/ADJ ,/PUNCT old/ADJ cars/NOUN"))
                .containsExactly("N old cars");
        assertThat(phrases("the/DET quickly/ADV")).isEmpty();
        assertThat(phrases("he/PRON is/AUX tall/ADJ")).containsExactly("V is");
    }

    @Test
    void aPossessiveLeadsOn() {
        assertThat(phrases("my/DET aunt/NOUN+'s/PART old/ADJ cat/NOUN+'s/PART tail/NOUN"))
                .containsExactly("N my aunt's old cat's tail");
        assertThat(phrases("Smith/PROPN+'s/PART")).containsExactly("N Smith's");
        assertThat(phrases("Smith/PROPN 's/PART is/AUX")).containsExactly("N Smith", "V is");
    }

    @Test
    void verbsAreJoinedWithTheirAuxiliaries() {
        assertThat(phrases("they/PRON have/AUX never/ADV been/AUX seen/VERB again/ADV"))
                .containsExactly("V have never been seen");
        assertThat(phrases("wants/VERB to/PART go/VERB home/NOUN")).containsExactly("V wants to go", "N home");
        assertThat(phrases("were/AUX+n't/PART going/VERB")).containsExactly("V weren't going");
        assertThat(phrases("not/PART now/ADV")).isEmpty();
    }

    @Test
    void aPhraseStartsWithAToken() {
        assertThat(phrases("i/ADP+m/DET Park/NOUN")).containsExactly("N Park");
    }

    @Test
    void aPhraseHasThePlaceOfItsWords() {
        var chain = Tokenizers.learnedWords("en").then(TokenFilters.phrases(Taggers.forLanguage("en")));
        var text = "The  old dogs have been barking.";
        assertThat(chain.apply(text))
                .containsExactly(
                        new Token("The old dogs", 0, 13, TokenType.NOUN_PHRASE, 0),
                        new Token("have been barking", 14, 31, TokenType.VERB_PHRASE, 3));
    }

    @Test
    void wordsThatLeadNowhereAreReadABoundedNumberOfTimes() {
        for (var tag : PartOfSpeech.values()) {
            var words = new ArrayList<TaggedToken>();
            for (var i = 0; i < 200_000; i++) {
                words.add(new TaggedToken(new Token("to", 3 * i, 3 * i + 2, TokenType.WORD, i), tag, "to"));
            }
            assertThatCode(() -> PhraseRules.phrases(words)).as("%s", tag).doesNotThrowAnyException();
        }
    }

    /** Words written word/TAG; a plus joins words of one token. */
    private static List<String> phrases(String written) {
        var words = new ArrayList<TaggedToken>();
        var at = 0;
        for (var token : written.split(" ", -1)) {
            var text = token.replaceAll("/[A-Z]+", "").replace("+", "");
            var whole = new Token(text, at, at + text.length(), TokenType.WORD, words.size());
            for (var word : token.split("\\+", -1)) {
                var parts = word.split("/", 2);
                words.add(new TaggedToken(whole, PartOfSpeech.valueOf(parts[1]), parts[0]));
            }
            at += text.length() + 1;
        }
        return PhraseRules.phrases(words).stream()
                .map(phrase -> phrase.type().name().charAt(0) + " " + phrase.text())
                .toList();
    }
}

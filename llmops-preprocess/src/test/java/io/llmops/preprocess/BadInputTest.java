package io.llmops.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.TokenType;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import io.llmops.preprocess.vector.HashingVectorizer;
import io.llmops.preprocess.vector.Vectorizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What no step of the shelves may stumble over; the steps are found by reflection. */
class BadInputTest {

    /** Characters of the one word; more by {@code -Dllmops.heavy=N}. */
    private static final int HEAVY = Integer.getInteger("llmops.heavy", 20_000);

    private static final List<String> HOSTILE = List.of(
            "\ud800",
            "\udc00",
            "a\ud800",
            "\udc00\ud800",
            "\ud83d \ude00",
            "\u0301",
            "\u200d",
            "\ufeff",
            "\u0000",
            "שלום עולם, abc 123",
            "\u202eمرحبا\u202c abc",
            "Ωmegaжabc漢字ไทยक्षि",
            "👨‍👩‍👧👨‍👩‍👧",
            "🇩🇪🇩",
            "e\u0301\u0323\u0301",
            "\u1112\u1161\u11ab",
            "  ",
            "\n\r\n",
            "\t",
            "'",
            "a'",
            "''''",
            "@#&<>[](){}*_`~|\\",
            "&#x110000;&#xd800;",
            "<",
            "<!--",
            "<![CDATA[",
            "```",
            "[a](",
            "9".repeat(500),
            "İıßẞﬁ",
            "\uffff\ufffe",
            "\udbff\udfff");

    @Test
    void nullIsRefusedByName() {
        for (var cleaner : Samples.cleaners()) {
            isRefused(() -> cleaner.clean(null), cleaner);
            isRefused(() -> cleaner.apply(null), cleaner);
            isRefused(() -> cleaner.then(null), cleaner);
        }
        for (var tokenizer : Samples.tokenizers()) {
            isRefused(() -> tokenizer.tokenize(null), tokenizer);
            isRefused(() -> tokenizer.apply(null), tokenizer);
            isRefused(() -> tokenizer.then(null), tokenizer);
            isRefused(() -> tokenizer.after(null), tokenizer);
        }
        for (var filter : Samples.filters()) {
            isRefused(() -> filter.apply(null), filter);
        }
        var chain = Analyzers.english();
        isRefused(() -> chain.terms(null), chain);
        isRefused(() -> chain.tokenize(null), chain);
        isRefused(() -> HashingVectorizer.of(chain, 10).apply(null), "hashing");
        isRefused(() -> HashingVectorizer.of(null, 10), "hashing");
        isRefused(() -> Vectorizer.tfidf(null), "tfidf");
        isRefused(() -> Vectorizer.counts(chain).fit(List.of("card")).apply(null), "counts");
        isRefused(() -> TextCleaner.of(null), "TextCleaner");
    }

    private static void isRefused(ThrowingCallable call, Object what) {
        assertThatThrownBy(call)
                .as("%s", what)
                .isInstanceOf(NullPointerException.class)
                .hasMessageMatching("[a-z][A-Za-z]*");
    }

    @Test
    void everyMethodOfTheShelvesRefusesNullByName() throws IllegalAccessException {
        for (var method : methods().toList()) {
            for (var i = 0; i < method.getParameterCount(); i++) {
                if (!method.getParameterTypes()[i].isPrimitive()) {
                    var arguments = Samples.arguments(method).get(0).clone();
                    arguments[i] = null;
                    isRefused(() -> call(method, arguments), method);
                }
            }
        }
    }

    private static Stream<Method> methods() {
        return Stream.of(
                        Samples.methods(Cleaners.class, Cleaner.class),
                        Samples.methods(Tokenizers.class, Tokenizer.class),
                        Samples.methods(TokenFilters.class, TokenFilter.class))
                .flatMap(List::stream);
    }

    private static Object call(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * Lower case alone knows every language: those it does not know have nothing of their own. What learned names the
     * artifact to add, and the languages whose models are there.
     */
    @Test
    void anUnknownLanguageIsRefusedWithTheKnownOnes() {
        var languages = methods()
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(String.class)))
                .filter(method -> !List.of("lowercase", "learnedSentences", "learnedWords", "lemmas")
                        .contains(method.getName()))
                .toList();
        assertThat(languages).hasSizeGreaterThanOrEqualTo(9);
        for (var method : languages) {
            for (var unknown : List.of("xx", "", "EN", "x".repeat(10_000), "../en")) {
                assertThatThrownBy(() -> call(method, unknown))
                        .as("%s of %s", method.getName(), unknown)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching("no [a-z ]+ '.*there are \\[[a-z].*")
                        .message()
                        .hasSizeLessThan(400);
            }
        }
        assertThatThrownBy(() -> Analyzers.forLanguage("xx")).hasMessageContaining("there are [ar, ");
    }

    @Test
    void emptyStaysEmpty() {
        assertThat(Samples.cleaners()).allMatch(cleaner -> cleaner.apply("").isEmpty());
        assertThat(Samples.tokenizers())
                .allMatch(tokenizer -> tokenizer.apply("").isEmpty());
        assertThat(Samples.filters()).allMatch(filter -> filter.apply(List.of()).isEmpty());
        assertThat(HashingVectorizer.of(Tokenizers.words(), 8).apply("").size()).isZero();
    }

    @Test
    void nothingStumblesOverHostileCharacters() {
        for (var text : HOSTILE) {
            for (var cleaner : Samples.cleaners()) {
                assertThat(cleaner.apply(text)).as("%s", cleaner).isNotNull();
            }
            for (var tokenizer : Samples.tokenizers()) {
                var tokens = tokenizer.apply(text);
                assertThat(tokens).as("%s", tokenizer).allMatch(token -> token.end() <= text.length());
                HashingVectorizer.of(tokenizer, 64).apply(text);
            }
            var token = new Token(text, 0, text.length(), TokenType.WORD, 0);
            for (var filter : Samples.filters()) {
                assertThat(filter.apply(List.of(token, token.withText("b"))))
                        .as("%s", filter)
                        .isNotNull();
            }
        }
    }

    @Test
    void oneWordWithoutEndTakesTimeAndMemoryByItsLength() {
        for (var piece : List.of("x", "Ab9", "é", "汉", "\u0301", "😀", "nationalisations", "'", ".", "ing", "س")) {
            var text = piece.repeat(Math.max(1, HEAVY / piece.length()));
            for (var cleaner : Samples.cleaners()) {
                isQuick(cleaner, text, piece);
            }
            for (var tokenizer : Samples.tokenizers()) {
                isQuick(tokenizer, text, piece);
            }
            var tokens = List.of(new Token(text, 0, text.length(), TokenType.WORD, 0));
            for (var filter : Samples.filters()) {
                isQuick(filter, tokens, piece);
            }
        }
    }

    private static <T> void isQuick(Function<T, ?> step, T input, String piece) {
        assertTimeout(Duration.ofSeconds(10), () -> step.apply(input), () -> step + " on a word of " + piece);
    }
}

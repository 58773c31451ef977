package io.llmops.preprocess;

import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Entity;
import io.llmops.preprocess.token.PartOfSpeech;
import io.llmops.preprocess.token.PhoneticCode;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.Taggers;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every step of the shelves, found by reflection: each public method of {@code Cleaners}, {@code Tokenizers} and {@code
 * TokenFilters}, called with sample arguments. A method with parameters that has no samples here is an error, so that no
 * test that walks the shelves leaves a new step out.
 */
public final class Samples {

    private static final Map<String, List<List<Object>>> ARGUMENTS = Map.ofEntries(
            Map.entry("Cleaners.lowercase", one(Locale.forLanguageTag("tr"), Locale.ROOT)),
            Map.entry("Cleaners.caseFold", one(Locale.forLanguageTag("az"), Locale.GERMAN)),
            Map.entry("Cleaners.drop", one((Object[]) Entity.values())),
            Map.entry("Cleaners.mask", masks()),
            Map.entry("Cleaners.limitRepeats", one(1, 3)),
            Map.entry("Cleaners.truncate", one(0, 5, 1_000)),
            Map.entry("Cleaners.truncateToSentences", one(0, 15)),
            Map.entry("Tokenizers.subwords", one("cl100k_base", "o200k_base")),
            Map.entry("Tokenizers.sentences", one("de", "en")),
            Map.entry("Tokenizers.learnedSentences", one("de", "en")),
            Map.entry("Tokenizers.learnedWords", one("de", "en")),
            Map.entry("Tokenizers.pattern", one(Pattern.compile("\\w+|#\\S"), Pattern.compile("[a-z\"]++", 2))),
            Map.entry("Tokenizers.characterNgrams", List.of(List.of(1, 1), List.of(2, 3))),
            Map.entry("Tokenizers.characterNgramsInWords", List.of(List.of(1, 1), List.of(2, 4))),
            Map.entry("TokenFilters.lowercase", one("tr", "el", "ga", "xx")),
            Map.entry("TokenFilters.lemmas", one("en", Taggers.forLanguage("de"))),
            Map.entry("TokenFilters.phrases", one(Taggers.forLanguage("en"))),
            Map.entry(
                    "TokenFilters.partsOfSpeech",
                    List.of(
                            List.of(Taggers.forLanguage("en"), Set.of(PartOfSpeech.NOUN, PartOfSpeech.VERB)),
                            List.of(Taggers.forLanguage("de"), Set.of()))),
            Map.entry("TokenFilters.stop", stopwords()),
            Map.entry(
                    "TokenFilters.snowball",
                    one(TokenFilters.snowballLanguages().toArray())),
            Map.entry("TokenFilters.stem", one("ar", "cs", "pt-BR")),
            Map.entry("TokenFilters.lightStem", one("de", "nn", "no")),
            Map.entry("TokenFilters.minimalStem", one("en", "nn")),
            Map.entry("TokenFilters.normalize", one("ar", "de", "zh")),
            Map.entry("TokenFilters.elision", one("ca", "fr", "ga", "it")),
            Map.entry("TokenFilters.phonetic", one((Object[]) PhoneticCode.values())),
            Map.entry("TokenFilters.length", List.of(List.of(0, 3), List.of(2, 20))),
            Map.entry("TokenFilters.stopPhrases", one(List.of("as well as", "a"), List.of("null", "- no", "\"'\n"))),
            Map.entry(
                    "TokenFilters.synonyms",
                    one(
                            Map.of("car", List.of("auto", "motor car"), "no: #", List.of("{yes}", "~")),
                            Map.of("B", List.of("bee")))),
            Map.entry(
                    "TokenFilters.protect",
                    List.of(
                            List.of(List.of("runs", "is", "\ud83d\ude00"), TokenFilters.snowball("en")),
                            List.of(List.of(), TokenFilters.porter()))),
            Map.entry("TokenFilters.shingles", List.of(List.of(2, 2), List.of(2, 3))));

    private Samples() {}

    private static List<List<Object>> one(Object... arguments) {
        return Arrays.stream(arguments).map(List::of).toList();
    }

    private static List<List<Object>> masks() {
        return Arrays.stream(Entity.values())
                .flatMap(entity ->
                        Stream.of("<x>", "", "[1]", "\"\\\n\u200b", "yes").map(mask -> List.<Object>of(entity, mask)))
                .toList();
    }

    private static List<List<Object>> stopwords() {
        var own = Stopwords.of("own", List.of("a", "null", "", "it's", "12", "ÄÖ"));
        return one(
                "en", "cjk", "no", Stopwords.of("en").plus("please", "not: ]").minus("not"), own, own.plus("b"));
    }

    /** {@return every cleaner of the shelf, and those that a tokenizer makes} */
    public static List<Cleaner> cleaners() {
        var cleaners = of(Cleaners.class, Cleaner.class);
        cleaners.add(Tokenizers.words().truncation(3));
        cleaners.add(Tokenizers.subwords("o200k_base").truncation(4));
        cleaners.add(Tokenizers.characterNgrams(1, 2).truncation(4));
        return cleaners;
    }

    /** {@return every tokenizer of the shelf} */
    public static List<Tokenizer> tokenizers() {
        return of(Tokenizers.class, Tokenizer.class);
    }

    /** {@return every token filter of the shelf} */
    public static List<TokenFilter> filters() {
        return of(TokenFilters.class, TokenFilter.class);
    }

    /**
     * {@return the public methods of a shelf that make something, in the order of their names; but for those that read a
     * file, which YAML does not name and a test of their own has}
     */
    static List<Method> methods(Class<?> shelf, Class<?> made) {
        return Arrays.stream(shelf.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Arrays.asList(method.getParameterTypes()).contains(Path.class))
                .filter(method -> made.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    /** {@return sample arguments for a method of a shelf} */
    static List<Object[]> arguments(Method method) {
        if (method.getParameterCount() == 0) {
            return List.<Object[]>of(new Object[0]);
        }
        var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        var fitting = ARGUMENTS.getOrDefault(name, List.of()).stream()
                .filter(arguments -> fits(method.getParameterTypes(), arguments))
                .map(List::toArray)
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("expected sample arguments for " + method + " in Samples, found none");
        }
        return fitting;
    }

    private static boolean fits(Class<?>[] types, List<Object> arguments) {
        if (types.length != arguments.size()) {
            return false;
        }
        for (var i = 0; i < types.length; i++) {
            var isNumber = types[i] == int.class && arguments.get(i) instanceof Integer;
            if (!isNumber && !types[i].isInstance(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static <T> List<T> of(Class<?> shelf, Class<T> made) {
        var all = new ArrayList<T>();
        for (var method : methods(shelf, made)) {
            for (var arguments : arguments(method)) {
                try {
                    all.add(made.cast(method.invoke(null, arguments)));
                } catch (InvocationTargetException e) {
                    throw new IllegalStateException(method + " on " + Arrays.toString(arguments), e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return all;
    }
}

package io.llmops.preprocess;

import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Stopwords;
import io.llmops.preprocess.token.TokenFilter;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The customary chain of each language, without cleaning. */
final class LanguageChains {

    private static final Set<String> PAIRED = Set.of("ja", "ko", "zh");

    private LanguageChains() {}

    static Analyzer of(String language) {
        Objects.requireNonNull(language, "language");
        var snowball = TokenFilters.snowballLanguages();
        return switch (language) {
            case "ar" -> words("lowercase digits stop normalize stem", language);
            case "bg", "cs", "gl", "lv", "pt-BR" -> words("lowercase stop stem", language);
            case "bn", "hi" -> words("lowercase digits normalize stop stem", language);
            case "ca", "fr", "it" -> words("elision lowercase stop snowball", language);
            case "ckb" -> words("normalize lowercase digits stop stem", language);
            case "el" -> words("lowercase stop stem", language);
            case "fa" -> words("lowercase digits normalize stop stem", language);
            case "ga" -> words("elision lowercase stop snowball", language);
            case "ja", "ko", "zh" -> words("normalize lowercase pairs stop", language);
            case "ne", "ta" -> words("lowercase digits normalize stop snowball", language);
            case "sr" -> words("lowercase stop snowball normalize", language);
            case "te" -> words("digits normalize stop stem", language);
            case "th" -> chain(Tokenizers.thaiWords(), "lowercase digits stop", language);
            case "tr" -> words("apostrophe lowercase stop snowball", language);
            case "yi" -> words("lowercase snowball", language);
            default -> {
                if (!languages().contains(language)) {
                    throw new IllegalArgumentException("no language '"
                            + language.substring(0, Math.min(20, language.length())) + "'; there are " + languages());
                }
                yield words("lowercase stop " + (snowball.contains(language) ? "snowball" : ""), language);
            }
        };
    }

    static SortedSet<String> languages() {
        var languages = new TreeSet<>(Stopwords.languages());
        languages.remove("cjk");
        languages.addAll(PAIRED);
        languages.add("yi");
        return languages;
    }

    private static Analyzer words(String steps, String language) {
        return chain(Tokenizers.words(), steps, language);
    }

    private static Analyzer chain(Tokenizer tokenizer, String steps, String language) {
        return Arrays.stream(steps.trim().split(" "))
                .map(step -> filter(step, language))
                .reduce(Analyzer.of(tokenizer), Analyzer::then, (first, second) -> second);
    }

    private static TokenFilter filter(String step, String language) {
        return switch (step) {
            case "apostrophe" -> TokenFilters.apostrophe();
            case "digits" -> TokenFilters.digits();
            case "elision" -> TokenFilters.elision(language);
            case "lowercase" -> TokenFilters.lowercase(language);
            case "normalize" -> TokenFilters.normalize(language);
            case "pairs" -> TokenFilters.cjkPairs();
            case "snowball" -> TokenFilters.snowball(language);
            case "stem" -> TokenFilters.stem(language);
            case "stop" -> TokenFilters.stop(PAIRED.contains(language) ? "cjk" : language);
            default -> throw new IllegalStateException("no step '" + step + "'");
        };
    }
}

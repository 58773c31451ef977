package io.llmops.eval.metric.text;

import java.util.Locale;
import java.util.Map;

/**
 * Porter's stemmer of English (1980) in two later forms: that of its author's web page, which ROUGE-1.5.5 uses, and
 * NLTK 3.8's, which rouge_score and NLTK's METEOR use. Immutable.
 */
final class PorterStemmer {

    /** NLTK's own additions: short words, words in y and ies, some irregular ones. */
    static final PorterStemmer NLTK = new PorterStemmer(true);

    /** Martin Porter's own additions: bli and logi, words of two letters left alone. */
    static final PorterStemmer MARTIN = new PorterStemmer(false);

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("skies", "sky"),
            Map.entry("sky", "sky"),
            Map.entry("dying", "die"),
            Map.entry("lying", "lie"),
            Map.entry("tying", "tie"),
            Map.entry("news", "news"),
            Map.entry("innings", "inning"),
            Map.entry("inning", "inning"),
            Map.entry("outings", "outing"),
            Map.entry("outing", "outing"),
            Map.entry("cannings", "canning"),
            Map.entry("canning", "canning"),
            Map.entry("howe", "howe"),
            Map.entry("proceed", "proceed"),
            Map.entry("exceed", "exceed"),
            Map.entry("succeed", "succeed"));

    private static final String[][] STEP_2 = {
        {"ational", "ate"},
        {"tional", "tion"},
        {"enci", "ence"},
        {"anci", "ance"},
        {"izer", "ize"},
        {"bli", "ble"},
        {"alli", "al"},
        {"entli", "ent"},
        {"eli", "e"},
        {"ousli", "ous"},
        {"ization", "ize"},
        {"ation", "ate"},
        {"ator", "ate"},
        {"alism", "al"},
        {"iveness", "ive"},
        {"fulness", "ful"},
        {"ousness", "ous"},
        {"aliti", "al"},
        {"iviti", "ive"},
        {"biliti", "ble"}
    };
    private static final String[][] STEP_3 = {
        {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}
    };
    private static final String[] STEP_4 = {
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize"
    };

    private final boolean nltk;

    private PorterStemmer(boolean nltk) {
        this.nltk = nltk;
    }

    /** Returns the stem of a word, in lower case. */
    String stem(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (nltk && IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        return word.length() <= 2 ? word : step5(step4(step3(step2(step1c(step1b(step1a(word)))))));
    }

    private String step1a(String word) {
        if (nltk && word.length() == 4 && word.endsWith("ies")) {
            return cut(word, 1);
        }
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private String step1b(String word) {
        if (nltk && word.endsWith("ied")) {
            return cut(word, word.length() == 4 ? 1 : 2);
        }
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        var suffix = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        return suffix > 0 && hasVowel(cut(word, suffix)) ? mended(cut(word, suffix)) : word;
    }

    private String mended(String stem) {
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsWithDoubleConsonant(stem)) {
            return "lsz".indexOf(last(stem)) >= 0 ? stem : cut(stem, 1);
        }
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    private String step1c(String word) {
        if (!word.endsWith("y")) {
            return word;
        }
        var stem = cut(word, 1);
        var changes = nltk ? stem.length() > 1 && isConsonant(stem, stem.length() - 1) : hasVowel(stem);
        return changes ? stem + "i" : word;
    }

    private String step2(String word) {
        if (nltk && word.endsWith("alli") && measure(cut(word, 4)) > 0) {
            return step2(cut(word, 2));
        }
        for (var rule : STEP_2) {
            if (word.endsWith(rule[0])) {
                return replaced(word, rule);
            }
        }
        if (nltk && word.endsWith("fulli")) {
            return measure(cut(word, 5)) > 0 ? cut(word, 2) : word;
        }
        if (word.endsWith("logi")) {
            return measure(cut(word, nltk ? 3 : 4)) > 0 ? cut(word, 1) : word;
        }
        return word;
    }

    private String step3(String word) {
        for (var rule : STEP_3) {
            if (word.endsWith(rule[0])) {
                return replaced(word, rule);
            }
        }
        return word;
    }

    private String step4(String word) {
        for (var suffix : STEP_4) {
            if (word.endsWith(suffix)) {
                var stem = cut(word, suffix.length());
                var cuts = measure(stem) > 1 && (!suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t"));
                return cuts ? stem : word;
            }
        }
        return word;
    }

    private String step5(String word) {
        var stem = word;
        if (word.endsWith("e")) {
            var shorter = cut(word, 1);
            var measure = measure(shorter);
            stem = measure > 1 || (measure == 1 && !endsShort(shorter)) ? shorter : word;
        }
        return stem.endsWith("ll") && measure(cut(stem, 1)) > 1 ? cut(stem, 1) : stem;
    }

    private String replaced(String word, String[] rule) {
        var stem = cut(word, rule[0].length());
        return measure(stem) > 0 ? stem + rule[1] : word;
    }

    private static boolean isConsonant(String word, int at) {
        return switch (word.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !isConsonant(word, at - 1);
            default -> true;
        };
    }

    /** Returns how often a vowel is followed by a consonant. */
    private static int measure(String stem) {
        var measure = 0;
        var vowelBefore = false;
        for (var i = 0; i < stem.length(); i++) {
            var vowel = !isConsonant(stem, i);
            measure += vowelBefore && !vowel ? 1 : 0;
            vowelBefore = vowel;
        }
        return measure;
    }

    private static boolean hasVowel(String stem) {
        for (var i = 0; i < stem.length(); i++) {
            if (!isConsonant(stem, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithDoubleConsonant(String word) {
        var end = word.length() - 1;
        return end >= 1 && word.charAt(end) == word.charAt(end - 1) && isConsonant(word, end);
    }

    /** Consonant, vowel, consonant that is not w, x or y. */
    private boolean endsShort(String word) {
        var end = word.length() - 1;
        if (nltk && word.length() == 2) {
            return !isConsonant(word, 0) && isConsonant(word, 1);
        }
        return end >= 2
                && isConsonant(word, end - 2)
                && !isConsonant(word, end - 1)
                && isConsonant(word, end)
                && "wxy".indexOf(word.charAt(end)) < 0;
    }

    private static char last(String word) {
        return word.charAt(word.length() - 1);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}

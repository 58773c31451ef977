package io.llmops.preprocess.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the longest of some phrases at a place in a list of tokens. Immutable. */
final class PhraseTable<T> {

    /** A phrase, its terms, and what belongs to it. */
    record Entry<T>(List<String> terms, T value) {}

    private final Map<String, List<Entry<T>>> byFirstTerm = new HashMap<>();

    /** Phrases as they are written, their terms apart by a space. */
    PhraseTable(Map<String, T> phrases) {
        phrases.forEach((phrase, value) -> {
            var terms = List.of(phrase.trim().split(" +", -1));
            if (terms.get(0).isEmpty()) {
                throw new IllegalArgumentException("expected a phrase, found an empty one");
            }
            byFirstTerm.computeIfAbsent(terms.get(0), key -> new ArrayList<>()).add(new Entry<>(terms, value));
        });
        byFirstTerm
                .values()
                .forEach(entries -> entries.sort(Comparator.comparingInt(
                                (Entry<T> entry) -> entry.terms().size())
                        .reversed()));
    }

    @Nullable
    Entry<T> find(List<Token> tokens, int at) {
        for (var entry : byFirstTerm.getOrDefault(tokens.get(at).text(), List.of())) {
            if (matches(entry.terms(), tokens, at)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean matches(List<String> terms, List<Token> tokens, int at) {
        if (at + terms.size() > tokens.size()) {
            return false;
        }
        for (var i = 0; i < terms.size(); i++) {
            if (!terms.get(i).equals(tokens.get(at + i).text())) {
                return false;
            }
        }
        return true;
    }
}

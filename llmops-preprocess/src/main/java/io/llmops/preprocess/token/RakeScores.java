package io.llmops.preprocess.token;

import io.llmops.preprocess.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates scored by the degree and frequency of their words. Immutable. */
final class RakeScores {

    private final List<Candidates.Candidate> candidates;
    private final Map<String, Word> words = new HashMap<>();

    private static final class Word {

        private long degree;
        private long frequency;

        double score() {
            return (double) degree / frequency;
        }
    }

    RakeScores(List<Candidates.Candidate> candidates) {
        this.candidates = candidates;
        for (var candidate : candidates) {
            for (var text : candidate.words()) {
                var word = words.computeIfAbsent(text, key -> new Word());
                word.frequency++;
                word.degree += candidate.words().size();
            }
        }
    }

    List<KeyPhrase> ranked() {
        var places = new LinkedHashMap<List<String>, List<Span>>();
        for (var candidate : candidates) {
            places.computeIfAbsent(candidate.words(), key -> new ArrayList<>()).add(candidate.span());
        }
        var phrases = new ArrayList<KeyPhrase>();
        places.forEach((phrase, spans) -> phrases.add(new KeyPhrase(String.join(" ", phrase), score(phrase), spans)));
        phrases.sort(Comparator.comparingDouble(KeyPhrase::score).reversed());
        return phrases;
    }

    @SuppressWarnings("NullAway") // every word of a candidate was counted
    private double score(List<String> phrase) {
        return phrase.stream().mapToDouble(word -> words.get(word).score()).sum();
    }
}

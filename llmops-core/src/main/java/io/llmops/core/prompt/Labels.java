package io.llmops.core.prompt;

import io.llmops.core.Fingerprint;
import io.llmops.core.prompt.Words.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The labels an answer may name, with their synonyms, as phrases of words. Of phrases that lie within one another the
 * longest counts: {@code refund status} is not {@code refund}. Immutable.
 */
final class Labels {

    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 200;

    /** A text this much longer than the longest phrase is not one phrase. */
    private static final int MOST_AROUND = 200;

    private final Set<String> labels;
    private final Map<String, String> exact = new HashMap<>();
    private final Node phrases = new Node();
    private final int longestPhrase;
    private final String described;

    /** A phrase that was found, and what it may stand for: more than one label if they differ in case alone. */
    record Match(Range range, Set<String> labels) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Set<String> labels = new LinkedHashSet<>();
    }

    private Labels(Collection<String> labels, Map<String, String> synonyms) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("expected labels, found none");
        }
        this.labels = Set.copyOf(labels);
        labels.forEach(label -> add(label, label));
        synonyms.forEach((synonym, label) -> {
            if (!this.labels.contains(label)) {
                throw new IllegalArgumentException(
                        "no label '" + label + "' for the synonym '" + synonym + "'; there are " + shown(labels));
            }
            add(synonym, label);
        });
        this.longestPhrase =
                exact.keySet().stream().mapToInt(String::length).max().orElseThrow();
        this.described = described(new TreeMap<>(exact));
    }

    static Labels of(Collection<String> labels, Map<String, String> synonyms) {
        return new Labels(labels, synonyms);
    }

    private void add(String phrase, String label) {
        var words = Words.of(phrase);
        if (words.size() == 0) {
            throw new IllegalArgumentException(
                    "expected a label of letters, digits or marks, found " + Excerpt.of(phrase));
        }
        var other = exact.putIfAbsent(phrase.strip(), label);
        if (other != null && !other.equals(label)) {
            throw new IllegalArgumentException(
                    "expected '" + phrase + "' to stand for one label, found '" + other + "' and '" + label + "'");
        }
        var node = phrases;
        for (var i = 0; i < words.size(); i++) {
            node = node.next.computeIfAbsent(words.get(i).folded(), word -> new Node());
        }
        node.labels.add(label);
    }

    private static String described(Map<String, String> phrases) {
        var listed = phrases.entrySet().stream()
                .map(phrase -> phrase.getKey().equals(phrase.getValue())
                        ? phrase.getKey()
                        : phrase.getKey() + "=" + phrase.getValue())
                .toList();
        var text = listed.toString();
        return text.length() <= LONGEST_SHOWN
                ? text
                : listed.size() + " phrases, " + Fingerprint.of(listed.toArray(String[]::new));
    }

    /** How many labels there are. */
    int size() {
        return labels.size();
    }

    /** The phrases, or their number and hash if they are many. */
    @Override
    public String toString() {
        return described;
    }

    /** What a text that is one phrase and nothing else stands for, apart from what is wrapped around it. */
    Set<String> whole(String text) {
        for (var layer : Wrapping.layers(text)) {
            var label = exact.get(layer);
            if (label != null) {
                return Set.of(label);
            }
            if (layer.length() > 2 * longestPhrase + MOST_AROUND) {
                continue;
            }
            var words = Words.of(layer);
            var match = longest(words, words.all());
            if (match != null && match.range().to() == words.size()) {
                return match.labels();
            }
        }
        return Set.of();
    }

    /** The phrases in a range of words, without those that lie within a longer one. */
    List<Match> find(Words words, Range range) {
        var matches = new ArrayList<Match>();
        var end = range.from();
        for (var at = range.from(); at < range.to(); at++) {
            var match = longest(words, new Range(at, range.to()));
            if (match != null && match.range().to() > end) {
                matches.add(match);
                end = match.range().to();
            }
        }
        return matches;
    }

    private @Nullable Match longest(Words words, Range range) {
        Match longest = null;
        var node = phrases;
        for (var at = range.from(); at < range.to(); at++) {
            node = node.next.get(words.get(at).folded());
            if (node == null) {
                break;
            }
            if (!node.labels.isEmpty()) {
                longest = new Match(new Range(range.from(), at + 1), node.labels);
            }
        }
        return longest;
    }

    /** Some labels, for a message. */
    static String shown(Collection<String> labels) {
        var shown = labels.stream().limit(SHOWN).map(Excerpt::of).collect(Collectors.joining(", "));
        return labels.size() > SHOWN ? shown + " and " + (labels.size() - SHOWN) + " more" : shown;
    }
}

package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A filter that needs to know the parts of speech. Immutable. */
record TaggedFilter(
        String label, Description description, Tagger tagger, Function<List<TaggedToken>, List<Token>> operator)
        implements TokenFilter {

    TaggedFilter {
        Objects.requireNonNull(tagger, "tagger");
    }

    static List<Token> lemmas(List<TaggedToken> words) {
        return words.stream().map(word -> word.token().withText(word.lemma())).toList();
    }

    static List<Token> withTags(List<TaggedToken> words, Set<PartOfSpeech> tags) {
        var kept = new ArrayList<Token>();
        for (var word : words) {
            var isSame = !kept.isEmpty() && kept.get(kept.size() - 1).equals(word.token());
            if (tags.contains(word.tag()) && !isSame) {
                kept.add(word.token());
            }
        }
        return kept;
    }

    @Override
    public List<Token> apply(List<Token> tokens) {
        return operator.apply(tagger.apply(Objects.requireNonNull(tokens, "tokens")));
    }

    @Override
    public Optional<Description> describe() {
        return tagger.describe().map(described -> description.with("tagger", described));
    }

    @Override
    public String toString() {
        return label;
    }
}

package io.llmops.preprocess;

import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Analyzer;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The customary chain of the language each text is in. Safe for use by many threads. */
final class DetectedLanguageChain implements Tokenizer {

    private final Stage<String, Optional<String>> detector;
    private final Set<String> known = Set.copyOf(Analyzers.languages());
    private final Map<String, Analyzer> chains = new ConcurrentHashMap<>();
    private final Analyzer anyLanguage =
            Tokenizers.words().then(TokenFilters.lowercase()).after(TextCleaner.standard());

    DetectedLanguageChain(Stage<String, Optional<String>> detector) {
        this.detector = detector;
    }

    @Override
    public List<Token> tokenize(Text text) {
        return detector.apply(text.toString())
                .filter(known::contains)
                .map(language -> chains.computeIfAbsent(language, Analyzers::forLanguage))
                .orElse(anyLanguage)
                .tokenize(text);
    }

    @Override
    public Optional<Description> describe() {
        return detector.describe()
                .map(described -> Description.of("detected-language").with("detector", described));
    }

    @Override
    public String toString() {
        return "detected-language(" + detector + ")";
    }
}

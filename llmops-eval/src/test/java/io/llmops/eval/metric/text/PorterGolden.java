package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;

/** NLTK's Porter stemmers. */
public final class PorterGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var words = Segments.texts(golden.input().get("words"));
        checks.that(() -> words.stream().map(PorterStemmer.NLTK::stem).toList(), "porter_nltk_extensions");
        checks.that(() -> words.stream().map(PorterStemmer.MARTIN::stem).toList(), "porter_martin_extensions");
    }
}

package io.llmops.preprocess.dedup;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import java.util.Objects;

/**
 * Looks for test examples in training data: a run of {@code n} words that stands in both is a leak. GPT-3 took runs of 13
 * words (Brown et al.: Language models are few-shot learners, 2020, appendix C; 8 for tasks with short texts), PaLM runs of 8
 * (Chowdhery et al. 2022, section 8).
 *
 * <pre>{@code
 * ContaminationReport report = Contamination.ngrams(13).check(training, test);
 * System.out.println(report.table());
 * }</pre>
 *
 * <p>Words are compared in lower case and without punctuation, unless told otherwise. The test set is held in memory, the
 * training set is gone through once, so it may be streamed; time grows as both together do. Immutable.
 */
public final class Contamination {

    private final int length;
    private final Tokenizer tokens;

    private Contamination(int length, Tokenizer tokens) {
        if (length < 1) {
            throw new IllegalArgumentException("expected runs of 1 token or more, found " + length);
        }
        this.length = length;
        this.tokens = Objects.requireNonNull(tokens, "tokens");
    }

    /**
     * Returns a search for runs of words.
     *
     * @param length how many words make a run, at least 1; customary are 8 to 13
     * @return the search
     */
    public static Contamination ngrams(int length) {
        return new Contamination(length, Tokenizers.words().then(TokenFilters.lowercase()));
    }

    /**
     * Returns this search over other tokens.
     *
     * @param tokenizer what makes tokens of a text, none of them within another
     * @return the changed copy
     */
    public Contamination withTokens(Tokenizer tokenizer) {
        return new Contamination(length, tokenizer);
    }

    /**
     * Returns which test examples stand in the training data, wholly or in part. An example with fewer tokens than a run has
     * cannot be checked; the report counts those.
     *
     * @param training the training data, gone through once
     * @param test the test data, which may not be larger than memory
     * @return what leaked where
     */
    public ContaminationReport check(Dataset<String, ?> training, Dataset<String, ?> test) {
        var index = new NgramIndex(length);
        try (var examples = test.stream()) {
            examples.forEachOrdered(example -> index.addTest(read(example)));
        }
        try (var examples = training.stream()) {
            examples.forEachOrdered(example -> index.addTraining(read(example)));
        }
        return index.report();
    }

    private TokenizedExample read(Example<String, ?> example) {
        return TokenizedExample.of(example.id(), example.input(), tokens);
    }
}

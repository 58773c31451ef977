package io.llmops.samples.supportdesk;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.model.NearestExamples;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.TextCleaner;
import io.llmops.preprocess.token.TokenFilters;
import io.llmops.preprocess.token.Tokenizer;
import io.llmops.preprocess.token.Tokenizers;
import io.llmops.preprocess.vector.Vectorizer;

/** The support messages of an online shop, and a pipeline that finds their intent. Safe for use by many threads. */
public final class SupportDesk {

    private SupportDesk() {}

    /** {@return the messages, each with its intent as reference and its channel as a tag} */
    public static Dataset<String, String> tickets() {
        return Datasets.csv("classpath:support-tickets.csv")
                .withId("id")
                .withTags("channel")
                .labels("text", "intent");
    }

    /** {@return the terms the router goes by: words, lower case, without stopwords, stemmed} */
    public static Tokenizer terms() {
        return Tokenizers.words()
                .then(TokenFilters.lowercase())
                .then(TokenFilters.stop("en"))
                .then(TokenFilters.snowball("en"));
    }

    /**
     * Returns a pipeline that answers with the intent of the labelled messages whose words are most like the input's, by
     * TF-IDF and cosine.
     *
     * @param train the labelled messages
     * @param terms what counts as a word
     * @return the pipeline
     */
    public static Pipeline<String, String> lexicalRouter(Dataset<String, String> train, Tokenizer terms) {
        var clean = TextCleaner.standard();
        var cleaned = train.mapInputs(clean);
        var vector = Vectorizer.tfidf(terms).fit(cleaned);
        var nearest = NearestExamples.sparse(cleaned.mapInputs(vector)).withK(7);
        return Pipeline.of("clean", clean).then("vector", vector).thenMaybe("intent", nearest);
    }
}

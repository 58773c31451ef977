package io.llmops.preprocess;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every reference result the library does not give, and why: the one place where these reasons are written. */
final class Unsupported {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("phonetic/nysiis", "Commons Codec keeps no second vowel where jellyfish does"),
            Map.entry("phonetic/metaphone", "Commons Codec reads an initial SCH as SK, jellyfish as SJ"),
            Map.entry("tokenizers_nltk/treebank", "Penn Treebank rules are outside what the library has"),
            Map.entry("tokenizers_nltk/nltk_word", "Penn Treebank rules are outside what the library has"),
            Map.entry("tokenizers_nltk/toktok", "NLTK's Toktok rules are outside what the library has"),
            Map.entry("tokenizers_nltk/tweet", "NLTK's tweet rules are outside what the library has"),
            Map.entry(
                    "tokenizers_nltk/tweet_lower_reduce_strip", "NLTK's tweet rules are outside what the library has"),
            Map.entry("stemmer_snowball/yiddish/stems_2_2", "Lucene 9.12 carries an older Yiddish stemmer"),
            Map.entry(
                    "text_vectors/max_features",
                    "of equally frequent terms scikit-learn keeps what NumPy's unstable sort left"),
            Map.entry("stemmer_snowball/stems_3", "Lucene 9.12 carries the Snowball 2 stemmers"),
            Map.entry("stemmer_porter_nltk/porter_nltk_extensions", "NLTK's own variant of Porter's stemmer"),
            Map.entry("stemmer_porter_nltk/porter_original", "the stemmer of 1980, without its author's later changes"),
            Map.entry("stemmer_porter_nltk/lancaster", "the Lancaster stemmer is outside what the library has"));

    private Unsupported() {}

    static Optional<String> reason(String file, JsonNode golden, String key) {
        var group = golden.path("group").asText();
        var names = Stream.concat(
                Stream.of(file + "/" + group + "/" + key, file + "/" + key),
                StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(
                                        golden.path("params").fieldNames(), 0),
                                false)
                        .map(param -> file + "/" + param));
        return names.filter(REASONS::containsKey).map(REASONS::get).findFirst();
    }
}

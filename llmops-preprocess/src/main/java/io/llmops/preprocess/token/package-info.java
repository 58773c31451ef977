/**
 * From text to tokens. A {@link io.llmops.preprocess.token.Tokenizer} cuts a text into
 * {@link io.llmops.preprocess.token.Token}s that point at the original, a
 * {@link io.llmops.preprocess.token.TokenFilter} changes, drops or adds tokens, and an
 * {@link io.llmops.preprocess.token.Analyzer} is the chain of them. Start on the shelves
 * {@link io.llmops.preprocess.token.Tokenizers} and {@link io.llmops.preprocess.token.TokenFilters}; parts of speech and
 * lemmas come from {@link io.llmops.preprocess.token.Taggers}, the language of a text from
 * {@link io.llmops.preprocess.token.LanguageDetector}, what it is about from
 * {@link io.llmops.preprocess.token.KeyPhrases}. The steps that Apache Lucene does run as one Lucene token stream; nothing
 * of Lucene, OpenNLP or DJL shows.
 */
@NullMarked
package io.llmops.preprocess.token;

import org.jspecify.annotations.NullMarked;

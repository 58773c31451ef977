/**
 * How well a search finds what is relevant: rankings of documents against judgements, measured as trec_eval and
 * scikit-learn do. Start with {@link io.llmops.eval.metric.retrieval.Retrieval#report()}; files of TREC's formats are read
 * by {@link io.llmops.eval.metric.retrieval.TrecFiles}. Searching is not its business.
 */
@NullMarked
package io.llmops.eval.metric.retrieval;

import org.jspecify.annotations.NullMarked;

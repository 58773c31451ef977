/**
 * Generated text against reference texts: scorers of one answer ({@link io.llmops.eval.metric.text.TextScorers}) and
 * metrics of a corpus ({@link io.llmops.eval.metric.text.TextMetrics}), equal to the programs that papers quote. An answer
 * of any type is a text by its {@code toString}. A reference is a text, or an {@link java.lang.Iterable} of texts where
 * there are several right ones. An outcome that is no answer is an empty text. Texts are compared by code points; nothing
 * is normalised unless asked.
 */
@NullMarked
package io.llmops.eval.metric.text;

import org.jspecify.annotations.NullMarked;

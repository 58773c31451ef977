/**
 * Spans of text and tokens: named entities, as spans or as tags, with precision, recall and F1 as seqeval, conlleval and
 * SemEval-2013 define them, and where a text was cut into segments. Start with
 * {@link io.llmops.eval.metric.span.Spans#report()}. Finding the spans in a text is not its business.
 */
@NullMarked
package io.llmops.eval.metric.span;

import org.jspecify.annotations.NullMarked;

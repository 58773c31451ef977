/**
 * What was taken out of a text or decided from it: extracted answers as SQuAD scores them, fields of JSON, tool calls.
 * Start with {@link io.llmops.eval.metric.extraction.QuestionAnswering},
 * {@link io.llmops.eval.metric.extraction.KeyValues} or {@link io.llmops.eval.metric.extraction.ToolCalls}.
 */
@NullMarked
package io.llmops.eval.metric.extraction;

import org.jspecify.annotations.NullMarked;

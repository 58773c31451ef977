/**
 * Answers that are known already are not asked for again: {@link io.llmops.core.model.cache.ResponseCache}, in memory or
 * in a folder of readable JSON files. Two requests are the same if provider, model, parameters, messages, tools, response
 * format and repetition are. What was not an answer is never stored. This is no record for tests: a cache may forget; see
 * {@code io.llmops.core.model.replay} for cassettes.
 */
@NullMarked
package io.llmops.core.model.cache;

import org.jspecify.annotations.NullMarked;

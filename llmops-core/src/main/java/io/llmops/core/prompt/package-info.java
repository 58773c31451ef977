/**
 * What is asked and what is read from the answer. A {@link io.llmops.core.prompt.PromptTemplate} is loaded from a file,
 * known by the hash of its content, and rendered to LangChain4j's {@code ChatRequest}; values are put in as they are and
 * never read as template. {@link io.llmops.core.prompt.AnswerParsers} turn the text that comes back into a label, a
 * number, a letter, or an abstention with the reason, never a guess. Nothing here calls a model.
 */
@NullMarked
package io.llmops.core.prompt;

import org.jspecify.annotations.NullMarked;

/**
 * What all decorators around a chat model share: a {@link io.llmops.core.model.decorate.Decorator} does one thing to each
 * call, and {@link io.llmops.core.model.decorate.Decorators} puts any number of them, in the order in which they make
 * sense, around a LangChain4j {@code ChatModel} or {@code StreamingChatModel}; the result is such a model again. Start
 * with {@code Decorators.of(…).around(model)}. The decorators themselves are in the rooms beside this one; nothing here
 * retries, limits or stores.
 */
@NullMarked
package io.llmops.core.model.decorate;

import org.jspecify.annotations.NullMarked;

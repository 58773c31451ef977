/**
 * The little application that the other samples evaluate: support messages and the pipeline that finds what a customer
 * wants. Start with {@link io.llmops.samples.supportdesk.SupportDesk}.
 */
@NullMarked
package io.llmops.samples.supportdesk;

import org.jspecify.annotations.NullMarked;

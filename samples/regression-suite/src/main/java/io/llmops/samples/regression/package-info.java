/**
 * An application with a regression suite: {@link io.llmops.samples.regression.HelpDesk} is what goes to production, the
 * tests say whether a change of it may.
 */
@NullMarked
package io.llmops.samples.regression;

import org.jspecify.annotations.NullMarked;

/**
 * Runs, comparisons and verdicts for people and machines to read. Start with {@link io.llmops.eval.report.Reports}.
 * Numbers are written the same way in every locale; text of users is bounded and what does not print is escaped.
 */
@NullMarked
package io.llmops.eval.report;

import org.jspecify.annotations.NullMarked;

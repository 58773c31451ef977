/**
 * Two runs side by side. A {@link io.llmops.eval.compare.Comparison} pairs their observations by example and says how much
 * a metric differs, with an interval that knows about the pairing, whether the difference in right answers is more than
 * chance, and which examples were fixed and which broken. It does not decide: gates do.
 */
@NullMarked
package io.llmops.eval.compare;

import org.jspecify.annotations.NullMarked;

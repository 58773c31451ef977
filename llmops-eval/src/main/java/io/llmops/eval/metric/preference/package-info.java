/**
 * Several answers to one example, and answers set against each other: pass@k and majority over repeats (start with
 * {@link io.llmops.eval.metric.preference.Sampling}), and win rates, Bradley–Terry strengths and Elo ratings of games
 * (start with {@link io.llmops.eval.metric.preference.Preference}).
 */
@NullMarked
package io.llmops.eval.metric.preference;

import org.jspecify.annotations.NullMarked;

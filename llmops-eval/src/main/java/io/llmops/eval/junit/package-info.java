/**
 * Evaluations in JUnit suites. {@link io.llmops.eval.junit.LlmopsExtension} gives a test its
 * {@link io.llmops.eval.junit.Evaluations}, which runs an evaluation, keeps the run, writes its report and asserts what
 * must be true of it, against thresholds and against a committed baseline. {@link io.llmops.eval.junit.ExampleSource}
 * gives a parameterized test one example at a time. Needs JUnit Jupiter 5.13 or later, 6 included, which is an optional
 * dependency; no assertion library is needed.
 */
@NullMarked
package io.llmops.eval.junit;

import org.jspecify.annotations.NullMarked;

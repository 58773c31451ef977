/**
 * llmops typed into JShell. {@link io.llmops.samples.jshell.Notebook} runs a {@code .jsh} file and stops at the first
 * error, which the {@code jshell} tool does not.
 */
@NullMarked
package io.llmops.samples.jshell;

import org.jspecify.annotations.NullMarked;

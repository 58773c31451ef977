package io.llmops.eval.compare;

/**
 * A candidate to take, and why. Immutable.
 *
 * @param candidate who
 * @param reason in words, with the numbers
 * @param <O> the type of the answers
 * @param <R> the type of the references
 */
public record Pick<O, R>(Candidate<O, R> candidate, String reason) {}

package io.llmops.samples.benchmarks;

/**
 * A row of the table: a benchmark and the one it is held against.
 *
 * @param what is done
 * @param ours {@code Class.method}
 * @param limit {@code Class.method}
 * @param limitName who or what the limit is
 * @param budget how much ours may allocate
 */
record Row(String what, String ours, String limit, String limitName, Budget budget) {}

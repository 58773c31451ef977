package io.llmops.eval.run;

/** Stands for a stage's value of which a file kept only the type. */
record NotKept(String type) {}

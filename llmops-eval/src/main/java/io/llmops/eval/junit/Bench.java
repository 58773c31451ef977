package io.llmops.eval.junit;

import java.util.Optional;

/** What assertions of a test work with. */
record Bench(TestName test, Settings settings, Judge judge, BaselineFiles baselines, Optional<RunReport> report) {}

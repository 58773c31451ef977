package io.llmops.docs.planted.core.dataset;

import io.llmops.docs.planted.core.pipeline.Known;

/** Planted fault: with its counterpart in the pipeline, a cycle. */
final class KnowsThePipeline {
    final Known known = new Known();
}

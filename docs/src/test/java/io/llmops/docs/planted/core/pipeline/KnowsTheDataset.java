package io.llmops.docs.planted.core.pipeline;

import io.llmops.docs.planted.core.dataset.SpellingHelper;

/** Planted fault: the pipeline knows the dataset. */
final class KnowsTheDataset {
    final SpellingHelper known = new SpellingHelper();
}

package io.llmops.docs.planted.core.pipeline;

/** What a planted fault of the dataset knows. */
public final class Known {}

package io.llmops.docs.planted.core.dataset;

/** Planted fault: a name that says nothing. */
public final class SpellingHelper {}

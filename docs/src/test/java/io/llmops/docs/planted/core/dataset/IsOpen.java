package io.llmops.docs.planted.core.dataset;

/** Planted fault: anybody may extend it. */
public class IsOpen {}

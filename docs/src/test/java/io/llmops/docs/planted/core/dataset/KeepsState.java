package io.llmops.docs.planted.core.dataset;

/** Planted fault: anybody may change it. */
final class KeepsState {
    public int count;
}

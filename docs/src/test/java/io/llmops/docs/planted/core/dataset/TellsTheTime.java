package io.llmops.docs.planted.core.dataset;

import java.time.Instant;

/** Planted fault: a clock nobody passed in. */
final class TellsTheTime {
    final Instant now = Instant.now();
}

package io.llmops.docs.planted.core.dataset;

import java.util.logging.Logger;

/** Planted fault: a log of its own. */
final class LogsElsewhere {
    final Logger log = Logger.getLogger("elsewhere");
}

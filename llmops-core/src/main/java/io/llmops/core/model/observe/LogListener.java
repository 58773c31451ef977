package io.llmops.core.model.observe;

import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.CallListener;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Logs events, which have no content to begin with. */
record LogListener(Logger logger) implements CallListener {

    @Override
    public void on(CallEvent event) {
        var level = level(event);
        if (logger.isEnabledForLevel(level)) {
            logger.atLevel(level)
                    .log(
                            "{} {}: {}",
                            event.call().provider(),
                            event.call().model().orElse("(unnamed)"),
                            text(event));
        }
    }

    private static Level level(CallEvent event) {
        if (event instanceof CallEvent.Failed
                || event instanceof CallEvent.Refused
                || event instanceof CallEvent.FellBack) {
            return Level.WARN;
        }
        return event instanceof CallEvent.Retrying || event instanceof CallEvent.Throttled ? Level.INFO : Level.DEBUG;
    }

    private static String text(CallEvent event) {
        if (event instanceof CallEvent.Answered it) {
            return "answered in " + it.took().toMillis() + " ms by "
                    + it.answer().model() + ", finish reason " + it.answer().finishReason() + tokens(it);
        }
        if (event instanceof CallEvent.Failed it) {
            return "failed after " + it.took().toMillis() + " ms with "
                    + it.error().getName();
        }
        if (event instanceof CallEvent.Retrying it) {
            return "attempt " + it.attempt() + " failed with " + it.error().getName() + ", the next in "
                    + it.delay().toMillis() + " ms";
        }
        if (event instanceof CallEvent.Waited it) {
            return "waited " + it.took().toMillis() + " ms for a permit";
        }
        if (event instanceof CallEvent.Throttled it) {
            return "rate limited, at most " + it.limit() + " calls at once from now on";
        }
        if (event instanceof CallEvent.Known it) {
            return "known to the " + it.from();
        }
        if (event instanceof CallEvent.Unknown it) {
            return "not known to the " + it.from();
        }
        if (event instanceof CallEvent.Refused it) {
            return "refused by the " + it.why();
        }
        var it = (CallEvent.FellBack) event;
        return "failed with " + it.error().getName() + ", asking fallback " + it.next();
    }

    private static String tokens(CallEvent.Answered event) {
        var tokens = event.answer().tokens();
        return tokens == null
                ? ", tokens not told"
                : ", tokens " + tokens.inputTokenCount() + " in, " + tokens.outputTokenCount() + " out";
    }
}

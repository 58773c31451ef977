package io.llmops.core.model.observe;

import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.CallListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Meters calls. Every meter of a name has the same tags, as most registries demand. */
record MicrometerListener(MeterRegistry registry) implements CallListener {

    private static final String NONE = "none";

    MicrometerListener {
        Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.Answered it) {
            time(it, it.took(), NONE, it.answer().model());
            var tokens = it.answer().tokens();
            if (tokens != null) {
                count(it, GenAi.INPUT, tokens.inputTokenCount());
                count(it, GenAi.OUTPUT, tokens.outputTokenCount());
            }
        } else if (event instanceof CallEvent.Failed it) {
            time(it, it.took(), it.error().getName(), null);
        } else if (event instanceof CallEvent.Waited it) {
            Timer.builder("llmops.call.wait").tags(tags(it)).register(registry).record(it.took());
        } else {
            registry.counter(
                            "llmops.call.events",
                            tags(event).and("event", event.getClass().getSimpleName()))
                    .increment();
        }
    }

    private void time(CallEvent event, Duration took, String error, @Nullable String model) {
        Timer.builder(GenAi.DURATION)
                .tags(tags(event).and(GenAi.ERROR, error).and(GenAi.RESPONSE_MODEL, known(model)))
                .register(registry)
                .record(took);
    }

    private void count(CallEvent.Answered event, String type, @Nullable Integer tokens) {
        if (tokens != null && tokens >= 0) {
            DistributionSummary.builder(GenAi.TOKENS)
                    .baseUnit("tokens")
                    .tags(tags(event)
                            .and(GenAi.RESPONSE_MODEL, known(event.answer().model()))
                            .and(GenAi.TOKEN_TYPE, type))
                    .register(registry)
                    .record(tokens);
        }
    }

    private static Tags tags(CallEvent event) {
        return Tags.of(GenAi.OPERATION, GenAi.CHAT)
                .and(GenAi.PROVIDER, GenAi.provider(event))
                .and(GenAi.REQUEST_MODEL, event.call().model().orElse(NONE));
    }

    private static String known(@Nullable String model) {
        return model == null ? NONE : model;
    }
}

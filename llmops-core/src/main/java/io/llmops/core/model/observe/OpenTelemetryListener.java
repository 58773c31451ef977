package io.llmops.core.model.observe;

import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.CallListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traces and meters calls by the semantic conventions for generative AI. The span is written when the call is over. */
final class OpenTelemetryListener implements CallListener {

    private static final String SCOPE = "io.llmops";
    private static final double NANOS = 1e9;

    /** The boundaries the conventions ask for. */
    private static final List<Double> SECONDS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

    private static final List<Long> COUNTS = List.of(
            1L,
            4L,
            16L,
            64L,
            256L,
            1_024L,
            4_096L,
            16_384L,
            65_536L,
            262_144L,
            1_048_576L,
            4_194_304L,
            16_777_216L,
            67_108_864L);

    private final Tracer tracer;
    private final DoubleHistogram duration;
    private final LongHistogram tokens;

    OpenTelemetryListener(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer(SCOPE);
        var meter = openTelemetry.getMeter(SCOPE);
        duration = meter.histogramBuilder(GenAi.DURATION)
                .setUnit("s")
                .setDescription("GenAI operation duration.")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
        tokens = meter.histogramBuilder(GenAi.TOKENS)
                .setUnit("{token}")
                .setDescription("Number of input and output tokens used.")
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(COUNTS)
                .build();
    }

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.Answered it) {
            answered(it);
        } else if (event instanceof CallEvent.Failed it) {
            failed(it);
        }
    }

    private void answered(CallEvent.Answered event) {
        var answer = event.answer();
        var common = common(event);
        put(common, GenAi.RESPONSE_MODEL, answer.model());
        var shared = common.build();
        duration.record(event.took().toNanos() / NANOS, shared);
        var span = shared.toBuilder();
        var reason = answer.finishReason();
        if (reason != null) {
            span.put(AttributeKey.stringArrayKey(GenAi.FINISH_REASONS), List.of(GenAi.finishReason(reason)));
        }
        if (answer.tokens() != null) {
            used(shared, span, GenAi.INPUT, answer.tokens().inputTokenCount());
            used(shared, span, GenAi.OUTPUT, answer.tokens().outputTokenCount());
        }
        span(event, event.started(), event.took(), span.build());
    }

    private void failed(CallEvent.Failed event) {
        var attributes = common(event).put(GenAi.ERROR, event.error().getName()).build();
        duration.record(event.took().toNanos() / NANOS, attributes);
        span(event, event.started(), event.took(), attributes);
    }

    private void used(Attributes shared, AttributesBuilder span, String type, @Nullable Integer count) {
        if (count != null && count >= 0) {
            tokens.record(count, shared.toBuilder().put(GenAi.TOKEN_TYPE, type).build());
            span.put(type.equals(GenAi.INPUT) ? GenAi.INPUT_TOKENS : GenAi.OUTPUT_TOKENS, (long) count);
        }
    }

    private void span(CallEvent event, Instant started, Duration took, Attributes attributes) {
        var span = tracer.spanBuilder(event.call()
                        .model()
                        .map(model -> GenAi.CHAT + " " + model)
                        .orElse(GenAi.CHAT))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(started)
                .setAllAttributes(attributes)
                .startSpan();
        if (event instanceof CallEvent.Failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(started.plus(took));
    }

    private static AttributesBuilder common(CallEvent event) {
        var attributes =
                Attributes.builder().put(GenAi.OPERATION, GenAi.CHAT).put(GenAi.PROVIDER, GenAi.provider(event));
        put(attributes, GenAi.REQUEST_MODEL, event.call().model().orElse(null));
        return attributes;
    }

    private static void put(AttributesBuilder attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}

package io.llmops.core.model.observe;

import io.llmops.core.model.decorate.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The built-in listeners. What they return is safe for use by many threads. */
public final class CallListeners {

    private CallListeners() {}

    /**
     * Returns a listener that logs to the logger {@code io.llmops.core.model}: retries and cuts at INFO, failures, refusals
     * and fallbacks at WARN, the rest at DEBUG.
     *
     * @return the listener
     */
    public static CallListener slf4j() {
        return slf4j(LoggerFactory.getLogger("io.llmops.core.model"));
    }

    /**
     * Returns a listener that logs.
     *
     * @param logger where to
     * @return the listener
     */
    public static CallListener slf4j(Logger logger) {
        return new LogListener(logger);
    }

    /**
     * Returns a listener that meters: {@code gen_ai.client.operation.duration} and {@code gen_ai.client.token.usage} with
     * the tags of OpenTelemetry's conventions (an {@code error.type} of {@code none} where there is no error), the time
     * waited for permits, {@code llmops.call.wait}, and all else that happens, {@code llmops.call.events}, by
     * {@code event}. Needs {@code io.micrometer:micrometer-core}.
     *
     * @param registry where to
     * @return the listener
     */
    public static CallListener micrometer(MeterRegistry registry) {
        return new MicrometerListener(registry);
    }

    /**
     * Returns a listener that traces and meters by OpenTelemetry's semantic conventions for generative AI: for each call a
     * client span {@code chat <model>}, child of the caller's, and the histograms {@code gen_ai.client.operation.duration}
     * and {@code gen_ai.client.token.usage}. Needs {@code io.opentelemetry:opentelemetry-api}.
     *
     * @param openTelemetry where to
     * @return the listener
     */
    public static CallListener openTelemetry(OpenTelemetry openTelemetry) {
        return new OpenTelemetryListener(openTelemetry);
    }
}

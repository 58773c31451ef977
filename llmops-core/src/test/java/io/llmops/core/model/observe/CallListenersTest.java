package io.llmops.core.model.observe;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.CallListener;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.decorate.ScriptedModel;
import io.llmops.core.model.decorate.VirtualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventBuilder;

class CallListenersTest {

    private static final String SECRET = "the secret prompt";

    private final VirtualTime time = new VirtualTime();

    @Test
    void tracesAndMetersByTheConventions() {
        var spans = InMemorySpanExporter.create();
        var metrics = InMemoryMetricReader.create();
        try (var openTelemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(metrics).build())
                .build()) {
            var parent = openTelemetry.getTracer("test").spanBuilder("parent").startSpan();
            try (var scope = parent.makeCurrent()) {
                assertThat(scope).isNotNull();
                callTwice(CallListeners.openTelemetry(openTelemetry));
            }
            parent.end();

            var answered = spans.getFinishedSpanItems().get(0);
            assertThat(answered.getName()).isEqualTo("chat small-1");
            assertThat(answered.getKind()).isEqualTo(SpanKind.CLIENT);
            assertThat(answered.getParentSpanId())
                    .isEqualTo(parent.getSpanContext().getSpanId());
            assertThat(answered.getEndEpochNanos() - answered.getStartEpochNanos())
                    .isEqualTo(1_500_000_000);
            assertThat(answered.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("gen_ai.operation.name"), "chat")
                    .containsEntry(AttributeKey.stringKey("gen_ai.provider.name"), "openai")
                    .containsEntry(AttributeKey.stringKey("gen_ai.request.model"), "small-1")
                    .containsEntry(AttributeKey.stringKey("gen_ai.response.model"), "scripted-1-0102")
                    .containsEntry(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop"))
                    .containsEntry(AttributeKey.longKey("gen_ai.usage.input_tokens"), 12L)
                    .containsEntry(AttributeKey.longKey("gen_ai.usage.output_tokens"), 3L)
                    .hasSize(7);
            var failed = spans.getFinishedSpanItems().get(1);
            assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(failed.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("dev.langchain4j.exception.InternalServerException");
            assertThat(spans.getFinishedSpanItems().toString()).doesNotContain(SECRET);

            var collected = List.copyOf(metrics.collectAllMetrics());
            var durations = points(collected, "gen_ai.client.operation.duration");
            assertThat(durations).hasSize(2).allSatisfy(point -> {
                assertThat(point.getCount()).isEqualTo(1);
                assertThat(point.getSum()).isCloseTo(1.5, within(1e-9));
                assertThat(point.getBoundaries()).startsWith(0.01, 0.02).endsWith(81.92);
            });
            assertThat(collected)
                    .extracting(MetricData::getName, MetricData::getUnit)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("gen_ai.client.operation.duration", "s"),
                            Tuple.tuple("gen_ai.client.token.usage", "{token}"));
            assertThat(points(collected, "gen_ai.client.token.usage"))
                    .allSatisfy(point -> assertThat(point.getBoundaries())
                            .startsWith(1.0, 4.0)
                            .endsWith(67_108_864.0));
            assertThat(points(collected, "gen_ai.client.token.usage"))
                    .extracting(
                            point -> point.getAttributes().get(AttributeKey.stringKey("gen_ai.token.type")),
                            HistogramPointData::getSum)
                    .containsExactlyInAnyOrder(Tuple.tuple("input", 12.0), Tuple.tuple("output", 3.0));
        }
    }

    @Test
    void spellsReasonsAndProvidersAsTheConventionsDo() {
        assertThat(GenAi.finishReason(FinishReason.TOOL_EXECUTION)).isEqualTo("tool_call");
        assertThat(GenAi.finishReason(FinishReason.CONTENT_FILTER)).isEqualTo("content_filter");
        assertThat(Stream.of("OPEN_AI", "MISTRAL_AI", "ANTHROPIC", "COHERE", "AMAZON_BEDROCK", "GOOGLE_AI_GEMINI")
                        .map(name -> GenAi.provider(
                                new CallEvent.Throttled(new CallEvent.CallId(name, Optional.empty()), 1))))
                .containsExactly("openai", "mistral_ai", "anthropic", "cohere", "aws.bedrock", "gcp.gemini");
    }

    @Test
    void metersWithMicrometer() {
        var registry = new SimpleMeterRegistry();
        var listener = CallListeners.micrometer(registry);
        callTwice(listener);
        everyEvent().forEach(listener::on);

        assertThat(registry.get("gen_ai.client.operation.duration")
                        .tags("error.type", "none", "gen_ai.provider.name", "openai", "gen_ai.request.model", "small-1")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(1_500);
        assertThat(registry.get("gen_ai.client.operation.duration")
                        .tag("error.type", "dev.langchain4j.exception.InternalServerException")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("gen_ai.client.token.usage")
                        .tags("gen_ai.token.type", "input")
                        .summary()
                        .totalAmount())
                .isEqualTo(12);
        assertThat(registry.get("llmops.call.events")
                        .tag("event", "Retrying")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("llmops.call.wait").timer().count()).isEqualTo(1);
    }

    @Test
    void logsWithoutContent() {
        var lines = new ArrayList<String>();
        var logger = mock(Logger.class);
        when(logger.isEnabledForLevel(any())).thenReturn(true);
        when(logger.atLevel(any())).thenAnswer(call -> {
            var level = call.<Level>getArgument(0);
            return mock(LoggingEventBuilder.class, invocation -> {
                if (invocation.getMethod().getName().equals("log")) {
                    lines.add(level + " "
                            + MessageFormatter.arrayFormat(invocation.getArgument(0), spread(invocation.getArguments()))
                                    .getMessage());
                }
                return Answers.RETURNS_DEFAULTS.answer(invocation);
            });
        });
        var listener = CallListeners.slf4j(logger);
        callTwice(listener);
        everyEvent().forEach(listener::on);

        assertThat(lines)
                .containsExactly(
                        "DEBUG OPEN_AI small-1: answered in 1500 ms by scripted-1-0102, finish reason STOP, tokens 12 in, "
                                + "3 out",
                        "WARN OPEN_AI small-1: failed after 1500 ms with "
                                + "dev.langchain4j.exception.InternalServerException",
                        "INFO OTHER (unnamed): attempt 2 failed with java.lang.IllegalStateException, the next in 20 ms",
                        "DEBUG OTHER (unnamed): waited 30 ms for a permit",
                        "INFO OTHER (unnamed): rate limited, at most 4 calls at once from now on",
                        "DEBUG OTHER (unnamed): known to the cache",
                        "DEBUG OTHER (unnamed): not known to the cassette",
                        "WARN OTHER (unnamed): refused by the budget",
                        "WARN OTHER (unnamed): failed with java.lang.IllegalStateException, asking fallback 1",
                        "DEBUG OTHER (unnamed): answered in 1 ms by null, finish reason null, tokens not told");
    }

    private static Object[] spread(Object[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static List<CallEvent> everyEvent() {
        var id = new CallEvent.CallId("OTHER", Optional.empty());
        var error = IllegalStateException.class;
        return List.of(
                new CallEvent.Retrying(id, 2, Duration.ofMillis(20), error),
                new CallEvent.Waited(id, Duration.ofMillis(30)),
                new CallEvent.Throttled(id, 4),
                new CallEvent.Known(id, "cache"),
                new CallEvent.Unknown(id, "cassette"),
                new CallEvent.Refused(id, "budget"),
                new CallEvent.FellBack(id, 1, error),
                new CallEvent.Answered(
                        id, Instant.EPOCH, Duration.ofMillis(1), new CallEvent.Answer(null, null, null)));
    }

    /** One call that is answered and one that fails, each in a second and a half. */
    private void callTwice(CallListener listener) {
        var script = ScriptedModel.named("small-1")
                .does(request -> slowly(() -> ScriptedModel.response("fine", 12, 3)))
                .does(request -> slowly(() -> {
                    throw new InternalServerException(SECRET);
                }));
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return script.doChat(request);
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return script.defaultRequestParameters();
            }

            @Override
            public ModelProvider provider() {
                return ModelProvider.OPEN_AI;
            }
        };
        var decorated = Decorators.of().time(time).listener(listener).around(model);
        decorated.chat(REQUEST);
        assertThatThrownBy(() -> decorated.chat(REQUEST)).hasMessage(SECRET);
    }

    private ChatResponse slowly(Supplier<ChatResponse> answer) {
        time.pass(Duration.ofMillis(1_500));
        return answer.get();
    }

    private static List<HistogramPointData> points(List<MetricData> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.getName().equals(name))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                .toList();
    }
}

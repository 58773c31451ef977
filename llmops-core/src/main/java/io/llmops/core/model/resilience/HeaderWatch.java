package io.llmops.core.model.resilience;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import io.llmops.core.model.decorate.Timekeeper;
import java.time.Duration;
import java.util.Objects;

/**
 * A builder of LangChain4j's HTTP clients that reads response headers, which a model's exceptions do not carry:
 *
 * <pre>{@code
 * var quota = new EndpointQuota();
 * var model = OpenAiChatModel.builder()
 *         .httpClientBuilder(HeaderWatch.of(JdkHttpClient.builder()).quota(quota))
 *         .maxRetries(0) …
 * }</pre>
 *
 * <p>With LangChain4j's client over the JDK's, {@code Retry-After} reaches {@link Retry} (in an
 * {@link EndpointException}) and the remaining quota is read from every response. Other clients hide the headers of a
 * refusal: with them the quota is read from answers alone and Retry backs off plainly. Not safe for use by many threads;
 * the clients it builds are as safe as those it wraps.
 */
public final class HeaderWatch implements HttpClientBuilder {

    private static final String JDK_CLIENT = "dev.langchain4j.http.client.jdk.JdkHttpClientBuilder";

    private final HttpClientBuilder builder;
    private final EndpointQuota quota;
    private final Timekeeper time;

    private HeaderWatch(HttpClientBuilder builder, EndpointQuota quota, Timekeeper time) {
        this.builder = Objects.requireNonNull(builder, "builder");
        this.quota = Objects.requireNonNull(quota, "quota");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Returns a builder that builds as another does, and watches.
     *
     * @param builder the other
     * @return the watching builder
     */
    public static HeaderWatch of(HttpClientBuilder builder) {
        return new HeaderWatch(builder, new EndpointQuota(), Timekeeper.system());
    }

    /**
     * Returns this builder with a quota that is told what the endpoint says.
     *
     * @param told the quota
     * @return the changed copy
     */
    public HeaderWatch quota(EndpointQuota told) {
        return new HeaderWatch(builder, told, time);
    }

    /**
     * Returns this builder with another time.
     *
     * @param other tells the time
     * @return the changed copy
     */
    public HeaderWatch time(Timekeeper other) {
        return new HeaderWatch(builder, quota, other);
    }

    @Override
    public Duration connectTimeout() {
        return builder.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        builder.connectTimeout(timeout);
        return this;
    }

    @Override
    public Duration readTimeout() {
        return builder.readTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        builder.readTimeout(timeout);
        return this;
    }

    @Override
    public HttpClient build() {
        var client = builder.getClass().getName().equals(JDK_CLIENT) ? JdkWatch.build(builder) : builder.build();
        return new WatchedHttpClient(client, headers -> quota.learn(headers, time.now()));
    }
}

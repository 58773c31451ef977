package io.llmops.core.model.resilience;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Puts a watched client of the JDK under LangChain4j's. Loaded only where that one is. */
final class JdkWatch {

    private JdkWatch() {}

    // LangChain4j's builder takes and returns null for "the JDK's usual one".
    @SuppressWarnings({"NullAway", "ConstantValue"})
    static HttpClient build(HttpClientBuilder builder) {
        var jdk = (JdkHttpClientBuilder) builder;
        var own = jdk.httpClientBuilder();
        try {
            return jdk.httpClientBuilder(watched(own == null ? java.net.http.HttpClient.newBuilder() : own))
                    .build();
        } finally {
            jdk.httpClientBuilder(own);
        }
    }

    /** The JDK's builder as it is, whatever its version, but for what it builds. */
    private static java.net.http.HttpClient.Builder watched(java.net.http.HttpClient.Builder builder) {
        return (java.net.http.HttpClient.Builder) Proxy.newProxyInstance(
                JdkWatch.class.getClassLoader(),
                new Class<?>[] {java.net.http.HttpClient.Builder.class},
                (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(builder, arguments);
                        if (result instanceof java.net.http.HttpClient client) {
                            return new WatchedJdkClient(client);
                        }
                        return builder.equals(result) ? proxy : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}

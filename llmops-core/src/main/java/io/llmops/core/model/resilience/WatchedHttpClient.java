package io.llmops.core.model.resilience;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.util.function.Consumer;

/** Tells the headers of each response, and puts those of a refusal into its exception. */
record WatchedHttpClient(HttpClient client, Consumer<Headers> told) implements HttpClient {

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var seen = Seen.begin();
        try {
            var response = client.execute(request);
            told.accept(Headers.of(response.headers()));
            return response;
        } catch (HttpException e) {
            throw refused(e, seen);
        } finally {
            Seen.end();
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var seen = Seen.begin();
        try {
            client.execute(request, parser, new Watching(listener, seen));
        } finally {
            Seen.end();
        }
    }

    private EndpointException refused(HttpException plain, Seen seen) {
        told.accept(seen.headers());
        return new EndpointException(plain, seen.headers());
    }

    private final class Watching implements ServerSentEventListener {

        private final ServerSentEventListener listener;
        private final Seen seen;

        Watching(ServerSentEventListener listener, Seen seen) {
            this.listener = listener;
            this.seen = seen;
        }

        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            told.accept(Headers.of(response.headers()));
            listener.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            listener.onEvent(event, context);
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            listener.onEvent(event);
        }

        @Override
        public void onError(Throwable error) {
            listener.onError(error instanceof HttpException plain ? refused(plain, seen) : error);
        }

        @Override
        public void onClose() {
            listener.onClose();
        }
    }
}

package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Hands the pieces of one attempt on, and keeps its end. What comes after the attempt was given up is dropped, so that two
 * attempts never mix.
 */
final class Relay implements StreamingChatResponseHandler {

    private final Stream stream;
    private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    private boolean closed;

    Relay(Stream stream) {
        this.stream = stream;
    }

    ChatResponse answer() throws InterruptedException, ExecutionException {
        return end.get();
    }

    synchronized void close() {
        closed = true;
    }

    @Override
    public void onPartialResponse(String text) {
        pass(handler -> handler.onPartialResponse(text));
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        var handle = cancellable(context.streamingHandle());
        pass(handler -> handler.onPartialResponse(part, new PartialResponseContext(handle)));
    }

    @Override
    public void onPartialThinking(PartialThinking part) {
        pass(handler -> handler.onPartialThinking(part));
    }

    @Override
    public void onPartialThinking(PartialThinking part, PartialThinkingContext context) {
        var handle = cancellable(context.streamingHandle());
        pass(handler -> handler.onPartialThinking(part, new PartialThinkingContext(handle)));
    }

    @Override
    public void onPartialToolCall(PartialToolCall part) {
        pass(handler -> handler.onPartialToolCall(part));
    }

    @Override
    public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
        var handle = cancellable(context.streamingHandle());
        pass(handler -> handler.onPartialToolCall(part, new PartialToolCallContext(handle)));
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
        pass(handler -> handler.onCompleteToolCall(call));
    }

    @Override
    public void onUnmappedRawEvent(Object event) {
        pass(handler -> handler.onUnmappedRawEvent(event));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        end.completeExceptionally(error);
    }

    private synchronized void pass(Consumer<StreamingChatResponseHandler> piece) {
        if (!closed) {
            stream.start();
            piece.accept(stream.handler());
        }
    }

    private StreamingHandle cancellable(StreamingHandle handle) {
        return new StreamingHandle() {
            @Override
            public void cancel() {
                handle.cancel();
                end.completeExceptionally(new CancelledStreamException());
            }

            @Override
            public boolean isCancelled() {
                return handle.isCancelled();
            }
        };
    }
}

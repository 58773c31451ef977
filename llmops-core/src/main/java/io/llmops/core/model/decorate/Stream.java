package io.llmops.core.model.decorate;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One answer on its way to one handler, made of as many attempts as the decorators like until its first piece is out. */
final class Stream {

    private final StreamingChatResponseHandler handler;
    private volatile boolean started;

    Stream(StreamingChatResponseHandler handler) {
        this.handler = handler;
    }

    void run(Chain chain, ChatCall call, BiConsumer<ChatRequest, StreamingChatResponseHandler> model) {
        ChatResponse response;
        try {
            response = chain.run(call, asked -> attempt(asked.request(), model));
        } catch (CancelledStreamException e) {
            return;
        } catch (BrokenStreamException e) {
            handler.onError(e.getCause() == null ? e : e.getCause());
            return;
        } catch (RuntimeException | Error e) {
            handler.onError(e);
            return;
        }
        if (!started) {
            tellAtOnce(response);
        }
        handler.onCompleteResponse(response);
    }

    StreamingChatResponseHandler handler() {
        return handler;
    }

    void start() {
        started = true;
    }

    private ChatResponse attempt(ChatRequest request, BiConsumer<ChatRequest, StreamingChatResponseHandler> model) {
        if (started) {
            throw new BrokenStreamException(null);
        }
        var relay = new Relay(this);
        try {
            model.accept(request, relay);
            return relay.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LangChain4jException("interrupted while an answer was streamed", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            relay.close();
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof CancelledStreamException cancelled) {
            return cancelled;
        }
        if (started) {
            return new BrokenStreamException(cause);
        }
        return cause instanceof RuntimeException known ? known : new LangChain4jException(cause);
    }

    private void tellAtOnce(ChatResponse response) {
        var answer = response.aiMessage();
        if (answer.thinking() != null) {
            handler.onPartialThinking(new PartialThinking(answer.thinking()));
        }
        if (answer.text() != null) {
            handler.onPartialResponse(answer.text());
        }
        var tools = answer.toolExecutionRequests();
        for (var index = 0; index < tools.size(); index++) {
            handler.onCompleteToolCall(new CompleteToolCall(index, tools.get(index)));
        }
    }
}

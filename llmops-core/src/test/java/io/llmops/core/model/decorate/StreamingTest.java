package io.llmops.core.model.decorate;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static io.llmops.core.model.decorate.ScriptedModel.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StreamingTest {

    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void streamsThePiecesAndThenTheWhole() {
        twice().around(
                        streaming((attempt, handler) -> {
                            handler.onPartialResponse("fi");
                            handler.onPartialResponse("ne");
                            handler.onCompleteResponse(response("fine", 1, 1));
                        }),
                        Runnable::run)
                .chat(REQUEST, hearing());

        assertThat(heard).containsExactly("fi", "ne", "whole fine");
    }

    @Test
    void triesAgainBeforeTheFirstPiece() {
        twice().around(
                        streaming((attempt, handler) -> {
                            if (attempt == 1) {
                                handler.onError(new IllegalStateException("down"));
                            } else {
                                handler.onPartialResponse("fine");
                                handler.onCompleteResponse(response("fine", 1, 1));
                            }
                        }),
                        Runnable::run)
                .chat(REQUEST, hearing());

        assertThat(heard).containsExactly("fine", "whole fine");
    }

    @Test
    void neverTriesAgainAfterTheFirstPiece() {
        twice().around(
                        streaming((attempt, handler) -> {
                            handler.onPartialResponse("fi");
                            handler.onError(new IllegalStateException("down"));
                        }),
                        Runnable::run)
                .chat(REQUEST, hearing());

        assertThat(attempts).hasValue(1);
        assertThat(heard).containsExactly("fi", "error java.lang.IllegalStateException: down");
    }

    @Test
    void streamsAKnownAnswerInOnePiece() {
        Decorator known = decorator((call, next) -> response("known", 1, 1));

        Decorators.of(known)
                .around(streaming((attempt, handler) -> {}), Runnable::run)
                .chat(REQUEST, hearing());

        assertThat(attempts).hasValue(0);
        assertThat(heard).containsExactly("known", "whole known");
    }

    @Test
    void saysNothingMoreAfterItsReceiverCancelled() {
        twice().around(
                        streaming((attempt, handler) -> handler.onPartialResponse(
                                new PartialResponse("fi"), new PartialResponseContext(new StreamingHandle() {
                                    @Override
                                    public void cancel() {
                                        heard.add("provider told");
                                    }

                                    @Override
                                    public boolean isCancelled() {
                                        return false;
                                    }
                                }))),
                        Runnable::run)
                .chat(REQUEST, new StreamingChatResponseHandler() {
                    @Override
                    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
                        heard.add(part.text());
                        context.streamingHandle().cancel();
                    }

                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        heard.add("whole");
                    }

                    @Override
                    public void onError(Throwable error) {
                        heard.add("error");
                    }
                });

        assertThat(heard).containsExactly("fi", "provider told");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void dropsWhatAnAbandonedAttemptStillSays() {
        var late = new ArrayList<StreamingChatResponseHandler>();
        twice().around(
                        streaming((attempt, handler) -> {
                            late.add(handler);
                            if (attempt == 1) {
                                handler.onError(new IllegalStateException("down"));
                            } else {
                                late.get(0).onPartialResponse("late");
                                handler.onCompleteResponse(response("fine", 1, 1));
                            }
                        }),
                        Runnable::run)
                .chat(REQUEST, hearing());

        assertThat(heard).containsExactly("fine", "whole fine");
    }

    private static Decorators twice() {
        return Decorators.of(decorator((call, next) -> {
            try {
                return next.chat(call);
            } catch (IllegalStateException e) {
                return next.chat(call);
            }
        }));
    }

    private interface Doing {
        ChatResponse chat(ChatCall call, Next next);
    }

    private static Decorator decorator(Doing doing) {
        return new Decorator() {
            @Override
            public Layer layer() {
                return Layer.RETRY;
            }

            @Override
            public ChatResponse chat(ChatCall call, Next next) {
                return doing.chat(call, next);
            }
        };
    }

    private StreamingChatModel streaming(BiConsumer<Integer, StreamingChatResponseHandler> script) {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                script.accept(attempts.incrementAndGet(), handler);
            }
        };
    }

    private StreamingChatResponseHandler hearing() {
        return new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String part) {
                heard.add(part);
            }

            @Override
            public void onCompleteToolCall(CompleteToolCall call) {
                heard.add("tool " + call.index());
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                heard.add("whole " + response.aiMessage().text());
            }

            @Override
            public void onError(Throwable error) {
                heard.add("error " + error);
            }
        };
    }
}

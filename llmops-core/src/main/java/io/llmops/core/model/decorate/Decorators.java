package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * A stack of decorators, each at most once, in the order of their {@link Layer}s:
 *
 * <pre>{@code
 * ChatModel model = Decorators.of(ResponseCache.onDisk(folder), Retry.standard(), RateLimit.requestsPerMinute(500))
 *         .listener(CallListeners.slf4j())
 *         .around(openAi);
 * }</pre>
 *
 * <p>The decorated model hands through everything of the model it is around: default parameters, listeners, provider,
 * capabilities, tools, images, response formats, token usage. The model's own listeners hear of each attempt, since each
 * is a call. Set the provider's own retries to 0: retries have one owner.
 *
 * <p>A decorator may be in several stacks; they then share its state, as two models on one account share its rate limit.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class Decorators {

    private final List<Decorator> stack;
    private final CallListener listener;
    private final Timekeeper time;

    private Decorators(List<Decorator> stack, CallListener listener, Timekeeper time) {
        this.stack = stack;
        this.listener = listener;
        this.time = time;
    }

    /**
     * Returns a stack.
     *
     * @param decorators what is in it, in any order
     * @return the stack
     * @throws IllegalArgumentException if two belong in the same layer
     */
    public static Decorators of(Decorator... decorators) {
        var none = new Decorators(List.of(), CallListener.NONE, Timekeeper.system());
        for (var decorator : decorators) {
            none = none.with(decorator);
        }
        return none;
    }

    /**
     * Returns this stack with one more decorator.
     *
     * @param decorator what to add
     * @return the changed copy
     * @throws IllegalArgumentException if its layer is taken
     */
    public Decorators with(Decorator decorator) {
        Objects.requireNonNull(decorator, "decorator");
        for (var present : stack) {
            if (present.layer() == decorator.layer()) {
                throw new IllegalArgumentException("expected one decorator in layer " + decorator.layer() + ", found "
                        + present.getClass().getSimpleName() + " and "
                        + decorator.getClass().getSimpleName());
            }
        }
        var more = new ArrayList<>(stack);
        more.add(decorator);
        more.sort(Comparator.comparing(Decorator::layer));
        return new Decorators(List.copyOf(more), listener, time);
    }

    /**
     * Returns this stack with one more listener.
     *
     * @param added is told what happens to calls
     * @return the changed copy
     */
    public Decorators listener(CallListener added) {
        Objects.requireNonNull(added, "listener");
        return new Decorators(stack, listener.and(added), time);
    }

    /**
     * Returns this stack with another time, for what listeners are told.
     *
     * @param other tells the time
     * @return the changed copy
     */
    public Decorators time(Timekeeper other) {
        return new Decorators(stack, listener, Objects.requireNonNull(other, "time"));
    }

    /**
     * Returns a model with this stack around it.
     *
     * @param model the model
     * @return the decorated model
     */
    public ChatModel around(ChatModel model) {
        Objects.requireNonNull(model, "model");
        return Versions.KNOW_OPTIONS
                ? new DecoratedChatModelWithOptions(model, chain())
                : new DecoratedChatModel(model, chain());
    }

    /**
     * Returns a streaming model with this stack around it. A call runs on a thread of its own, a virtual one where there
     * are any, until the answer is complete. What was streamed cannot be taken back: after the first piece, nothing is
     * tried again. A known answer is streamed in one piece.
     *
     * @param model the model
     * @return the decorated model
     */
    public StreamingChatModel around(StreamingChatModel model) {
        return around(model, Threads.oneEach());
    }

    /**
     * Returns a streaming model with this stack around it, with calls running elsewhere.
     *
     * @param model the model
     * @param executor runs each call until its answer is complete
     * @return the decorated model
     */
    public StreamingChatModel around(StreamingChatModel model, Executor executor) {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(executor, "executor");
        return Versions.KNOW_OPTIONS
                ? new DecoratedStreamingChatModelWithOptions(model, chain(), executor)
                : new DecoratedStreamingChatModel(model, chain(), executor);
    }

    private Chain chain() {
        return new Chain(stack, Told.of(listener), time);
    }
}

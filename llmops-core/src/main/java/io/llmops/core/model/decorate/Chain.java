package io.llmops.core.model.decorate;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.List;

/** The decorators of one model, and who is told what they do. */
record Chain(List<Decorator> stack, CallListener listener, Timekeeper time) {

    ChatResponse run(ChatCall call, Next model) {
        var next = model;
        for (var layer = stack.size() - 1; layer >= 0; layer--) {
            next = below(stack.get(layer), next);
        }
        var id = CallEvent.CallId.of(call);
        var started = time.now();
        var start = time.nanos();
        try {
            var response = next.chat(call);
            listener.on(new CallEvent.Answered(id, started, since(start), told(response)));
            return response;
        } catch (RuntimeException | Error e) {
            listener.on(new CallEvent.Failed(id, started, since(start), e.getClass()));
            throw e;
        }
    }

    private static Next below(Decorator decorator, Next next) {
        return call -> decorator.chat(call, next);
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanos() - start);
    }

    // A model that misbehaves may return null or an answer without metadata: NullAway trusts its interface.
    @SuppressWarnings({"ConstantValue", "NullAway"})
    private static CallEvent.Answer told(ChatResponse response) {
        return response == null || response.metadata() == null
                ? new CallEvent.Answer(null, null, null)
                : new CallEvent.Answer(response.modelName(), response.finishReason(), response.tokenUsage());
    }
}

package io.llmops.core.model.decorate;

import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a call. No event holds a prompt, an answer or a secret. Immutable. */
public sealed interface CallEvent {

    /** {@return the call it happened to} */
    CallId call();

    /**
     * Whom a call asks.
     *
     * @param provider the provider's name as LangChain4j spells it, e.g. {@code OPEN_AI}; {@code OTHER} if not told
     * @param model the model's name, or empty if not told
     */
    record CallId(String provider, Optional<String> model) {

        /**
         * Returns whom a call asks.
         *
         * @param call the call
         * @return its provider and model
         */
        public static CallId of(ChatCall call) {
            var provider = call.provider();
            return new CallId(provider == null ? "OTHER" : provider.name(), call.modelName());
        }
    }

    /**
     * The stack returned an answer, from wherever.
     *
     * @param call the call
     * @param started when the caller asked
     * @param took from the question to the answer, waiting and retries included
     * @param answer what the model told of the answer
     */
    record Answered(CallId call, Instant started, Duration took, Answer answer) implements CallEvent {}

    /**
     * What is told of an answer, without the answer.
     *
     * @param model the model that answered, as it calls itself
     * @param finishReason why it stopped
     * @param tokens what it used
     */
    record Answer(
            @Nullable String model,
            @Nullable FinishReason finishReason,
            @Nullable TokenUsage tokens) {}

    /**
     * The stack threw.
     *
     * @param call the call
     * @param started when the caller asked
     * @param took from the question to the exception
     * @param error the class of what was thrown
     */
    record Failed(CallId call, Instant started, Duration took, Class<? extends Throwable> error) implements CallEvent {}

    /**
     * An attempt failed and another will be made.
     *
     * @param call the call
     * @param attempt the attempt that failed, from 1
     * @param delay how long until the next
     * @param error the class of what was thrown
     */
    record Retrying(CallId call, int attempt, Duration delay, Class<? extends Throwable> error) implements CallEvent {}

    /**
     * The call waited for a permit.
     *
     * @param call the call
     * @param took how long
     */
    record Waited(CallId call, Duration took) implements CallEvent {}

    /**
     * The endpoint said it is being asked too much, and fewer calls may now run at once.
     *
     * @param call the call that was told so
     * @param limit how many may run at once from now on
     */
    record Throttled(CallId call, int limit) implements CallEvent {}

    /**
     * The answer was known already, and the model was not asked.
     *
     * @param call the call
     * @param from where it was known, {@code cache} or {@code cassette}
     */
    record Known(CallId call, String from) implements CallEvent {}

    /**
     * The answer was not known, and the model is asked.
     *
     * @param call the call
     * @param from where it was not known, {@code cache} or {@code cassette}
     */
    record Unknown(CallId call, String from) implements CallEvent {}

    /**
     * The model was not asked, on purpose.
     *
     * @param call the call
     * @param why what refused it, e.g. {@code budget}
     */
    record Refused(CallId call, String why) implements CallEvent {}

    /**
     * A model failed and the next of the chain is asked.
     *
     * @param call the call
     * @param next which of the fallbacks, from 1
     * @param error the class of what was thrown
     */
    record FellBack(CallId call, int next, Class<? extends Throwable> error) implements CallEvent {}
}

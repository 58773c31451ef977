package io.llmops.samples.realmodel;

import dev.langchain4j.model.chat.ChatModel;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.model.decorate.Decorators;
import io.llmops.core.model.resilience.Budget;
import io.llmops.core.model.resilience.EndpointQuota;
import io.llmops.core.model.resilience.RateLimit;
import io.llmops.core.model.resilience.Retry;
import io.llmops.core.model.resilience.TimeLimit;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.eval.Evaluation;
import io.llmops.eval.metric.Scorers;
import io.llmops.eval.run.RunLog;
import java.nio.file.Path;
import java.time.Duration;

/** An evaluation whose every answer is paid for. */
public final class PaidRun {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
    private static final int AT_ONCE_AT_FIRST = 16;
    private static final int AT_ONCE = 32;

    private PaidRun() {}

    /**
     * Returns a client with care around it: what fails may be tried again, no more is asked at once than the endpoint
     * bears, nothing is asked beyond the budget, and a call that never ends is given up. The pauses suit an endpoint on this machine; leave
     * {@code backoff} out for one that isn't.
     *
     * @param client any
     * @param budget what may be spent
     * @param quota what the client's header watch heard
     * @param limit how long an answer may take; a little more than the client's own timeout, for when that fails
     * @return the decorated model; fit for production as well
     */
    public static ChatModel careful(ChatModel client, Budget budget, EndpointQuota quota, TimeLimit limit) {
        return Decorators.of(
                        Retry.standard().backoff(FIRST_PAUSE, LONGEST_PAUSE),
                        budget,
                        RateLimit.unlimited()
                                .adaptive(AT_ONCE_AT_FIRST, AT_ONCE)
                                .quota(quota),
                        limit)
                .around(client);
    }

    /**
     * Returns an evaluation of a model by itself, whose answers are logged as they come. Run again on the same log, it
     * asks only for what is missing.
     *
     * @param questions what to ask, with the right answers
     * @param model the decorated model
     * @param log the file of the log
     * @param limit how long a question may take, with all its attempts and pauses
     * @return the evaluation
     */
    public static Evaluation<String, String, String> of(
            Dataset<String, String> questions, ChatModel model, Path log, Duration limit) {
        return Evaluation.of(
                        questions, Pipeline.of("ask", ChatModelAdapter.of(model).forText()))
                .metrics(Scorers.exactMatch())
                .log(RunLog.at(log), String.class)
                .concurrency(AT_ONCE)
                .exampleDeadline(limit);
    }
}

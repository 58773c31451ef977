package io.llmops.samples.peers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.evaluation.RelevancyEvaluator;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.chat.prompt.PromptTemplate;
import org.springframework.ai.document.Document;
import org.springframework.ai.evaluation.EvaluationRequest;
import org.springframework.ai.evaluation.EvaluationResponse;

/** Spring AI's evaluator, with our prompt, in a loop: it brings no runner. */
final class SpringJudge {

    private final LongAdder read = new LongAdder();
    private final RelevancyEvaluator evaluator = RelevancyEvaluator.builder()
            .chatClientBuilder(ChatClient.builder(new Yes(read)))
            .promptTemplate(
                    new PromptTemplate(Grounded.PROMPT.replace("{{", "{").replace("}}", "}")))
            .build();

    /** Returns the share of answers that pass. */
    double judge(List<Grounded> answers) {
        return (double) answers.stream()
                        .map(this::judge)
                        .filter(EvaluationResponse::isPass)
                        .count()
                / answers.size();
    }

    private EvaluationResponse judge(Grounded one) {
        var documents = List.of(new Document(one.id(), one.passage(), Map.of()));
        return evaluator.evaluate(new EvaluationRequest(one.question(), documents, one.answer()));
    }

    /** Returns how many characters its model was shown. */
    long read() {
        return read.sum();
    }

    private record Yes(LongAdder read) implements ChatModel {

        @Override
        public ChatResponse call(Prompt prompt) {
            read.add(prompt.getUserMessage().getText().length());
            return new ChatResponse(List.of(new Generation(new AssistantMessage("YES"))));
        }
    }
}

package io.llmops.samples.regression;

import dev.langchain4j.model.chat.ChatModel;
import io.llmops.core.model.ChatModelAdapter;
import io.llmops.core.pipeline.Pipeline;
import io.llmops.core.prompt.AnswerParsers;
import io.llmops.core.prompt.PromptTemplate;
import io.llmops.preprocess.TextCleaner;
import java.util.List;

/** The help desk of an internet provider: what does a message want? Safe for use by many threads. */
public final class HelpDesk {

    /** What a message may want. */
    public static final List<String> INTENTS = List.of(
            "outage", "slow_connection", "billing", "move_house", "cancel", "equipment", "appointment", "other");

    private HelpDesk() {}

    /** {@return what the model is asked; the labels are filled in, the text is not} */
    public static PromptTemplate prompt() {
        return PromptTemplate.load("classpath:help-desk.md").with("labels", String.join(", ", INTENTS));
    }

    /**
     * Returns the pipeline that goes to production.
     *
     * @param model answers the prompt
     * @return from a message to its intent; abstains where the answer names none, or several
     */
    public static Pipeline<String, String> router(ChatModel model) {
        return Pipeline.of("clean", TextCleaner.standard())
                .then("prompt", prompt().bind("text"))
                .then("ask", ChatModelAdapter.of(model).with("model", "small-1"))
                .thenMaybe("label", AnswerParsers.oneOf(INTENTS));
    }
}

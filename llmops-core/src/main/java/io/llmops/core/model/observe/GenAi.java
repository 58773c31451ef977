package io.llmops.core.model.observe;

import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.model.decorate.CallEvent;
import java.util.Locale;
import java.util.Map;

/** The names of OpenTelemetry's semantic conventions for generative AI. */
final class GenAi {

    static final String DURATION = "gen_ai.client.operation.duration";
    static final String TOKENS = "gen_ai.client.token.usage";
    static final String OPERATION = "gen_ai.operation.name";
    static final String CHAT = "chat";
    static final String PROVIDER = "gen_ai.provider.name";
    static final String REQUEST_MODEL = "gen_ai.request.model";
    static final String RESPONSE_MODEL = "gen_ai.response.model";
    static final String FINISH_REASONS = "gen_ai.response.finish_reasons";
    static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
    static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    static final String TOKEN_TYPE = "gen_ai.token.type";
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String ERROR = "error.type";

    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("OPEN_AI", "openai"),
            Map.entry("AZURE_OPEN_AI", "azure.ai.openai"),
            Map.entry("MICROSOFT_FOUNDRY", "azure.ai.inference"),
            Map.entry("GITHUB_MODELS", "azure.ai.inference"),
            Map.entry("AMAZON_BEDROCK", "aws.bedrock"),
            Map.entry("GOOGLE_AI_GEMINI", "gcp.gemini"),
            Map.entry("GOOGLE_GENAI", "gcp.gen_ai"),
            Map.entry("GOOGLE_VERTEX_AI_GEMINI", "gcp.vertex_ai"),
            Map.entry("GOOGLE_VERTEX_AI_ANTHROPIC", "gcp.vertex_ai"),
            Map.entry("WATSONX", "ibm.watsonx.ai"));

    private GenAi() {}

    /** The finish reasons of the conventions' messages: stop, length, content_filter, tool_call; else LangChain4j's. */
    static String finishReason(FinishReason reason) {
        return reason == FinishReason.TOOL_EXECUTION
                ? "tool_call"
                : reason.name().toLowerCase(Locale.ROOT);
    }

    static String provider(CallEvent event) {
        var name = event.call().provider();
        return PROVIDERS.getOrDefault(name, name.toLowerCase(Locale.ROOT));
    }
}

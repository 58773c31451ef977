package io.llmops.core.model.cache;

import static io.llmops.core.model.decorate.ScriptedModel.REQUEST;
import static io.llmops.core.model.decorate.ScriptedModel.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.model.decorate.ScriptedModel;
import io.llmops.core.model.decorate.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCacheTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksOnceForTheSameThing(boolean onDisk) {
        var inner = ScriptedModel.answering("fine", "again");
        var model = cache(onDisk).around(inner);

        var first = model.chat(REQUEST);
        var second = model.chat(ask("How are you?"));

        assertThat(second).isEqualTo(first);
        assertThat(second.tokenUsage().totalTokenCount()).isEqualTo(15);
        assertThat(inner.calls()).isEqualTo(1);
    }

    @Test
    void asksAgainForWhateverDiffers() {
        var base = ChatRequest.builder().messages(SystemMessage.from("Be brief."), UserMessage.from("Hi"));
        var requests = new ArrayList<ChatRequest>();
        requests.add(base.build());
        requests.add(ask("Hi"));
        requests.add(ask("Hi "));
        requests.add(ask("\uD83D\uDE00"));
        requests.add(ask("\uD83D"));
        requests.add(ask("\uDE00"));
        requests.add(ask("?"));
        requests.add(
                ChatRequest.builder().messages(UserMessage.from("ann", "Hi")).build());
        requests.add(image("AAAA"));
        requests.add(image("AAAB"));
        requests.add(with(ChatRequestParameters.builder().modelName("other").build()));
        requests.add(with(ChatRequestParameters.builder().temperature(0.5).build()));
        requests.add(with(ChatRequestParameters.builder().maxOutputTokens(5).build()));
        requests.add(
                with(ChatRequestParameters.builder().stopSequences("a", "b").build()));
        requests.add(
                with(ChatRequestParameters.builder().stopSequences("b", "a").build()));
        requests.add(with(tool("search", "a")));
        requests.add(with(tool("search", "b")));
        requests.add(
                with(format(JsonObjectSchema.builder().addStringProperty("a").build())));
        requests.add(
                with(format(JsonObjectSchema.builder().addIntegerProperty("a").build())));
        requests.add(with(ChatRequestParameters.builder()
                .responseFormat(ResponseFormat.JSON)
                .build()));
        var inner = ScriptedModel.answering("fine");
        var model = ResponseCache.inMemory().around(inner);

        for (var round = 0; round < 2; round++) {
            requests.forEach(model::chat);
        }
        assertThat(inner.calls()).isEqualTo(requests.size());

        Repeat.of(1, () -> model.chat(REQUEST));
        Repeat.of(2, () -> model.chat(REQUEST));
        Repeat.of(2, () -> model.chat(REQUEST));
        assertThat(inner.calls()).as("one for each repetition").isEqualTo(requests.size() + 2);
    }

    @Test
    void takesDefaultsForWhatTheRequestLeavesOpen() {
        var cache = ResponseCache.inMemory();
        var inner = ScriptedModel.named("small").answers("s");
        cache.around(inner).chat(REQUEST);

        cache.around(inner)
                .chat(with(
                        REQUEST,
                        ChatRequestParameters.builder().modelName("small").build()));

        assertThat(inner.calls()).isEqualTo(1);
        assertThat(cache.around(ScriptedModel.named("large").answers("l")).chat("How are you?"))
                .isEqualTo("l");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverStoresErrorsRefusalsOrNothing(boolean onDisk) {
        var inner = ScriptedModel.failing(new IllegalStateException("down"))
                .does(request -> answer(AiMessage.from("I can't"), FinishReason.CONTENT_FILTER))
                .does(request -> answer(AiMessage.from("  "), FinishReason.STOP))
                .answers("fine");
        var model = cache(onDisk).around(inner);

        assertThatThrownBy(() -> model.chat(REQUEST)).hasMessage("down");
        model.chat(REQUEST);
        model.chat(REQUEST);
        assertThat(model.chat("How are you?")).isEqualTo("fine");
        assertThat(model.chat("How are you?")).isEqualTo("fine");
        assertThat(inner.calls()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forgetsWhatIsTooOld(boolean onDisk) {
        var time = new VirtualTime();
        var inner = ScriptedModel.answering("old", "new");
        var model = cache(onDisk).timeToLive(Duration.ofHours(1)).time(time).around(inner);

        assertThat(model.chat("hello")).isEqualTo("old");
        time.pass(Duration.ofHours(1));
        assertThat(model.chat("hello")).isEqualTo("old");
        time.pass(Duration.ofNanos(1));
        assertThat(model.chat("hello")).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsNoMoreThanItMay(boolean onDisk) throws IOException {
        var inner = ScriptedModel.answering("fine");
        var model = cache(onDisk).mostEntries(5).around(inner);

        for (var question = 0; question < 40; question++) {
            model.chat("question " + question);
        }

        if (onDisk) {
            assertThat(files()).hasSize(5);
        } else {
            model.chat("question 39");
            model.chat("question 35");
            assertThat(inner.calls()).isEqualTo(40);
            model.chat("question 34");
            assertThat(inner.calls()).isEqualTo(41);
        }
    }

    @Test
    void keepsAnswersOnDiskWholeAndReadable() throws IOException {
        var tool = ToolExecutionRequest.builder()
                .id("7")
                .name("search")
                .arguments("{\"q\":\"\uD83D\"}")
                .build();
        var answer = answer(
                AiMessage.builder()
                        .text("Let me look. \uD83D\uDE00\u2028 \uD800")
                        .thinking("hm")
                        .toolExecutionRequests(List.of(tool))
                        .build(),
                FinishReason.TOOL_EXECUTION);
        ResponseCache.onDisk(folder)
                .around(ScriptedModel.named("m").does(request -> answer))
                .chat(ChatRequest.builder()
                        .messages(UserMessage.from("Where?"), ToolExecutionResultMessage.from("6", "look", "nothing"))
                        .build());

        var inner = ScriptedModel.answering("never");
        var known = ResponseCache.onDisk(folder)
                .around(ScriptedModel.named("m").does(request -> inner.chat(request)))
                .chat(ChatRequest.builder()
                        .messages(UserMessage.from("Where?"), ToolExecutionResultMessage.from("6", "look", "nothing"))
                        .build());

        assertThat(known).isEqualTo(answer);
        assertThat(inner.calls()).isZero();
        assertThat(Files.readString(files().get(0)))
                .contains("\"format\" : \"llmops-cache/1\"")
                .contains("\"text\" : \"Where?\"")
                .contains("\\ud800");
    }

    @Test
    void asksAgainWhenAFileIsBroken() throws IOException {
        var inner = ScriptedModel.answering("fine", "again");
        var model = ResponseCache.onDisk(folder).around(inner);
        model.chat("hello");
        for (var broken : List.of("", "{", "[]", "{\"format\":\"llmops-cache/1\"}", "null")) {
            Files.writeString(files().get(0), broken);
            assertThat(model.chat("hello")).isEqualTo("again");
        }
        var whole = Files.readString(files().get(0));
        Files.writeString(files().get(0), whole.replace("\"AI\"", "\"SYSTEM\""));
        assertThat(model.chat("hello")).isEqualTo("again");
        assertThat(inner.calls()).isEqualTo(7);
    }

    @Test
    void givesTheAnswerEvenIfItCannotBeStored() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(ResponseCache.onDisk(blocked)
                        .around(ScriptedModel.answering("fine"))
                        .chat("hello"))
                .isEqualTo("fine");
    }

    @Test
    void asksOnceWhenManyAskAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var inner = ScriptedModel.named("m").does(request -> {
            asked.countDown();
            await(release);
            return ScriptedModel.response("fine", 1, 1);
        });
        var model = ResponseCache.inMemory().around(inner);
        var pool = Executors.newFixedThreadPool(16);
        var answers = new ArrayList<Future<String>>();
        for (var call = 0; call < 64; call++) {
            answers.add(pool.submit(() -> model.chat("hello")));
        }
        await(asked);
        release.countDown();
        for (var answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("fine");
        }
        pool.shutdown();

        assertThat(inner.calls()).isEqualTo(1);
    }

    @Test
    void isSafeForSeveralCachesOnOneFolder() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var results = new ArrayList<Future<String>>();
        for (var worker = 0; worker < 8; worker++) {
            var model = ResponseCache.onDisk(folder)
                    .mostEntries(30)
                    .around(ScriptedModel.named("m")
                            .does(request -> ScriptedModel.response(
                                    ((UserMessage) request.messages().get(0)).singleText() + "!", 1, 1)));
            for (var question = 0; question < 200; question++) {
                var text = "q" + question % 50;
                results.add(pool.submit(() -> text + model.chat(text)));
            }
        }
        var seen = new HashSet<String>();
        for (var result : results) {
            seen.add(result.get(60, TimeUnit.SECONDS));
        }
        pool.shutdown();

        assertThat(seen).hasSize(50).allMatch(it -> it.matches("(q\\d+)\\1!"));
        assertThat(files()).hasSizeBetween(20, 60);
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void keepsNamespacesApart() {
        var inner = ScriptedModel.answering("a", "b");

        assertThat(ResponseCache.onDisk(folder).namespace("test").around(inner).chat("hello"))
                .isEqualTo("a");
        assertThat(ResponseCache.onDisk(folder).namespace("live").around(inner).chat("hello"))
                .isEqualTo("b");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> ResponseCache.inMemory().mostEntries(0))
                .hasMessage("expected room for 1 answer or more, found 0");
        assertThatThrownBy(() -> ResponseCache.inMemory().timeToLive(Duration.ofSeconds(-1)))
                .hasMessage("expected a time of 0 or more, found PT-1S");
    }

    private ResponseCache cache(boolean onDisk) {
        return onDisk ? ResponseCache.onDisk(folder) : ResponseCache.inMemory();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".json")).toList();
        }
    }

    private static ChatResponse answer(AiMessage message, FinishReason reason) {
        return ChatResponse.builder().aiMessage(message).finishReason(reason).build();
    }

    private static ChatRequest image(String base64) {
        return ChatRequest.builder()
                .messages(UserMessage.from(TextContent.from("What?"), ImageContent.from(base64, "image/png")))
                .build();
    }

    private static ChatRequest with(ChatRequestParameters parameters) {
        return with(REQUEST, parameters);
    }

    private static ChatRequest with(ChatRequest request, ChatRequestParameters parameters) {
        return ChatRequest.builder()
                .messages(request.messages())
                .parameters(parameters)
                .build();
    }

    private static ChatRequestParameters tool(String name, String description) {
        return ChatRequestParameters.builder()
                .toolSpecifications(ToolSpecification.builder()
                        .name(name)
                        .description(description)
                        .build())
                .build();
    }

    private static ChatRequestParameters format(JsonObjectSchema schema) {
        return ChatRequestParameters.builder()
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("s")
                                .rootElement(schema)
                                .build())
                        .build())
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

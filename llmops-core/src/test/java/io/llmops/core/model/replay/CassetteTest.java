package io.llmops.core.model.replay;

import static io.llmops.core.model.decorate.ScriptedModel.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.Repeat;
import io.llmops.core.model.decorate.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CassetteTest {

    private static final String KEY = "sk-proj-0123456789abcdefABCDEF";

    @TempDir
    private Path folder;

    @Test
    void replaysWhatItRecorded() {
        var live = ScriptedModel.answering("fine");
        var recorded = recording(live).chat(ask("How are you?"));

        var replayed = replaying(ScriptedModel.failing(new IllegalStateException("asked")))
                .chat(ask("How are you?"));

        assertThat(replayed).isEqualTo(recorded);
    }

    @Test
    void recordsOverWhatThereIs() {
        var live = ScriptedModel.answering("first", "second");
        recording(live).chat("hello");
        recording(live).chat("hello");

        assertThat(replaying(live).chat("hello")).isEqualTo("second");
        assertThat(live.calls()).isEqualTo(2);
    }

    @Test
    void passesEverythingThroughWhenLive() throws IOException {
        var live = ScriptedModel.answering("first", "second");
        var model = Cassette.in(folder).mode(ReplayMode.LIVE).around(live);

        assertThat(model.chat("hello")).isEqualTo("first");
        assertThat(model.chat("hello")).isEqualTo("second");
        assertThat(files()).isEmpty();
    }

    @Test
    void recordsWhatIsMissingWhenItMay() {
        var live = ScriptedModel.answering("first", "second");
        var model = Cassette.in(folder).mode(ReplayMode.REPLAY).around(live);

        assertThat(model.chat("hello")).isEqualTo("first");
        assertThat(model.chat("hello")).isEqualTo("first");
    }

    @Test
    void keepsRepetitionsApart() {
        var live = ScriptedModel.answering("a", "b", "c");
        for (var repeat = 0; repeat < 3; repeat++) {
            Repeat.of(repeat, () -> recording(live).chat("hello"));
        }

        assertThat(Repeat.<String>of(2, () -> replaying(live).chat("hello"))).isEqualTo("c");
        assertThat(replaying(live).chat("hello")).isEqualTo("a");
    }

    @Test
    void showsInWhatTheNearestRecordingDiffers() {
        var live = ScriptedModel.answering("fine");
        recording(live).chat("Classify: my card was stolen yesterday in Rome and I need a new one");
        recording(live).chat("something else entirely");
        var asked = ChatRequest.builder()
                .messages(ask("Classify: my card was stolen yesterday in Oslo and I need a new one")
                        .messages())
                .parameters(ChatRequestParameters.builder().temperature(0.7).build())
                .build();

        assertThatExceptionOfType(MissingRecordingException.class)
                .isThrownBy(() -> replaying(live).chat(asked))
                .withMessageContaining("expected a recorded answer, found none; the nearest, ")
                .withMessageContaining("-Dllmops.cassette=record")
                .satisfies(missing -> assertThat(missing.differences())
                        .containsExactly(
                                "messages[0].contents[0].text: recorded \"… card was stolen yesterday in Rome and I need"
                                        + " a new one\", asked \"… card was stolen yesterday in Oslo and I need a new one\"",
                                "parameters.temperature: recorded \"0.0\", asked \"0.7\""));
        assertThat(live.calls()).isEqualTo(2);
    }

    @Test
    void boundsWhatItShowsOfHostileText() {
        recording(ScriptedModel.answering("fine")).chat("a".repeat(100_000));

        assertThatThrownBy(() -> replaying(ScriptedModel.answering("x")).chat("b\n\u0007\uD800" + "c".repeat(100_000)))
                .isInstanceOf(MissingRecordingException.class)
                .satisfies(missing ->
                        assertThat(missing.getMessage()).hasSizeLessThan(1_000).contains("\\u000a\\u0007\\ud800"));
    }

    @Test
    void saysWhenNothingIsRecorded() {
        assertThatThrownBy(() -> replaying(ScriptedModel.answering("x")).chat("hello"))
                .isInstanceOf(MissingRecordingException.class)
                .hasMessageContaining("found none; nothing is recorded there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my key is " + KEY,
                "Authorization: Bearer abcdefgh12345678",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
                "AKIAABCDEFGHIJKLMNOP",
                "AIzaSyA0123456789abcdefghijklmnopqrstuv",
                "ghp_0123456789abcdefghijABCDEFGHIJ012345",
                "xoxb-123456789012-abcdefghij",
                "postgres://me:hunter2pw@db/x",
                "password=correcthorse",
                "{\"api_key\": \"abcdef123456\"}",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----"
            })
    void neverWritesASecretDown(String text) throws IOException {
        var live = ScriptedModel.answering("You said: " + text);

        assertThat(recording(live).chat(text))
                .as("the caller gets the answer as it is")
                .endsWith(text);

        var written = Files.readString(files().get(0));
        assertThat(written).contains("[redacted]");
        for (var secret : List.of(
                KEY,
                "abcdefgh12345678",
                "c2lnbmF0dXJl",
                "ABCDEFGHIJKLMNOP",
                "0123456789abcdefghij",
                "hunter2pw",
                "correcthorse",
                "abcdef123456",
                "MIIEow",
                "123456789012-abcdefghij")) {
            assertThat(written).doesNotContain(secret);
        }
        assertThat(replaying(live).chat(text)).contains("[redacted]");
    }

    @Test
    void masksTheSecretsItIsTold() throws IOException {
        var redaction = Redaction.standard().secret("s3cr").pattern(Pattern.compile("\\d{3}-\\d{4}"));
        var live = ScriptedModel.answering("call 555-1234");
        Cassette.in(folder)
                .mode(ReplayMode.RECORD)
                .redaction(redaction)
                .around(live)
                .chat("it is s3cr");

        assertThat(Files.readString(files().get(0)))
                .doesNotContain("s3cr", "555-1234")
                .contains("call [redacted]");
        assertThatThrownBy(() -> Redaction.standard().secret("abc"))
                .hasMessage("expected a secret of 4 characters or more, found 3");
    }

    @Test
    void leavesOrdinaryTextAndParametersAlone() throws IOException {
        var request = ChatRequest.builder()
                .messages(ask("The secret of a good task-force is a password manager; skating is fun.")
                        .messages())
                .parameters(ChatRequestParameters.builder().maxOutputTokens(77).build())
                .build();
        recording(ScriptedModel.answering("tokens: 12")).chat(request);

        assertThat(Files.readString(files().get(0)))
                .doesNotContain("[redacted]")
                .contains("\"maxOutputTokens\" : 77");
    }

    @Test
    void writesTheSameBytesForTheSameRecording() throws IOException {
        recording(ScriptedModel.answering("fine")).chat("hello");
        var first = Files.readString(files().get(0));
        recording(ScriptedModel.answering("fine")).chat("hello");

        assertThat(files()).hasSize(1);
        assertThat(first).isEqualTo(Files.readString(files().get(0))).isEqualTo("""
                {
                  "format" : "llmops-cassette/1",
                  "request" : {
                    "messages" : [ {
                      "contents" : [ {
                        "text" : "hello",
                        "type" : "TEXT"
                      } ],
                      "type" : "USER"
                    } ],
                    "parameters" : {
                      "modelName" : "scripted-1",
                      "temperature" : 0.0
                    },
                    "provider" : "OTHER"
                  },
                  "response" : {
                    "finishReason" : "STOP",
                    "id" : "id-fine",
                    "message" : {
                      "attributes" : { },
                      "text" : "fine",
                      "toolExecutionRequests" : [ ],
                      "type" : "AI"
                    },
                    "model" : "scripted-1-0102",
                    "tokens" : {
                      "input" : 12,
                      "output" : 3,
                      "total" : 15
                    }
                  }
                }
                """);
    }

    @Test
    void saysWhichFileIsBroken() throws IOException {
        recording(ScriptedModel.answering("fine")).chat("hello");
        var file = files().get(0);

        Files.writeString(file, "{");
        assertThatThrownBy(() -> replaying(ScriptedModel.answering("x")).chat("hello"))
                .isInstanceOf(LlmopsException.class)
                .hasMessage(file + ": expected JSON, found something else");
        Files.writeString(file, "{\"format\": \"llmops-cassette/1\", \"response\": {}}");
        assertThatThrownBy(() -> replaying(ScriptedModel.answering("x")).chat("hello"))
                .isInstanceOf(LlmopsException.class)
                .hasMessageStartingWith(file + ": expected an answer in JSON, found something else");
    }

    @Test
    void takesItsModeFromOneProperty() {
        assertThat(ReplayMode.configured("", Map.of())).isEqualTo(ReplayMode.REPLAY);
        assertThat(ReplayMode.configured("", Map.of("CI", "true"))).isEqualTo(ReplayMode.REPLAY_ELSE_FAIL);
        assertThat(ReplayMode.configured("", Map.of("CI", "false"))).isEqualTo(ReplayMode.REPLAY);
        assertThat(ReplayMode.configured("record", Map.of("CI", "true"))).isEqualTo(ReplayMode.RECORD);
        assertThat(ReplayMode.configured(" Replay-Else-Fail ", Map.of())).isEqualTo(ReplayMode.REPLAY_ELSE_FAIL);
        assertThat(ReplayMode.configured("live", Map.of())).isEqualTo(ReplayMode.LIVE);
        assertThatThrownBy(() -> ReplayMode.configured("rewind", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected the system property llmops.cassette to be one of [live, record, replay, "
                        + "replay-else-fail], found another value");
    }

    private ChatModel recording(ChatModel model) {
        return Cassette.in(folder).mode(ReplayMode.RECORD).around(model);
    }

    private ChatModel replaying(ChatModel model) {
        return Cassette.in(folder).mode(ReplayMode.REPLAY_ELSE_FAIL).around(model);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}

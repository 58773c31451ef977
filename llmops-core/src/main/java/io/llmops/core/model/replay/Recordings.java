package io.llmops.core.model.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.ChatJson;
import io.llmops.core.model.decorate.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a cassette: one for each request, named by its fingerprint. */
record Recordings(Path folder) {

    private static final String FORMAT = "llmops-cassette/1";
    private static final int NAME = 24;
    private static final int MOST_COMPARED = 5_000;

    Path path(JsonNode request) {
        return folder.resolve(ChatJson.fingerprint(request).sha256().substring(0, NAME) + ".json");
    }

    Optional<ChatResponse> find(JsonNode request) {
        var path = path(request);
        return new JsonFile(path).read().map(json -> {
            if (!json.path("format").asText().equals(FORMAT)) {
                throw new LlmopsException(path + ": expected a recording of format " + FORMAT + ", found another file");
            }
            try {
                return ChatJson.response(json.path("response"));
            } catch (LlmopsException e) {
                throw new LlmopsException(path + ": " + e.getMessage(), e);
            }
        });
    }

    void write(JsonNode request, JsonNode response) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.set("request", request);
        json.set("response", response);
        new JsonFile(path(request)).write(json);
    }

    MissingRecordingException missing(JsonNode request) {
        var nearest = "";
        var least = Double.MAX_VALUE;
        List<String> lines = List.of();
        for (var path : paths()) {
            var recorded = request(path);
            if (recorded.isPresent()) {
                var differences = Differences.between(recorded.get(), request);
                if (differences.distance() < least) {
                    least = differences.distance();
                    nearest = "the nearest, " + path.getFileName() + ", differs in";
                    lines = differences.lines();
                }
            }
        }
        return new MissingRecordingException(
                path(request), nearest.isEmpty() ? "nothing is recorded there" : nearest, lines);
    }

    private List<Path> paths() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .limit(MOST_COMPARED)
                    .toList();
        } catch (IOException e) {
            throw new LlmopsException(folder + ": expected a folder of recordings, found one that can't be listed", e);
        }
    }

    private static Optional<JsonNode> request(Path path) {
        try {
            return new JsonFile(path).read().map(json -> json.path("request")).filter(JsonNode::isObject);
        } catch (LlmopsException e) {
            return Optional.empty();
        }
    }
}

package io.llmops.core.model.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.llmops.core.LlmopsException;
import io.llmops.core.model.decorate.ChatJson;
import io.llmops.core.model.decorate.JsonFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers in a folder, one file each, the oldest of which go when there are too many. Other processes may use the
 * same folder: files come and go whole, and one that can't be read is an answer that isn't known.
 */
final class FolderStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);
    private static final String FORMAT = "llmops-cache/1";
    private static final int LOOKS_A_FILLING = 10;

    private final Path folder;
    private final int most;
    private int untilLook;

    private record Found(Path path, FileTime written) {}

    FolderStore(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    @Override
    public Optional<Entry> get(String key) {
        var file = file(key);
        try {
            return file.read()
                    .filter(json -> json.path("format").asText().equals(FORMAT)
                            && json.path("key").asText().equals(key))
                    .map(json -> new Entry(
                            ChatJson.response(json.path("response")),
                            Instant.parse(json.path("stored").asText())));
        } catch (LlmopsException | DateTimeException e) {
            LOG.warn("{}: expected a cached answer, found none that can be read; it is asked for again", file.path());
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, JsonNode request, Entry entry) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("key", key);
        json.put("stored", entry.stored().toString());
        json.set("request", request);
        json.set("response", ChatJson.response(entry.response()));
        try {
            file(key).write(json);
        } catch (LlmopsException e) {
            LOG.warn("{}; the answer was not cached", e.getMessage());
        }
        makeRoom();
    }

    private JsonFile file(String key) {
        return new JsonFile(folder.resolve(key.substring(0, 2)).resolve(key + ".json"));
    }

    private synchronized void makeRoom() {
        if (--untilLook > 0) {
            return;
        }
        var found = new ArrayList<Found>();
        for (var shelf : list(folder)) {
            for (var path : list(shelf)) {
                if (path.toString().endsWith(".json")) {
                    found.add(new Found(path, written(path)));
                }
            }
        }
        found.sort(Comparator.comparing(Found::written).thenComparing(Found::path));
        for (var eldest : found.subList(0, Math.max(0, found.size() - most))) {
            delete(eldest.path());
        }
        untilLook = Math.max(1, Math.min(most / LOOKS_A_FILLING, most - found.size()));
    }

    /** What is in a folder; nothing if it is none. Other processes may be deleting it meanwhile. */
    private static List<Path> list(Path folder) {
        var files = folder.toFile().listFiles();
        return files == null
                ? List.of()
                : Arrays.stream(files).map(File::toPath).toList();
    }

    private static FileTime written(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{}: expected to delete an old answer, found that it can't be deleted", path);
        }
    }
}

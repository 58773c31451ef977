package io.llmops.core.model.decorate;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file with one JSON value, which is there whole or not at all whoever reads or writes it meanwhile, in this process or
 * another. Immutable.
 *
 * @param path where it is
 */
public record JsonFile(Path path) {

    /**
     * Reads the value.
     *
     * @return the value, or empty if there is no such file
     * @throws LlmopsException if it can't be read or isn't JSON
     */
    public Optional<JsonNode> read() {
        try {
            return Optional.of(ChatJson.parse(Files.readString(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LlmopsException(path + ": expected a JSON file, found one that can't be read", e);
        } catch (LlmopsException e) {
            throw new LlmopsException(path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the value to a file beside it, readable by its owner alone, and puts that in its place.
     *
     * @param json the value
     * @throws LlmopsException if it can't be written
     */
    public void write(JsonNode json) {
        try {
            var folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, "writing-", ".tmp");
            try {
                Files.writeString(beside, ChatJson.readable(json));
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new LlmopsException(path + ": expected to write a file, found that it can't be written", e);
        }
    }
}

package io.llmops.core.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a template, and what error messages call its origin. */
record PromptSource(String name, String text) {

    private static final String CLASS_PATH = "classpath:";
    private static final int MOST_BYTES = 1 << 22;

    static PromptSource read(String location) {
        return location.startsWith(CLASS_PATH)
                ? resource(location, location.substring(CLASS_PATH.length()))
                : read(Path.of(location));
    }

    static PromptSource read(Path file) {
        var name = file.toString();
        if (Files.isDirectory(file)) {
            throw new PromptException(name, 0, "expected a file, found a folder");
        }
        try (var stream = Files.newInputStream(file)) {
            return read(stream, name);
        } catch (NoSuchFileException e) {
            throw new PromptException(name, "no such file", e);
        } catch (IOException e) {
            throw new PromptException(name, "expected a readable file, found " + e, e);
        }
    }

    private static PromptSource resource(String name, String resource) {
        var absolute = resource.startsWith("/") ? resource.substring(1) : resource;
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader == null ? null : loader.getResourceAsStream(absolute);
                var own = stream != null ? null : PromptSource.class.getResourceAsStream("/" + absolute)) {
            var found = stream != null ? stream : own;
            if (found == null) {
                throw new PromptException(name, 0, "no such resource on the class path");
            }
            return read(found, name);
        } catch (IOException e) {
            throw new PromptException(name, "expected a readable resource, found " + e, e);
        }
    }

    private static PromptSource read(InputStream stream, String name) throws IOException {
        var bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new PromptException(
                    name, 0, "expected a template of " + MOST_BYTES + " bytes at most, found a longer one");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new PromptSource(name, text.toString());
        } catch (CharacterCodingException e) {
            throw new PromptException(name, "expected UTF-8, found bytes that are none", e);
        }
    }

    /** The last part of the name, without folders and endings. */
    String bareName() {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var dot = last.indexOf('.', 1);
        return dot < 0 ? last : last.substring(0, dot);
    }
}

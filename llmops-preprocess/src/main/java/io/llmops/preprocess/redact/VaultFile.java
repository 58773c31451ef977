package io.llmops.preprocess.redact;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A vault as JSON. */
final class VaultFile {

    private static final String FORMAT = "llmops-vault/1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PSEUDONYM = Pattern.compile("<[A-Z][A-Z0-9_]{0,39}_[1-9][0-9]{0,8}>");

    private VaultFile() {}

    /** The file's fields; any may be missing from a file that is not ours. */
    record Content(@Nullable String format, @Nullable LinkedHashMap<String, @Nullable String> pseudonyms) {}

    static void write(Path file, Map<String, String> pseudonyms) {
        try {
            var folder = file.toAbsolutePath().getParent();
            var draft = Files.createTempFile(folder, ".vault", ".json");
            try {
                allowOwnerAlone(draft);
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValue(draft.toFile(), new Content(FORMAT, new LinkedHashMap<>(pseudonyms)));
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new LlmopsException("cannot write the vault to " + file, e);
        }
    }

    private static void allowOwnerAlone(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @SuppressWarnings("UnusedException") // Jackson's message and source would show what the file holds
    static Map<String, String> read(Path file) {
        try {
            return checked(file, JSON.readValue(file.toFile(), Content.class));
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new LlmopsException(file + ":" + line + ": expected a vault as JSON");
        } catch (IOException e) {
            throw new LlmopsException("cannot read the vault from " + file, e);
        }
    }

    private static Map<String, String> checked(Path file, @Nullable Content content) {
        if (content == null || !FORMAT.equals(content.format()) || content.pseudonyms() == null) {
            throw new LlmopsException(file + ": expected a vault of format " + FORMAT);
        }
        var number = 0;
        var checked = new LinkedHashMap<String, String>();
        for (var entry : content.pseudonyms().entrySet()) {
            number++;
            var characters = entry.getValue();
            if (characters == null || !PSEUDONYM.matcher(entry.getKey()).matches()) {
                throw new LlmopsException(file + ": expected a pseudonym such as <PERSON_1> and what it stands for,"
                        + " found something else as entry " + number);
            }
            checked.put(entry.getKey(), characters);
        }
        return checked;
    }
}

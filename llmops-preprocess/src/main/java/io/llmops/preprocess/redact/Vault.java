package io.llmops.preprocess.redact;

import io.llmops.core.LlmopsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What pseudonyms stand for. The same characters of the same type always get the same pseudonym; a vault holds every one it
 * gave, so its size grows with what was found. Its content is personal data: {@link #save} writes a file that its owner
 * alone may read (mode 0600 where the file system has modes).
 *
 * <pre>{@code
 * Vault vault = Vault.empty();
 * Redactor redactor = Redactor.standard().with(Ways.pseudonyms(vault));
 * String answer = model.apply(redactor.apply(question));
 * vault.restore(answer);
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class Vault {

    private record Original(EntityType type, String characters) {}

    private final Map<Original, String> pseudonyms = new HashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<EntityType, Integer> counts = new HashMap<>();

    private Vault() {}

    /** {@return a vault without a pseudonym} */
    public static Vault empty() {
        return new Vault();
    }

    /**
     * Reads a vault.
     *
     * @param file what {@link #save} wrote
     * @return the vault, which goes on numbering where it had stopped
     * @throws LlmopsException if the file cannot be read or is no vault; the message shows nothing of its content
     */
    public static Vault load(Path file) {
        var vault = new Vault();
        VaultFile.read(file).forEach((pseudonym, characters) -> {
            var line = pseudonym.lastIndexOf('_');
            var type = EntityType.of(pseudonym.substring(1, line));
            var number = Integer.parseInt(pseudonym, line + 1, pseudonym.length() - 1, 10);
            vault.counts.merge(type, number, Math::max);
            vault.pseudonyms.put(new Original(type, characters), pseudonym);
            vault.originals.put(pseudonym, characters);
        });
        return vault;
    }

    /**
     * Writes this vault as JSON. An existing file is replaced at once.
     *
     * @param file the file
     * @throws LlmopsException if it cannot be written
     */
    public void save(Path file) {
        Map<String, String> entries;
        synchronized (this) {
            entries = new LinkedHashMap<>(originals);
        }
        VaultFile.write(file, entries);
    }

    /** {@return how many pseudonyms there are} */
    public synchronized int size() {
        return originals.size();
    }

    /**
     * Returns a text with every pseudonym of this vault turned back; one that is unknown here stays as it is.
     *
     * @param text the text
     * @return the text with what the pseudonyms stand for
     */
    public synchronized String restore(String text) {
        Objects.requireNonNull(text, "text");
        var restored = new StringBuilder(text.length());
        var done = 0;
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(done, at + 1))) {
            var end = Pseudonyms.end(text, at);
            var original = end < 0 ? null : originals.get(text.substring(at, end));
            if (original != null) {
                restored.append(text, done, at).append(original);
                done = end;
            }
        }
        return restored.append(text, done, text.length()).toString();
    }

    synchronized String pseudonym(EntityType type, String characters) {
        return pseudonyms.computeIfAbsent(new Original(type, characters), original -> {
            var pseudonym = "<" + type + "_" + counts.merge(type, 1, Integer::sum) + ">";
            originals.put(pseudonym, characters);
            return pseudonym;
        });
    }

    /** {@return the number of pseudonyms, nothing of what they stand for} */
    @Override
    public String toString() {
        return "vault of " + size() + " pseudonyms";
    }
}

package io.llmops.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which commit a directory is at from git's own files; no process is started. */
final class GitCommit {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String REF = "ref: ";
    private static final String LINK = "gitdir: ";
    private static final long LARGEST = 16_000_000;

    private GitCommit() {}

    /** Returns the commit of the repository a directory is in; empty if it is in none, or in one that can't be read. */
    static Optional<String> of(Path directory) {
        try {
            for (var place = directory.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
                var git = place.resolve(".git");
                if (Files.isDirectory(git)) {
                    return head(git);
                }
                if (Files.isRegularFile(git)) {
                    var link = read(git);
                    return link.startsWith(LINK)
                            ? head(place.resolve(link.substring(LINK.length())))
                            : Optional.empty();
                }
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> head(Path git) throws IOException {
        var head = read(git.resolve("HEAD"));
        if (!head.startsWith(REF)) {
            return hash(head);
        }
        var name = head.substring(REF.length());
        var shared = git.resolve("commondir");
        var common = Files.isRegularFile(shared) ? git.resolve(read(shared)) : git;
        for (var place : new Path[] {git, common}) {
            var loose = place.resolve(name).normalize();
            if (loose.startsWith(place.normalize()) && Files.isRegularFile(loose)) {
                return hash(read(loose));
            }
        }
        return packed(common.resolve("packed-refs"), name);
    }

    private static Optional<String> packed(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return read(file)
                .lines()
                .filter(line -> line.endsWith(" " + name))
                .findFirst()
                .flatMap(line -> hash(line.substring(0, line.length() - name.length() - 1)));
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large: " + file.getFileName());
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
    }

    private static Optional<String> hash(String text) {
        return HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}

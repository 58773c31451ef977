package io.llmops.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A folder a run; see {@link RunStores#directory}. Safe for use by many threads and processes. */
final class RunDirectory implements RunStore {

    static final String RUN = "run.json";
    static final String SUMMARY = "summary.json";

    private static final String UNFINISHED = ".unfinished-";
    private static final Pattern ID = Pattern.compile("(\\.unfinished-)?[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WORDS = 40;
    private static final int CHANCE = 12;

    private final Path path;

    RunDirectory(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    @Override
    public RunSummary save(EvaluationRun<?, ?, ?> run, Map<String, String> tags) {
        var id = id(run);
        var summary = RunSummary.of(id, run, tags);
        var unfinished = path.resolve(UNFINISHED + id);
        try {
            Files.createDirectories(unfinished);
            try {
                Runs.write(run, unfinished.resolve(RUN));
                Files.writeString(unfinished.resolve(SUMMARY), SummaryJson.write(summary), StandardCharsets.UTF_8);
                bringToDisk(unfinished.resolve(RUN));
                bringToDisk(unfinished.resolve(SUMMARY));
                rename(unfinished, path.resolve(id));
            } catch (IOException | RuntimeException e) {
                remove(unfinished);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not save the run to " + path, e);
        }
        return summary;
    }

    private static String id(EvaluationRun<?, ?, ?> run) {
        var words = FileName.words(run.name(), WORDS);
        return TIME.format(run.timing().started()) + "-" + (words.isEmpty() ? "" : words + "-")
                + UUID.randomUUID().toString().replace("-", "").substring(0, CHANCE);
    }

    private static void bringToDisk(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    @Override
    public <I, O, R> EvaluationRun<I, O, R> load(String id, Class<I> input, Class<O> answer, Class<R> reference) {
        var file = folder(id).resolve(RUN);
        if (id.startsWith(UNFINISHED) || !ID.matcher(id).matches() || !Files.isRegularFile(file)) {
            throw new LlmopsException(path + ": expected a run with the id " + line(id) + ", found none");
        }
        return Runs.read(file, input, answer, reference);
    }

    @Override
    public List<RunSummary> list() {
        var runs = new ArrayList<RunSummary>();
        visit((id, folder) -> {}, runs);
        runs.sort(Comparator.comparing((RunSummary run) -> run.time().started())
                .thenComparing(RunSummary::id)
                .reversed());
        return List.copyOf(runs);
    }

    @Override
    public List<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        visit((id, note) -> found.add(new Unfinished(id, note)), new ArrayList<>());
        found.sort(Comparator.comparing(Unfinished::id));
        return List.copyOf(found);
    }

    /** Goes through the folders; one that another process deletes meanwhile is not there. */
    private void visit(BiConsumer<String, String> unfinished, List<RunSummary> runs) {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (var folders = Files.list(path)) {
            for (var folder : (Iterable<Path>) folders::iterator) {
                var id = String.valueOf(folder.getFileName());
                if (!ID.matcher(id).matches() || !Files.isDirectory(folder)) {
                    continue;
                }
                if (id.startsWith(UNFINISHED)) {
                    unfinished.accept(id, folder + ": half-written: by a process that died, or one that is at it now");
                    continue;
                }
                try {
                    runs.add(summary(id, folder));
                } catch (NoSuchFileException e) {
                    if (Files.isDirectory(folder)) {
                        unfinished.accept(
                                id, folder + ": expected " + RUN + " and " + SUMMARY + ", found no such file");
                    }
                } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
                    unfinished.accept(
                            id, folder.resolve(SUMMARY) + ": expected the summary of a run, found what is none");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the runs in " + path, e);
        }
    }

    private static RunSummary summary(String id, Path folder) throws IOException {
        var summary = SummaryJson.read(
                JsonForm.MAPPER.readTree(Files.readString(folder.resolve(SUMMARY), StandardCharsets.UTF_8)));
        if (!summary.id().equals(id)) {
            throw new IllegalArgumentException("expected the summary of " + id + ", found that of another run");
        }
        if (!Files.isRegularFile(folder.resolve(RUN))) {
            throw new NoSuchFileException(RUN);
        }
        return summary;
    }

    /** A run is renamed first, so that no reader sees half of it. */
    @Override
    public boolean delete(String id) {
        var folder = folder(id);
        if (!ID.matcher(id).matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            var doomed = folder;
            if (!id.startsWith(UNFINISHED)) {
                doomed = path.resolve(UNFINISHED + id);
                rename(folder, doomed);
            }
            remove(doomed);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }

    private Path folder(String id) {
        return ID.matcher(id).matches() ? path.resolve(id) : path;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (var each : paths) {
            Files.deleteIfExists(each);
        }
    }

    private static String line(String id) {
        return JsonForm.line(JsonForm.MAPPER.valueToTree(id));
    }
}

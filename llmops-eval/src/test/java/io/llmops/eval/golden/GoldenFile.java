package io.llmops.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One file of expected outputs of a reference program. The schema is in the README beside the files. */
public record GoldenFile(String name, double tolerance, List<GoldenCase> cases) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The files that llmops-preprocess answers for. */
    private static final Set<String> OF_PREPROCESSING = Set.of(
            "icu_segmentation",
            "phonetic",
            "stemmer_snowball",
            "text_vectors",
            "tokenizers_nltk",
            "unicode_grapheme_break",
            "unicode_normalization",
            "unicode_sentence_break",
            "unicode_word_break");

    /** Returns where the files are: {@code -Dllmops.golden}, by default beside the project. */
    public static Path directory() {
        String shared = System.getProperty("llmops.shared", "../shared");
        return Path.of(System.getProperty("llmops.golden", shared + "/golden"));
    }

    /** Returns where the datasets are: {@code -Dllmops.datasets}, by default beside the project. */
    public static Path datasets() {
        String shared = System.getProperty("llmops.shared", "../shared");
        return Path.of(System.getProperty("llmops.datasets", shared + "/datasets"));
    }

    /** Returns the files of this module, by name; none if the directory is absent. */
    public static List<GoldenFile> all() {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory())) {
            return paths.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .filter(name -> !OF_PREPROCESSING.contains(name))
                    .sorted()
                    .map(GoldenFile::read)
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static GoldenFile read(String name) {
        try {
            JsonNode root = JSON.readTree(directory().resolve(name + ".json").toFile());
            return new GoldenFile(
                    name,
                    leadingNumber(root.get("tolerance")),
                    StreamSupport.stream(root.get("cases").spliterator(), false)
                            .map(GoldenCase::from)
                            .toList());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A tolerance may be told as text, "1e-12; Elo 1e-9": the first is the file's, the rest is the checker's to apply. */
    private static double leadingNumber(JsonNode tolerance) {
        return tolerance.isNumber()
                ? tolerance.doubleValue()
                : Double.parseDouble(tolerance.textValue().split("[^0-9eE.+-]", 2)[0]);
    }
}

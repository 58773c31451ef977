package io.llmops.preprocess.token;

import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * An OpenNLP model in a jar of the class path: {@code model.properties} names it and its language, and it lies beside
 * that. Immutable.
 */
record LearnedModel(String name, String language, String sha256) {

    private static final int SHOWN = 20;

    /** What a model does: how the files call it, and how the artifacts do. */
    enum Kind {
        LANGUAGES("langdetect"),
        SENTENCES("sentence", "sentdetect"),
        WORDS("tokens", "tokenizer"),
        TAGS("pos"),
        LEMMAS("lemmas", "lemmatizer");

        private final String inFile;
        private final String inArtifact;

        Kind(String name) {
            this(name, name);
        }

        Kind(String inFile, String inArtifact) {
            this.inFile = inFile;
            this.inArtifact = inArtifact;
        }
    }

    /** Reads a model's bytes. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream bytes) throws IOException;
    }

    static LearnedModel languages() {
        return newest(all(Kind.LANGUAGES))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "expected the model org.apache.opennlp:opennlp-models-langdetect on the class path, found none"));
    }

    static LearnedModel of(Kind kind, String language) {
        var all = all(kind);
        var ofLanguage =
                all.stream().filter(model -> model.language.equals(language)).toList();
        return newest(ofLanguage).orElseThrow(() -> new IllegalStateException(missing(kind, language, all)));
    }

    private static String missing(Kind kind, String language, List<LearnedModel> found) {
        var code = language.length() <= SHOWN ? language : language.substring(0, SHOWN) + "…";
        var languages = new TreeSet<>(found.stream().map(LearnedModel::language).toList());
        return "expected the model org.apache.opennlp:opennlp-models-" + kind.inArtifact + "-" + code
                + " on the class path, found " + kind.name().toLowerCase(Locale.ROOT) + " of the languages "
                + languages;
    }

    private static Optional<LearnedModel> newest(List<LearnedModel> models) {
        return models.stream().max(Comparator.comparing(LearnedModel::name));
    }

    private static List<LearnedModel> all(Kind kind) {
        try {
            return Collections.list(loader().getResources("model.properties")).stream()
                    .flatMap(place -> read(place).stream())
                    .filter(model -> model.name.contains(kind.inFile + "-"))
                    .toList();
        } catch (IOException e) {
            throw new LlmopsException("expected to search the class path for model.properties, found " + e, e);
        }
    }

    private static Optional<LearnedModel> read(URL place) {
        var properties = new Properties();
        try (var bytes = place.openStream()) {
            properties.load(bytes);
        } catch (IOException e) {
            throw new LlmopsException("expected the properties of an OpenNLP model at " + place + ", found " + e, e);
        }
        return Optional.ofNullable(properties.getProperty("model.name"))
                .map(name -> new LearnedModel(
                        name,
                        properties.getProperty("model.language", ""),
                        properties.getProperty("model.sha256", "")));
    }

    <T> T load(Reader<T> reader) {
        try (var bytes = loader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new LlmopsException("expected '" + name + "' beside its model.properties, found none");
            }
            return reader.read(bytes);
        } catch (IOException e) {
            throw new LlmopsException("expected the OpenNLP model '" + name + "' to be readable, found " + e, e);
        }
    }

    private static ClassLoader loader() {
        var ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? LearnedModel.class.getClassLoader() : ofThread;
    }
}

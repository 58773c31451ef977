package io.llmops.core.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Where examples are read from. */
sealed interface Source {

    String CLASS_PATH = "classpath:";

    /** What error messages call it: as the caller gave it. */
    String name();

    /** The name without folders. */
    String fileName();

    /** Opens it, or says why it cannot be. */
    InputStream open();

    /** Opens it, or says why it cannot be; what is gzipped (by its first two bytes) is unzipped. */
    default InputStream content() {
        var in = open();
        try {
            return Gzip.unzipped(in);
        } catch (IOException e) {
            var problem = DataException.unreadable(name(), 0, e);
            try {
                in.close();
            } catch (IOException closing) {
                problem.addSuppressed(closing);
            }
            throw problem;
        }
    }

    /** Says why it cannot be opened, if so. */
    default void check() {
        try {
            open().close();
        } catch (IOException e) {
            throw DataException.unreadable(name(), 0, e);
        }
    }

    static Source file(Path path) {
        return new FileSource(Objects.requireNonNull(path, "path"));
    }

    /** A path, or {@code classpath:} and the name of a resource. */
    static Source at(String location) {
        return Objects.requireNonNull(location, "location").startsWith(CLASS_PATH)
                ? new ResourceSource(location.substring(CLASS_PATH.length()))
                : file(Path.of(location));
    }

    /** A file. */
    record FileSource(Path path) implements Source {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public String fileName() {
            var last = path.getFileName();
            return last == null ? path.toString() : last.toString();
        }

        @Override
        public InputStream open() {
            if (Files.isDirectory(path)) {
                throw DataException.of(name(), "expected a file, found a folder");
            }
            try {
                return Files.newInputStream(path);
            } catch (NoSuchFileException e) {
                throw DataException.at(name(), 0, "no such file", e);
            } catch (AccessDeniedException e) {
                throw DataException.at(name(), 0, "expected a readable file, found no permission to read it", e);
            } catch (IOException e) {
                throw DataException.unreadable(name(), 0, e);
            }
        }
    }

    /** A resource on the class path, found by the thread's class loader or by this library's. */
    record ResourceSource(String resource) implements Source {

        @Override
        public String name() {
            return CLASS_PATH + resource;
        }

        @Override
        public String fileName() {
            return resource.substring(resource.lastIndexOf('/') + 1);
        }

        @Override
        public InputStream open() {
            var absolute = resource.startsWith("/") ? resource.substring(1) : resource;
            var loader = Thread.currentThread().getContextClassLoader();
            var stream = loader == null ? null : loader.getResourceAsStream(absolute);
            if (stream == null) {
                stream = Source.class.getResourceAsStream("/" + absolute);
            }
            if (stream == null) {
                throw DataException.of(name(), "no such resource on the class path");
            }
            return stream;
        }
    }
}

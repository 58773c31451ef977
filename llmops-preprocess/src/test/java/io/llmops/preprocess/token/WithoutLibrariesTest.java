package io.llmops.preprocess.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a consumer sees who has none of the optional libraries. */
class WithoutLibrariesTest {

    /** Loads our classes anew and hides the optional libraries from them. */
    private static final class Bare extends ClassLoader {

        private static final String OURS = "io.llmops.preprocess.";

        Bare() {
            super(Bare.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("opennlp.") || name.startsWith("ai.djl.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                var all = Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void theShelvesLoadAndNameWhatIsMissing() throws Exception {
        assertMissing("Taggers", "forLanguage", "en", "org.apache.opennlp:opennlp-tools");
        assertMissing("Tokenizers", "learnedWords", "en", "org.apache.opennlp:opennlp-tools");
        assertMissing("Tokenizers", "learnedSentences", "en", "org.apache.opennlp:opennlp-tools");
        assertMissing("TokenFilters", "lemmas", "en", "org.apache.opennlp:opennlp-tools");
        assertMissing("Tokenizers", "subwords", Path.of("tokenizer.json"), "ai.djl.huggingface:tokenizers");
        assertMissing("LanguageDetector", "standard", null, "org.apache.opennlp:opennlp-tools");
    }

    @Test
    void everyPublicClassCanBeLookedAt() throws Exception {
        var bare = new Bare();
        var classes = new File(Taggers.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var files = Objects.requireNonNull(new File(classes, "io/llmops/preprocess/token").list());
        assertThat(files).hasSizeGreaterThan(20);
        for (var file : files) {
            var name = Bare.OURS + "token." + file.replace(".class", "");
            var type = Class.forName(name, false, bare);
            if (Modifier.isPublic(type.getModifiers())) {
                assertThat(type.getMethods()).as(name).isNotEmpty();
                Class.forName(name, true, bare);
            }
        }
    }

    private static void assertMissing(String shelf, String method, Object argument, String coordinates)
            throws ReflectiveOperationException {
        var type = Class.forName(Bare.OURS + "token." + shelf, true, new Bare());
        var called = argument == null
                ? type.getMethod(method)
                : type.getMethod(method, argument instanceof Path ? Path.class : String.class);
        var arguments = argument == null ? new Object[0] : new Object[] {argument};
        assertThatThrownBy(() -> called.invoke(null, arguments))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected the library " + coordinates + " on the class path, found none");
    }
}

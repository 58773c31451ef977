package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {

    private static final byte[] MODEL = TrainedModel.bytes();

    @Test
    void findsTheNamesThatAModelFinds(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("names.bin"), MODEL);
        var redactor = Redactor.of(Recognizers.names(file));
        var text = "Please ask Mr. Clara Muster about it in Lima.\nYesterday Mr. Hugo Muster came home from Oslo.";
        assertThat(redactor.apply(text))
                .isEqualTo(
                        "Please ask Mr. <PERSON> about it in <PLACE>.\nYesterday Mr. <PERSON> came home from <PLACE>.");
        assertThat(redactor.apply("The train to the north was late again.")).doesNotContain("<");
    }

    @Test
    void isTheSameModelWhereverItWasReadFrom(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("names.bin"), MODEL);
        assertThat(Recognizers.names(file).describe())
                .isPresent()
                .isEqualTo(Recognizers.names(new ByteArrayInputStream(MODEL)).describe());
    }

    @Test
    void looksAtEachSentenceByItself() {
        var names = Recognizers.names(new ByteArrayInputStream(MODEL));
        var sentence = "Please ask Mr. Clara Muster about it in Lima.\n";
        var once = names.apply(sentence).size();
        assertThat(once).isEqualTo(2);
        assertThat(names.apply(sentence.repeat(50) + "x".repeat(5000) + "\n" + sentence))
                .hasSize(51 * once);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Recognizers.names(Path.of("no-such-model.bin")))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("no-such-model.bin");
    }
}

package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.pipeline.Pipeline;
import io.llmops.preprocess.RandomText;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Token;
import io.llmops.preprocess.token.Tokenizers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private static final byte[] KEY = "a key for the tests only".getBytes(StandardCharsets.UTF_8);
    private static final EntityType LONG = EntityType.of("LONG");
    private static final EntityType SHORT = EntityType.of("SHORT");

    private static Recognizer finding(EntityType type, int start, int end) {
        return text -> List.of(new Finding(type, start, end));
    }

    @Test
    void hidesWhatItFindsAndSaysWhereItStood() {
        var redactor = Redactor.standard();
        var text = "Write to ann@example.org or pay 4111 1111 1111 1111.";
        assertThat(redactor.apply(text)).isEqualTo("Write to <EMAIL> or pay <CARD>.");
        assertThat(redactor.find(text))
                .containsExactly(new Finding(EntityType.EMAIL, 9, 24), new Finding(EntityType.CARD, 32, 51));
        assertThat(redactor.find("")).isEmpty();
        assertThat(redactor.apply("nothing here")).isEqualTo("nothing here");
    }

    @Test
    void keepsOffsetsIntoTheOriginalBehindOtherCleaners() {
        var original = "  mail   ＡＮＮ＠example.org now";
        var text = Cleaners.nfkc().then(Cleaners.whitespace()).clean(Text.of(original));
        var redactor = Redactor.of(Recognizers.email());
        assertThat(redactor.find(text)).hasSize(1);
        assertThat(redactor.find(text).get(0).of(original)).isEqualTo("ＡＮＮ＠example.org");
        var clean = redactor.clean(text);
        assertThat(clean).hasToString("mail <EMAIL> now");
        assertThat(clean.originalSpan(5, 12).of(original)).isEqualTo("ＡＮＮ＠example.org");
        assertThat(Cleaners.nfkc().then(redactor).apply(original)).contains("<EMAIL>");
    }

    @Test
    void letsTheLongestFindingWinThenTheFirstThenThePriority() {
        var text = "0123456789";
        assertThat(Redactor.of(finding(SHORT, 2, 5), finding(LONG, 1, 6)).apply(text))
                .isEqualTo("0<LONG>6789");
        assertThat(Redactor.of(finding(SHORT, 3, 6), finding(LONG, 0, 6)).apply(text))
                .isEqualTo("<LONG>6789");
        assertThat(Redactor.of(finding(SHORT, 2, 5), finding(LONG, 2, 5)).apply(text))
                .isEqualTo("01<SHORT>56789");
        assertThat(Redactor.of(finding(SHORT, 2, 5), finding(LONG, 5, 9)).apply(text))
                .isEqualTo("01<SHORT><LONG>9");
    }

    @Test
    void hidesWhatTheWinnerLeavesOfALoser() {
        assertThat(Redactor.of(finding(SHORT, 0, 8), finding(LONG, 4, 14)).apply("Ann Lee-Jones & Co"))
                .isEqualTo("<SHORT> <LONG>& Co");
        assertThat(Redactor.of(finding(LONG, 2, 9), finding(SHORT, 0, 4)).apply("..abcdefghij"))
                .isEqualTo("..<LONG>hij");
    }

    @Test
    void findsTheSameWhateverTheOrderAndNeverTheSameCharacterTwice() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var text = "abcdefghijklmnopqrstuvwxyz";
            var recognizers = random.ints(6, 0, 20)
                    .mapToObj(start -> finding(EntityType.of("T" + start), start, start + 1 + random.nextInt(6)))
                    .toArray(Recognizer[]::new);
            var redactor = Redactor.of(recognizers[0], recognizers);
            var covered = new boolean[text.length()];
            for (var found : redactor.find(text)) {
                for (var i = found.start(); i < found.end(); i++) {
                    assertThat(covered[i]).as("seed %d, character %d", seed, i).isFalse();
                    covered[i] = true;
                }
            }
            for (var recognizer : recognizers) {
                for (var i = recognizer.apply(text).get(0).start();
                        i < recognizer.apply(text).get(0).end();
                        i++) {
                    assertThat(covered[i]).as("seed %d, character %d", seed, i).isTrue();
                }
            }
        }
    }

    @Test
    void hidesEachTypeInItsOwnWay() {
        var redactor = Redactor.of(Recognizers.email(), Recognizers.card(), Recognizers.ip())
                .with(Ways.remove())
                .with(EntityType.EMAIL, Ways.mask("[mail]"))
                .with(EntityType.CARD, (type, found) -> type + found.substring(found.length() - 4));
        assertThat(redactor.apply("a@b.example 4111111111111111 192.0.2.1.")).isEqualTo("[mail] CARD1111 .");
    }

    @Test
    void hashesAlikeUnderOneKeyAndOtherwiseUnderAnother() {
        var redactor = Redactor.of(Recognizers.email());
        var hashed = redactor.with(Ways.hash(KEY)).apply("a@b.example a@b.example c@d.example");
        assertThat(hashed).matches("<EMAIL:([0-9a-f]{16})> <EMAIL:\\1> <EMAIL:(?!\\1)[0-9a-f]{16}>");
        var other = "another key for the tests".getBytes(StandardCharsets.UTF_8);
        assertThat(redactor.with(Ways.hash(other)).apply("a@b.example a@b.example c@d.example"))
                .isNotEqualTo(hashed);
        assertThatThrownBy(() -> Ways.hash("geheim".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void fakesKeepTheFormAndNoneIsAValidNumber() {
        var redactor = Redactor.standard("US").with(Ways.fake(KEY));
        var found = List.of(
                "4111 1111 1111 1111",
                "GB29NWBK60161331926819",
                "123-45-6789",
                "12345678-Z",
                "111.444.777-35",
                "Ann.Lee@example.org");
        for (var original : found) {
            var fake = redactor.apply(original);
            assertThat(fake).isNotEqualTo(original).isEqualTo(redactor.apply(original));
            assertThat(form(fake)).isEqualTo(form(original));
            assertThat(Redactor.of(Recognizers.card(), Recognizers.iban(), Recognizers.nationalIds())
                            .find(fake))
                    .as(fake)
                    .isEmpty();
        }
        var way = Ways.fake(KEY);
        var random = new Random(5);
        for (var i = 0; i < 300; i++) {
            var bsn = String.format("%09d", random.nextInt(1_000_000_000));
            assertThat(NationalId.NL_BSN.isValid(way.replace(NationalId.NL_BSN.type(), bsn)))
                    .as("seed 5: %s", bsn)
                    .isFalse();
        }
    }

    private static String form(String text) {
        return text.replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A").replaceAll("[0-9]", "9");
    }

    @Test
    void masksTheTokensThatAFindingTouches() {
        var tokens = Redactor.of(Recognizers.email(), Recognizers.card())
                .tokens(Tokenizers.words())
                .tokenize(Text.of("Mail ann.lee@example.org, card 4111 1111 1111 1111 please"));
        assertThat(tokens.stream().map(Token::text)).containsExactly("Mail", "<EMAIL>", "card", "<CARD>", "please");
        assertThat(tokens.get(1).start()).isEqualTo(5);
        assertThat(Redactor.of(Recognizers.email()).tokens(Tokenizers.words()).describe())
                .isPresent();
    }

    @Test
    void describesItselfWithoutKeysOrListedNames() {
        var redactor = Redactor.standard("GB")
                .with(Recognizers.words(EntityType.PERSON, List.of("Ann Secretname")))
                .with(EntityType.EMAIL, Ways.hash(KEY))
                .with(EntityType.CARD, Ways.fake(KEY))
                .with(Ways.mask());
        var described = redactor.describe().orElseThrow().toString() + redactor + Ways.hash(KEY) + Ways.fake(KEY);
        assertThat(described).doesNotContain("a key for", "Secretname").contains("regions=GB", "way.EMAIL=hash");
        assertThat(Pipeline.of("redact", redactor).fingerprint())
                .isNotEqualTo(
                        Pipeline.of("redact", redactor.with(Ways.remove())).fingerprint());
        assertThat(Redactor.of(text -> List.of()).describe()).isEmpty();
    }

    @Test
    void saysWhichRecogniserFoundWhatIsNotThere() {
        var wrong = NamedRecognizer.of("wrong", text -> List.of(new Finding(LONG, 0, 9)));
        assertThatThrownBy(() -> Redactor.of(wrong).find("secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrong")
                .hasMessageNotContaining("secret");
    }

    @Test
    void loadsNothingButTypesIntoAFindingsMessage() {
        assertThat(new Finding(EntityType.SECRET, 1, 2)).hasToString("Finding[type=SECRET, start=1, end=2]");
        assertThatThrownBy(() -> EntityType.of("e-mail"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("e-mail");
    }

    @Test
    void takesAnyTextThere() {
        var redactor = Redactor.standard("US", "DE").with(Recognizers.pattern(LONG, Pattern.compile("\\p{L}{40}")));
        for (var seed = 0; seed < 400; seed++) {
            var text = RandomText.of(new Random(seed), 60);
            var clean = redactor.clean(Text.of(text));
            assertThat(clean.original()).as("seed %d", seed).isEqualTo(text);
        }
    }
}

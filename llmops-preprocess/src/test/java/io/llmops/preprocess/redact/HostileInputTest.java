package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A million characters made to keep a recogniser busy take each recogniser less than a second. Those that stand on other
 * libraries see windows of 16,384 characters and take each less than a second. Each is warmed up on a tenth of the text, and
 * the time is the processor's, for the limit is on the work, not on the compiler of the JVM or on what else the machine does;
 * a run that does not end is stopped.
 */
class HostileInputTest {

    private static final int LENGTH = 1_000_000;
    private static final int WINDOW = 1 << 14;
    private static final long LIMIT = 1_000_000_000;
    private static final Duration END = Duration.ofSeconds(20);

    private static final List<String> PIECES = List.of(
            "1",
            "@",
            "a",
            ".",
            ":",
            "::::",
            "+",
            "-",
            "\"",
            "<",
            "=",
            " ",
            "\n",
            "/",
            "é",
            "東",
            "\ud83d\ude00",
            "\ud800",
            "a@a@a@",
            "a@a.",
            "@a.aa",
            "1-1-1-",
            "1 1 1 ",
            "12 ",
            "4111 ",
            "123-45-6789-",
            "123-45-6789 ",
            "1.1.1.",
            "1.1.1.1 ",
            "a:",
            "a::",
            "1:1:",
            "00:",
            "00-",
            "-----BEGIN ",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\n",
            "born on ",
            "born 1/1/1980 ",
            "1/1/1980 ",
            "born 1 jan ",
            "phone ",
            "phone: 1234567 ",
            "+1 2",
            "+441234567 ",
            "(212) 555-0123 ",
            "api_key=",
            "password:",
            "token: 'a1",
            "bearer ",
            "eyJ.",
            "eyJa.eyJb.",
            "sk-",
            "ghp_1",
            "://",
            "a://b:c@d",
            "http://a:",
            "GB29",
            "GB29 NWBK 6016 ",
            "DE89370400440532013000 ",
            "AB12",
            "AAA AAA 11",
            "x12345678z ",
            "nhs 9434765919 ",
            "Ann ",
            "Ann Ann Lee ",
            "<PERSON_1",
            "Mr. ",
            "A1",
            "0x",
            "1+1+");

    private static final List<Recognizer> RECOGNIZERS = new ArrayList<>();
    private static final List<Recognizer> OF_LIBRARIES = new ArrayList<>();

    @BeforeAll
    static void fill() {
        RECOGNIZERS.addAll(Recognizers.plain());
        OF_LIBRARIES.add(Recognizers.phone("US", "GB"));
        RECOGNIZERS.add(Recognizers.words(
                EntityType.PERSON, List.of("Ann", "Ann Lee", "Ann Ann Ann", "a a", "aaaa aaab", "1 1 1 2")));
        OF_LIBRARIES.add(Recognizers.names(new ByteArrayInputStream(TrainedModel.bytes())));
        RECOGNIZERS.add(Recognizers.pattern(EntityType.of("CASE"), Pattern.compile("CASE-\\d+")));
        RECOGNIZERS.add(NamedRecognizer.of("pseudonyms", Pseudonyms::find));
    }

    static Stream<String> pieces() {
        return PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void takesNoRecogniserMoreThanASecond(String piece) {
        var text = piece.repeat(LENGTH / piece.length());
        for (var recognizer : RECOGNIZERS) {
            assertFast(recognizer, text, piece);
        }
        for (var recognizer : OF_LIBRARIES) {
            assertFast(recognizer, text.substring(0, WINDOW), piece);
        }
    }

    private static void assertFast(Recognizer recognizer, String text, String piece) {
        assertThat(recognizer.apply(text.substring(0, text.length() / 10))).isNotNull();
        var name = recognizer + " over a repeated '" + piece + "'";
        var nanoseconds = assertTimeoutPreemptively(END, () -> processorTime(recognizer, text), () -> name);
        assertThat(nanoseconds).as("%s, in nanoseconds", name).isLessThan(LIMIT);
    }

    private static long processorTime(Recognizer recognizer, String text) {
        var clock = ManagementFactory.getThreadMXBean();
        var start = clock.getCurrentThreadCpuTime();
        assertThat(recognizer.apply(text)).isNotNull();
        return clock.getCurrentThreadCpuTime() - start;
    }

    @Test
    void wouldSeeARecogniserThatRunsAway() {
        Recognizer quadratic = text -> {
            var found = new ArrayList<Finding>();
            for (var i = 0; i < text.length(); i++) {
                if (text.indexOf('@', i) == i && text.lastIndexOf('.') > i) {
                    found.add(new Finding(EntityType.EMAIL, i, i + 1));
                }
            }
            return found;
        };
        var text = "@".repeat(LENGTH / 4);
        assertThatThrownBy(() -> assertFast(quadratic, text, "@")).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void leavesNothingFoundUncoveredAndNothingCoveredTwice(String piece) {
        var text = piece.repeat(LENGTH / 100 / piece.length());
        var redactor = Redactor.standard("US");
        var covered = new BitSet();
        for (var finding : redactor.find(text)) {
            assertThat(covered.get(finding.start(), finding.end()).cardinality())
                    .isZero();
            covered.set(finding.start(), finding.end());
        }
        for (var ranked : redactor.search(text)) {
            for (var i = ranked.finding().start(); i < ranked.finding().end(); i++) {
                assertThat(covered.get(i) || !Character.isLetterOrDigit(text.charAt(i)))
                        .as("%s shows its character %d", ranked.finding(), i)
                        .isTrue();
            }
        }
    }
}

package io.llmops.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The digests were computed with Python's hashlib: 8 bytes of length, most significant first, then the UTF-8. */
class FingerprintTest {

    @Test
    void isTheSha256OfFramedParts() {
        assertThat(Fingerprint.of().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Fingerprint.of("").sha256())
                .isEqualTo("af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc");
        assertThat(Fingerprint.of("ab", "c").sha256())
                .isEqualTo("601d5476e2ccfe2c87a2bba7a322659734a05749d5b5aa781f513e4912db0d5f");
        assertThat(Fingerprint.of("Grüße 😀").sha256())
                .isEqualTo("34537174897aca5e11db67cf467957f9fc33fd14183a9b7923b190c26b5738bf");
    }

    @Test
    void takesNumbersAsEightBytes() {
        assertThat(Fingerprint.hasher().add("n").add(-7).finish().sha256())
                .isEqualTo("ccd54bf7ddfc81e42d87c422277fc9a8d162a9ba2676c36dfcbc7e91b73d8e4e");
    }

    @Test
    void tellsListsOfPartsApart() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("ab")).isNotEqualTo(Fingerprint.of("ab", ""));
        assertThat(Fingerprint.of("a", "b")).isNotEqualTo(Fingerprint.of("b", "a"));
    }

    @Test
    void tellsAnUnpairedSurrogateFromAQuestionMark() {
        assertThat(Fingerprint.of("\uD800").sha256())
                .isEqualTo("ea72bd22c42f70ed67c3a8be247ce620f9e1bdb59c8125dffc3286da39aed0b1");
        assertThat(Fingerprint.of("\uD800")).isNotEqualTo(Fingerprint.of("?"));
        assertThat(Fingerprint.of("\uDC00\uD800")).isNotEqualTo(Fingerprint.of("\uD800\uDC00"));
        assertThat(Fingerprint.of("a\uDFFFb😀")).isNotEqualTo(Fingerprint.of("a\uDFFEb😀"));
    }

    @Test
    void aHasherIsEmptyAgainWhenFinished() {
        var hasher = Fingerprint.hasher();
        hasher.add("first").finish();

        assertThat(hasher.add("second").finish()).isEqualTo(Fingerprint.of("second"));
    }

    @Test
    void refusesWhatIsNoSha256() {
        assertThatThrownBy(() -> new Fingerprint("E3B0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 64 lower-case hexadecimal digits, found 4 characters");
        assertThatThrownBy(() -> new Fingerprint("G".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsItselfInFullAndInBrief() {
        var fingerprint = Fingerprint.of("");

        assertThat(fingerprint).hasToString("sha256:" + fingerprint.sha256());
        assertThat(fingerprint.brief()).isEqualTo("af5570f5a181");
    }
}

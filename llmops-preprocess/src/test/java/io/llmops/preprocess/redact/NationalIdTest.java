package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalIdTest {

    /** The examples that the issuers, their standards or their public guides print. */
    @ParameterizedTest
    @CsvSource({
        "GB_NHS, 943 476 5919",
        "DE_TAX_ID, 86095742719",
        "DE_TAX_ID, 65 929 970 489",
        "AT_SVNR, 1237 010180",
        "CH_AHV, 756.9217.0769.85",
        "ES_DNI, 12345678Z",
        "ES_NIE, X1234567L",
        "FR_NIR, 2 55 08 14 168 025 38",
        "IT_CODICE_FISCALE, MRTMTT25D09F205Z",
        "NL_BSN, 111222333",
        "PL_PESEL, 44051401359",
        "EE_PERSONAL_CODE, 37605030299",
        "SE_PERSONAL_NUMBER, 811218-9876",
        "FI_HETU, 131052-308T",
        "TR_KIMLIK, 10000000146",
        "ZA_ID, 8001015009087",
        "BR_CPF, 111.444.777-35",
        "CL_RUT, 30.686.957-4",
        "MX_CURP, HEGG560427MVZRRL04",
        "CN_RESIDENT_ID, 11010519491231002X",
        "SG_NRIC, S1234567D",
        "HK_ID, A123456(3)",
        "TW_ID, A123456789",
        "IE_PPS, 1234567T",
        "CA_SIN, 046 454 286",
        "AU_TFN, 123 456 782",
        "BE_RRN, 85.07.30-033.28"
    })
    void takesThePublishedExample(NationalId id, String number) {
        assertThat(id.isValid(number)).isTrue();
    }

    /** Each of these schemes promises to catch every single wrong digit. */
    @ParameterizedTest
    @CsvSource({
        "GB_NHS, 943 476 5919",
        "DE_TAX_ID, 86095742719",
        "CH_AHV, 756.9217.0769.85",
        "ES_DNI, 12345678Z",
        "ES_NIE, X1234567L",
        "FR_NIR, 2 55 08 14 168 025 38",
        "NL_BSN, 111222333",
        "PL_PESEL, 44051401359",
        "SE_PERSONAL_NUMBER, 811218-9876",
        "FI_HETU, 131052-308T",
        "ZA_ID, 8001015009087",
        "CN_RESIDENT_ID, 110105194912310021",
        "CA_SIN, 046 454 286",
        "AU_TFN, 123 456 782",
        "BE_RRN, 85.07.30-033.28",
        "IE_PPS, 1234567T"
    })
    void refusesAnySingleWrongDigit(NationalId id, String number) {
        for (var i = 0; i < number.length(); i++) {
            for (var digit = '0'; Character.isDigit(number.charAt(i)) && digit <= '9'; digit++) {
                if (digit != number.charAt(i) && id.isValid(number)) {
                    var wrong = number.substring(0, i) + digit + number.substring(i + 1);
                    assertThat(id.isValid(wrong)).as("%s %s", id, wrong).isFalse();
                }
            }
        }
    }

    /** Numbers drawn at random and judged by python-stdnum 2: kind, number, whether it is valid. */
    @Test
    void agreesWithAnotherImplementationOnValidAndInvalidNumbers() throws IOException {
        try (var table = Objects.requireNonNull(NationalIdTest.class.getResourceAsStream("national-ids.tsv"))) {
            var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSizeGreaterThan(250);
            for (var line : lines) {
                var fields = line.split("\t", -1);
                assertThat(NationalId.valueOf(fields[0]).isValid(fields[1]))
                        .as(line)
                        .isEqualTo(fields[2].equals("1"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US_SSN, 000-12-3456", "US_SSN, 666-12-3456", "US_SSN, 900-12-3456", "US_SSN, 123-00-4567",
                "US_SSN, 123-45-0000",
        "US_ITIN, 912-69-1234", "US_ITIN, 812-70-1234", "GB_NINO, QQ 12 34 56 C", "GB_NINO, BG123456A",
                "GB_NINO, AB123456E"
    })
    void refusesNumbersThatWereNeverGiven(NationalId id, String number) {
        assertThat(id.isValid(number)).isFalse();
    }

    @Test
    void takesAWeakNumberOnlyWhereAWordSaysWhatItIs() {
        var redactor = Redactor.of(Recognizers.nationalIds());
        assertThat(redactor.find("Order 111222333 is late")).isEmpty();
        assertThat(redactor.find("Mijn BSN is 111222333."))
                .containsExactly(new Finding(NationalId.NL_BSN.type(), 12, 21));
        assertThat(redactor.find("call 943 476 5919")).isEmpty();
        assertThat(redactor.apply("NHS number: 943 476 5919")).isEqualTo("NHS number: <GB_NHS>");
        assertThat(redactor.apply("ssn 123456789, DNI 12345678-Z")).isEqualTo("ssn <US_SSN>, DNI <ES_DNI>");
    }

    @Test
    void findsFormsThatStartWithLettersApart() {
        assertThat(Redactor.of(Recognizers.nationalIds())
                        .apply("NI: AB 12 34 56 C, CF RSS MRA 85T10 A562S, NIE X-1234567-L"))
                .isEqualTo("NI: <GB_NINO>, CF <IT_CODICE_FISCALE>, NIE <ES_NIE>");
    }

    @Test
    void seesNoNumberInsideALongerOne() {
        var redactor = Redactor.of(Recognizers.nationalIds());
        assertThat(redactor.find("1123-45-6789 123-45-67890 x123-45-6789 1-123-45-6789 123-45-6789-1"))
                .isEmpty();
    }
}

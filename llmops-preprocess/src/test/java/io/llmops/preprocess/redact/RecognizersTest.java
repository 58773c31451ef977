package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.llmops.core.LlmopsException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognizersTest {

    private static final String PEM =
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0Z3VS5JJcds3x\nfn/ygWyF8PbnGy0AHB7\n-----END RSA PRIVATE KEY-----";

    private static List<String> found(Recognizer recognizer, String text) {
        return Redactor.of(recognizer).find(text).stream()
                .map(finding -> finding.of(text))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org",
                "ann.o'neil+news@mail.example.co.uk",
                "a_b-c%d@x-y.example",
                "ünal@exämple.org",
                "x@xn--bcher-kva.example"
            })
    void findsAnEmailAddressWholeAndAlone(String address) {
        for (var around : List.of("%s", "<%s>", "mailto:%s.", "(%s), and", "'%s'", "给%s发邮件", "to=%s;")) {
            assertThat(found(Recognizers.email(), String.format(around, address)))
                    .containsExactly(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ann",
                "ann@",
                "ann@example",
                "ann.@example.org",
                "a@b@",
                "a@.example.org",
                "@@@",
                "ann@1.2",
                "a@-b.example"
            })
    void takesNothingElseForAnEmailAddress(String text) {
        assertThat(found(Recognizers.email(), text)).isEmpty();
    }

    /** The networks' own test numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4012-8888-8888-1881",
                "4222222222222",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117",
                "30569309025904",
                "3530111333300000",
                "6200000000000005"
            })
    void findsTheNetworksTestCards(String card) {
        assertThat(found(Recognizers.card(), "pay with " + card + ", please")).containsExactly(card);
    }

    @Test
    void refusesACardWithAnyWrongDigitOrUnknownIssuer() {
        var card = "4111111111111111";
        for (var i = 1; i < card.length(); i++) {
            var wrong = card.substring(0, i) + '2' + card.substring(i + 1);
            assertThat(found(Recognizers.card(), wrong)).as(wrong).isEmpty();
        }
        assertThat(found(Recognizers.card(), "0000000000000000 1234567812345670 41111111111111111111"))
                .isEmpty();
    }

    /** Examples of the IBAN registry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29NWBK60161331926819",
                "GB29 NWBK 6016 1331 9268 19",
                "DE89370400440532013000",
                "FR1420041010050500013M02606",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "gb29nwbk60161331926819",
                "LC55 HEMM 0001 0001 0012 0012 0002 3015"
            })
    void findsTheRegistrysIbans(String iban) {
        assertThat(found(Recognizers.iban(), "to " + iban + ".")).containsExactly(iban);
    }

    @Test
    void refusesAnIbanWithAWrongDigitLengthOrCountry() {
        var random = new Random(11);
        var iban = "DE89370400440532013000";
        for (var round = 0; round < 200; round++) {
            var at = 2 + random.nextInt(20);
            var digit = (char) ('0' + random.nextInt(10));
            if (digit != iban.charAt(at)) {
                var wrong = iban.substring(0, at) + digit + iban.substring(at + 1);
                assertThat(found(Recognizers.iban(), wrong))
                        .as("seed 11: %s", wrong)
                        .isEmpty();
            }
        }
        assertThat(found(Recognizers.iban(), "DE8937040044053201300 XX89370400440532013000 DE893704004405320130001"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "255.255.255.255",
                "2001:db8::1",
                "::1",
                "fe80::1ff:fe23:4567:890a",
                "2001:db8:0:0:0:0:2:1",
                "::ffff:192.0.2.128",
                "64:ff9b::192.0.2.33",
                "2001:0db8:85a3:0000:0000:8a2e:0370:7334"
            })
    void findsIpAddresses(String address) {
        for (var around : List.of("%s", "[%s]", "at %s.", "from %s/24 on", "http://%s/x")) {
            assertThat(found(Recognizers.ip(), String.format(around, address))).containsExactly(address);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "10:20:30",
                "std::string",
                "1:2:3:4:5:6:7:8:9",
                "a:b",
                "1::2::3",
                "::",
                ":::::"
            })
    void takesNothingElseForAnIpAddress(String text) {
        assertThat(found(Recognizers.ip(), text)).isEmpty();
    }

    @Test
    void findsHardwareAddressesInTheirThreeForms() {
        assertThat(found(Recognizers.mac(), "00:1A:2b:3C:4d:5E, 00-1A-2B-3C-4D-5E and 001a.2b3c.4d5e"))
                .containsExactly("00:1A:2b:3C:4d:5E", "00-1A-2B-3C-4D-5E", "001a.2b3c.4d5e");
        assertThat(found(Recognizers.mac(), "00:1A:2B:3C:4D 00:1A:2B:3C:4D:5E:6F 00:1A-2B:3C:4D:5E 0:1:2:3:4:5"))
                .isEmpty();
    }

    @Test
    void findsUrlsThatHoldCredentials() {
        assertThat(found(
                        Recognizers.credentialUrl(),
                        "see https://ann:s3cret@db.example.org:5432/x?y=1. Or jdbc:postgresql://u:p@h/d"))
                .containsExactly("https://ann:s3cret@db.example.org:5432/x?y=1", "postgresql://u:p@h/d");
        assertThat(found(Recognizers.credentialUrl(), "https://0123456789abcdef0123@git.example.org/r"))
                .hasSize(1);
        assertThat(found(
                        Recognizers.credentialUrl(),
                        "https://example.org/a:b@c ssh://git@example.org http://x:80/ http://a:@h/ ://a:b@c"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She was born on 9/20/1968 in|9/20/1968",
                "DOB: 1980-12-24|1980-12-24",
                "Date of birth (d/m/y) 24.12.1980|24.12.1980",
                "Geboren am 24. Dezember 1980|24. Dezember 1980",
                "née le 1er mars 1980 à|1er mars 1980",
                "Fecha de nacimiento: 12 de marzo de 1980|12 de marzo de 1980",
                "born March 12th, 1980|March 12th, 1980",
                "nata il 3 maggio 1975|3 maggio 1975",
                "родился 5 мая 1970 г.|5 мая 1970",
                "生年月日：1980年3月12日|1980年3月12日",
                "birthday 3/4/75|3/4/75"
            })
    void findsADateThatIsCalledABirth(String text, String date) {
        assertThat(found(Recognizers.dateOfBirth(), text)).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fair opened on 9/20/1968",
                "Born in Rome, paid 12 euros on 1/2/2020",
                "stubborn 1/2/1980",
                "born 31/31/1980",
                "born 1/2/1980/3"
            })
    void takesNoOtherDateForABirth(String text) {
        assertThat(found(Recognizers.dateOfBirth(), text)).isEmpty();
    }

    @Test
    void findsKeysAndTokensOfKnownIssuers() {
        var tokens = List.of(
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_" + "a1B2".repeat(9),
                "xoxb-123456789012-abcdefGHIJ",
                "sk-proj-" + "aB3_".repeat(8),
                "AIza" + "Sy0A".repeat(9).substring(1),
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
                PEM);
        for (var token : tokens) {
            assertThat(found(Recognizers.secrets(), "use " + token + " now")).containsExactly(token);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api_key=9f8a7b6c5d4e3f2a1b0c|9f8a7b6c5d4e3f2a1b0c",
                "{\"token\": \"q7Yt-2Lw9_zX4vB8nM1k\"}|q7Yt-2Lw9_zX4vB8nM1k",
                "Authorization: Bearer q7Yt2Lw9zX4vB8nM1k|q7Yt2Lw9zX4vB8nM1k",
                "password: hunter2!|hunter2!",
                "DB_PASSWORD = 'c0rrect-horse'|c0rrect-horse"
            })
    void findsWhatIsAssignedToASecretsName(String text, String secret) {
        assertThat(found(Recognizers.secrets(), text)).containsExactly(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: please reset it",
                "key: value",
                "the secret of a long and happy life",
                "api_key=aaaaaaaaaaaaaaaaaaaa1",
                "token: internationalization",
                "sk-learn-is-a-very-long-name-here",
                "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----"
            })
    void takesNoOrdinaryTextForASecret(String text) {
        assertThat(found(Recognizers.secrets(), text)).isEmpty();
    }

    @Test
    void hidesAPrivateKeyWhoseEndIsMissing() {
        var cut = PEM.substring(0, PEM.indexOf("-----END"));
        assertThat(found(Recognizers.secrets(), cut)).containsExactly(cut.strip());
    }

    @Test
    void findsTelephoneNumbersOfTheWorldAndOfRegions() {
        assertThat(found(Recognizers.phone(), "ring +44 20 7946 0018 or +1 (212) 555-0123"))
                .containsExactly("+44 20 7946 0018", "+1 (212) 555-0123");
        assertThat(found(Recognizers.phone("gb"), "ring 020 7946 0018!")).containsExactly("020 7946 0018");
        assertThat(found(Recognizers.phone(), "ring 020 7946 0018!")).isEmpty();
        assertThat(found(Recognizers.phone(), "Phone: 467 3395, fax 345-899-3560x4587, 655 437 108 office"))
                .containsExactly("467 3395", "345-899-3560x4587", "655 437 108");
        assertThat(found(Recognizers.phone("US"), "0.35294117647058826 and 2019-01-02 and 12345678901234567890"))
                .isEmpty();
        assertThatThrownBy(() -> Recognizers.phone("Germany"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 3166");
    }

    @Test
    void findsTheLongestOfAListsWords() {
        var names = List.of("Ann", "Ann Lee", "Lee Ann Marie", "New York");
        assertThat(found(Recognizers.words(EntityType.PERSON, names), "Ann Lee met Annabel, Ann and ann in New\nYork."))
                .containsExactly("Ann Lee", "Ann", "New\nYork");
        assertThat(found(Recognizers.wordsIgnoringCase(EntityType.PERSON, names), "ANN LEE and lee ann marie"))
                .containsExactly("ANN LEE", "lee ann marie");
        assertThat(found(Recognizers.words(EntityType.PLACE, List.of("東京", "C++")), "在東京用C++。"))
                .containsExactly("東京", "C++");
    }

    @Test
    void findsInAListWhatASearchWordByWordFinds() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var words =
                    random.ints(6, 0, 1000).mapToObj(RecognizersTest::smallWord).toList();
            var text = String.join(
                    " ",
                    random.ints(30, 0, 1000)
                            .mapToObj(RecognizersTest::smallWord)
                            .toList());
            var padded = " " + text + " ";
            for (var word : words) {
                var at = padded.indexOf(" " + word + " ");
                if (at >= 0) {
                    var end = at + word.length();
                    assertThat(Recognizers.words(EntityType.PERSON, words).apply(text))
                            .as("seed %d: '%s' in '%s'", seed, word, text)
                            .anyMatch(finding -> finding.start() <= at && finding.end() >= end);
                }
            }
        }
    }

    private static String smallWord(int number) {
        return Integer.toString(number % 81, 3)
                .replace('0', 'a')
                .replace('1', 'b')
                .replace("2", number % 2 == 0 ? "a b" : "c");
    }

    @Test
    void matchesAPatternWithinBounds() {
        var numbers = Recognizers.pattern(EntityType.of("CASE"), Pattern.compile("CASE-\\d+"));
        assertThat(found(numbers, "see CASE-12 and CASE-x")).containsExactly("CASE-12");
        var endless = Recognizers.pattern(EntityType.of("CASE"), Pattern.compile("(a+)+b"));
        assertThatThrownBy(() -> endless.apply("a".repeat(5000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(a+)+b");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> Recognizers.names(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(LlmopsException.class)
                .hasMessageContaining("3 bytes");
    }
}

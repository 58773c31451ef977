package io.llmops.preprocess.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.llmops.preprocess.RandomText;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CleanersTest {

    private static final Cleaner UPPERCASE = Cleaners.uppercase();

    private static final List<Cleaner> ALL = List.of(
            Cleaners.nfc(),
            Cleaners.nfd(),
            Cleaners.nfkc(),
            Cleaners.nfkd(),
            Cleaners.whitespace(),
            Cleaners.whitespaceInLines(),
            Cleaners.controls(),
            Cleaners.zeroWidth(),
            Cleaners.bidi(),
            Cleaners.plainPunctuation(),
            Cleaners.plainQuotes(),
            Cleaners.plainDashes(),
            Cleaners.plainEllipses(),
            Cleaners.lowercase(),
            Cleaners.lowercase(Locale.forLanguageTag("tr")),
            Cleaners.caseFold(),
            Cleaners.caseFold(Locale.forLanguageTag("az")),
            Cleaners.foldAccents(),
            Cleaners.limitRepeats(2),
            Cleaners.repairMojibake(),
            UPPERCASE);

    private static final List<Cleaner> MORE = List.of(
            Cleaners.html(),
            Cleaners.markdown(),
            Cleaners.drop(Entity.URL),
            Cleaners.mask(Entity.EMAIL, "<e-mail>"),
            Cleaners.drop(Entity.NUMBER),
            Cleaners.mask(Entity.MENTION, "@"),
            Cleaners.drop(Entity.HASHTAG),
            Cleaners.mask(Entity.EMOJI, ":)"),
            Cleaners.truncate(10),
            Cleaners.truncateToSentences(15));

    @Test
    void doWhatTheirNamesSay() {
        assertThat(Cleaners.nfc().apply("e\u0301")).isEqualTo("é");
        assertThat(Cleaners.nfd().apply("é")).isEqualTo("e\u0301");
        assertThat(Cleaners.nfkc().apply("ﬁ①")).isEqualTo("fi1");
        assertThat(Cleaners.nfkd().apply("½")).isEqualTo("1\u20442");
        assertThat(Cleaners.whitespace().apply(" a\u3000\n b\u00a0")).isEqualTo("a b");
        assertThat(Cleaners.whitespaceInLines().apply(" a \r\n\n b  c")).isEqualTo("a\nb c");
        assertThat(Cleaners.controls().apply("a\u0000\tb\u009f")).isEqualTo("a\tb");
        assertThat(Cleaners.zeroWidth().apply("a\u200bb\ufeff\u00ad")).isEqualTo("ab");
        assertThat(Cleaners.zeroWidth().apply("👨‍👩‍👧 می‌خواهم")).isEqualTo("👨‍👩‍👧 می‌خواهم");
        assertThat(Cleaners.bidi().apply("a\u202egpj.\u202c\u200f")).isEqualTo("agpj.");
        assertThat(Cleaners.plainPunctuation().apply("“It’s” – «so»…")).isEqualTo("\"It's\" - \"so\"...");
        assertThat(Cleaners.plainQuotes().apply("‘a’ – b")).isEqualTo("'a' – b");
        assertThat(Cleaners.plainDashes().apply("5−3—‘")).isEqualTo("5-3-‘");
        assertThat(Cleaners.plainEllipses().apply("a…")).isEqualTo("a...");
        assertThat(Cleaners.lowercase().apply("ΑΣ İI")).isEqualTo("ας i̇i");
        assertThat(Cleaners.lowercase(Locale.forLanguageTag("tr")).apply("DİYARBAKIR"))
                .isEqualTo("diyarbakır");
        assertThat(Cleaners.caseFold().apply("Straße ẞ ΣΑΣ")).isEqualTo("strasse ss σασ");
        assertThat(Cleaners.caseFold(Locale.forLanguageTag("tr")).apply("Iİ")).isEqualTo("ıi");
        assertThat(Cleaners.foldAccents().apply("Ångström Łódź")).isEqualTo("Angstrom Łodz");
    }

    @Test
    void htmlBecomesItsText() {
        var html =
                "<html><head><title>T</title><style>p{}</style></head><body><p>Caf&eacute; &amp; <b>bar</b></p><!-- no -->"
                        + "<script>if(a<b){}</script><ul><li>one<li>two</ul>x<br>y &#x1F44D; &notanentity R&D</body></html>";
        assertThat(Cleaners.html().then(Cleaners.whitespaceInLines()).apply(html))
                .isEqualTo("Café & bar\none\ntwo\nx\ny 👍 ¬anentity R&D");
        var text = Cleaners.html().clean(Text.of(html));
        var at = text.toString().indexOf("bar");
        assertThat(text.originalSpan(at, at + 3).of(html)).isEqualTo("bar");
        assertThat(text.originalSpan(at - 2, at - 1).of(html)).isEqualTo("&amp;");
    }

    @Test
    void markdownBecomesItsText() {
        var markdown =
                "# Title\n\n> a *quote* with `code`\n\n- [link](http://x.org) and ![image](y.png)\n1. snake_case __bold__ "
                        + "~~gone~~\n---\n```java\nint *p;\n```\n2 * 3 \\* [not a link]";
        assertThat(Cleaners.markdown().then(Cleaners.whitespaceInLines()).apply(markdown))
                .isEqualTo(
                        "Title\na quote with code\nlink and image\nsnake_case bold gone\nint *p;\n2 3 * [not a link]");
    }

    @Test
    void entitiesAreDroppedOrMasked() {
        var text =
                "See https://x.org/a?b=(1), www.y.de. Mail a.b@x.co.uk, ask @you #now: 3,5% of 1.000 is -2 in B2B 👍🏽!";
        assertThat(Cleaners.mask(Entity.URL, "URL").apply(text)).contains("See URL, URL. Mail");
        assertThat(Cleaners.mask(Entity.EMAIL, "MAIL").apply(text)).contains("Mail MAIL, ask");
        assertThat(Cleaners.drop(Entity.MENTION).apply(text)).contains("a.b@x.co.uk, ask  #now");
        assertThat(Cleaners.mask(Entity.HASHTAG, "TAG").apply(text)).contains("@you TAG:");
        assertThat(Cleaners.mask(Entity.NUMBER, "0").apply("3,5% of 1.000 is -2 in B2B"))
                .isEqualTo("0 of 0 is 0 in B2B");
        assertThat(Cleaners.drop(Entity.EMOJI).apply("a👍🏽b🇩🇪c❤️d1️⃣e© 1")).isEqualTo("abcde© 1");
    }

    @Test
    void textIsRepairedAndCut() {
        assertThat(Cleaners.repairMojibake().apply("CafÃ© â€œsoâ€\u009d ðŸ‘\u008d Ã"))
                .isEqualTo("Café “so” 👍 Ã");
        assertThat(Cleaners.repairMojibake().apply("café ÀÉ")).isEqualTo("café ÀÉ");
        assertThat(Cleaners.limitRepeats(2).apply("sooooo goood!!!! 1000")).isEqualTo("soo good!! 1000");
        assertThat(Cleaners.truncate(3).apply("ab👍🏽")).isEqualTo("ab");
        assertThat(Cleaners.truncate(3).apply("abc")).isEqualTo("abc");
        assertThat(Cleaners.truncateToSentences(12).apply("One. Two. Three.")).isEqualTo("One. Two. ");
        assertThatThrownBy(() -> Cleaners.truncate(-1)).hasMessage("expected 0 characters or more, found -1");
    }

    @Test
    void hostileTextTakesNoLongerThanItsLength() {
        var hostile = List.of(
                "[", "](", "<", "&", "<a ", "a@", "@", "#", "1,", "http://", "www.", "Ã", "*", "`", "a.", "x", "👍",
                "> ", "-");
        for (var piece : hostile) {
            var text = piece.repeat(200_000 / piece.length());
            for (var cleaner : MORE) {
                assertTimeout(Duration.ofSeconds(10), () -> cleaner.apply(text), () -> cleaner + " on " + piece);
            }
        }
    }

    @Test
    void whatIsCleanComesBackAsTheSameObject() {
        var plain = Text.of("plain ascii text");
        for (var cleaner : ALL.subList(0, ALL.indexOf(UPPERCASE))) {
            assertThat(cleaner.clean(plain)).as("%s", cleaner).isSameAs(plain);
        }
    }

    @Test
    void haveNamesOfTheirOwnAndDescribeThemselves() {
        assertThat(ALL.stream().map(Object::toString)).doesNotHaveDuplicates();
        assertThat(ALL.stream().map(cleaner -> cleaner.describe().orElseThrow()))
                .doesNotHaveDuplicates();
        var chain = Cleaners.nfc()
                .then(Cleaners.lowercase(Locale.forLanguageTag("tr")))
                .then(Cleaners.bidi());
        assertThat(chain).hasToString("nfc ▸ lowercase(tr) ▸ bidi");
        assertThat(chain.describe().orElseThrow().settings())
                .containsEntry("02", "lowercase")
                .containsEntry("02.locale", "tr")
                .hasSize(4);
        assertThat(chain.then(text -> text).describe()).isEmpty();
    }

    @Test
    void normalisationInPiecesIsThatOfTheWhole() {
        var forms = Map.of(
                Cleaners.nfc(), Normalizer.Form.NFC,
                Cleaners.nfd(), Normalizer.Form.NFD,
                Cleaners.nfkc(), Normalizer.Form.NFKC,
                Cleaners.nfkd(), Normalizer.Form.NFKD);
        var contexts =
                List.of("a", "\u1100", "\uac00", "\u3131", "\u0915", "\uff76", "\u09c7", "e\u0323", "\ud804\udd31");
        forms.forEach((cleaner, form) -> {
            for (var codePoint = 0; codePoint < 0x2FA20; codePoint += codePoint == 0x1FFFF ? 0xF801 : 1) {
                var text = new StringBuilder();
                for (var context : contexts) {
                    text.append(context).appendCodePoint(codePoint);
                }
                if (isWorthATry(codePoint)
                        && Character.getType(codePoint) != Character.SURROGATE
                        && Character.getType(codePoint) != Character.UNASSIGNED) {
                    var whole = text.append("\u0301\u1161").toString();
                    assertThat(cleaner.apply(whole).equals(Normalizer.normalize(whole, form)))
                            .as("%s around U+%04X", cleaner, codePoint)
                            .isTrue();
                }
            }
        });
    }

    /** Of the long runs of characters that are all alike, every fiftieth. */
    private static boolean isWorthATry(int codePoint) {
        var isAlike = (codePoint >= 0x3400 && codePoint < 0xA000)
                || (codePoint >= 0xAC00 && codePoint < 0xD7A4)
                || (codePoint >= 0x12000 && codePoint < 0x1D000);
        return !isAlike || codePoint % 50 == 0;
    }

    /** A range of the result comes from its range of the original: cleaning that range alone gives it again. */
    @Test
    void anyRangeOfTheResultStandsForWhatItWasMadeOf() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var original = RandomText.of(random, 12);
            for (var cleaner : ALL) {
                var cleaned = cleaner.clean(Text.of(original));
                assertThat(cleaned.toString()).as("seed %d, %s", seed, cleaner).isEqualTo(cleaner.apply(original));
                for (var i = 0; i < cleaned.length(); i++) {
                    var j = i + 1 + random.nextInt(cleaned.length() - i);
                    if (splitsAPair(cleaned, i) || splitsAPair(cleaned, j)) {
                        continue;
                    }
                    var span = cleaned.originalSpan(i, j);
                    var again = cleaner.apply("." + span.of(original) + ".");
                    var part = cleaned.toString().substring(i, j);
                    if (!sigmas(again).contains(sigmas(part))) {
                        fail("seed %d, %s, %s of %s: %s", seed, cleaner, span, escaped(original), escaped(part));
                    }
                }
            }
        }
    }

    private static boolean splitsAPair(Text text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x7f && c > 31 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    /** The final sigma is final by what stands around it, which a range alone does not show. */
    private static String sigmas(String text) {
        return text.replace('ς', 'σ');
    }

    @Test
    void chainsKeepTheOffsetsInOrderAndInside() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var original = RandomText.of(random, 25);
            var names = new ArrayList<String>();
            var text = Text.of(original);
            for (var step = 0; step < 10; step++) {
                var shelf = step % 2 == 0 ? ALL : MORE;
                var cleaner = shelf.get(random.nextInt(shelf.size()));
                names.add(cleaner.toString());
                text = cleaner.clean(text);
            }
            var last = new Span(0, 0);
            for (var i = 0; i < text.length(); i++) {
                var span = text.originalSpan(i, i + 1);
                assertThat(span.start()).as("seed %d, %s", seed, names).isGreaterThanOrEqualTo(last.start());
                assertThat(span.end()).isGreaterThanOrEqualTo(last.end()).isLessThanOrEqualTo(original.length());
                last = span;
            }
        }
    }

    @Test
    void emptyTextsAndHugeOnesAreFine() {
        var huge = "é\u0301x\u200b “".repeat(300_000);
        for (var cleaner : ALL) {
            assertThat(cleaner.apply("")).isEmpty();
            assertThat(cleaner.apply(huge)).isNotEmpty();
            assertThatThrownBy(() -> cleaner.apply(null)).isInstanceOf(NullPointerException.class);
        }
    }
}

package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("tickets.csv"), content);
    }

    private TableReader csv(String content) throws IOException {
        return Datasets.csv(file(content));
    }

    /** Asserts that reading texts and labels fails, and how. */
    private void assertProblem(TableReader reader, String lineAndProblem) {
        assertThatThrownBy(() -> reader.labels("text", "intent"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("tickets.csv") + lineAndProblem);
    }

    @Test
    void readsTextsAndLabels() throws IOException {
        var tickets = csv("text,intent\nWhere is my card?,card\n\"Well, \"\"hello\"\"\nthere\",greeting\n")
                .labels("text", "intent");

        assertThat(tickets.examples())
                .containsExactly(
                        Example.of("1", "Where is my card?", "card"),
                        Example.of("2", "Well, \"hello\"\nthere", "greeting"));
        assertThat(tickets.references()).containsExactly("card", "greeting");
        assertThat(tickets.name()).isEqualTo("tickets.csv");
    }

    @Test
    void readsTheExamplesOfRfc4180() throws IOException {
        var reader = Datasets.csv(file("aaa,bbb,ccc\r\nzzz,yyy,xxx")).withoutHeader("a", "b", "c");
        var quoted = Datasets.csv(Files.writeString(
                folder.resolve("quoted.csv"), "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,\"b\"\"bb\",xxx\r\n"));

        assertThat(reader.read(Row::columns, row -> row.text("c")).references()).containsExactly("ccc", "xxx");
        assertThat(quoted.withoutHeader("a", "b", "c").labels("a", "b").references())
                .containsExactly("b\r\nbb", "b\"bb");
    }

    @Test
    void keepsSpacesAndEmptyTexts() throws IOException {
        var tickets = csv("text,intent\n, card \n\"\",\" \tx\"\n").labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("1", "", " card "), Example.of("2", "", " \tx"));
    }

    @Test
    void passesOverEmptyLinesAndAByteOrderMark() throws IOException {
        var tickets = csv("\uFEFF\n\r\ntext,intent\n\na,b\n\n\n").labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("1", "a", "b"));
    }

    @Test
    void readsWhatHasOnlyAByteOrderMarkLess() throws IOException {
        assertProblem(csv("\uFEFF"), ":1: expected a header that names the columns, found an empty file");
    }

    @Test
    void readsOtherDelimitersAndCharsets() throws IOException {
        var windows = Charset.forName("windows-1252");
        var file = Files.write(folder.resolve("tickets.csv"), "text;intent\nfür, „dich“;größe\n".getBytes(windows));

        var tickets = Datasets.csv(file).withDelimiter(';').withCharset(windows).labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("1", "für, „dich“", "größe"));
    }

    @Test
    void readsUtf16WithItsByteOrderMark() throws IOException {
        var file = Files.write(folder.resolve("tickets.csv"), "text,intent\n😀é,b".getBytes(StandardCharsets.UTF_16));

        assertThat(Datasets.csv(file)
                        .withCharset(StandardCharsets.UTF_16)
                        .labels("text", "intent")
                        .examples())
                .containsExactly(Example.of("1", "😀é", "b"));
    }

    @Test
    void readsTabsWithQuotesInTheMiddle() throws IOException {
        var file = file("text\tintent\n5\" pipe, \"new\"\tplumbing\n\"a\tb\"\tc\n");

        assertThat(Datasets.tsv(file).labels("text", "intent").examples())
                .containsExactly(Example.of("1", "5\" pipe, \"new\"", "plumbing"), Example.of("2", "a\tb", "c"));
    }

    @Test
    void readsQuotesAsTextWhenTold() throws IOException {
        var tickets = csv("text,intent\n\"a,b\"\n\",c\"d\"\n").withoutQuotes().labels("text", "intent");

        assertThat(tickets.examples()).containsExactly(Example.of("1", "\"a", "b\""), Example.of("2", "\"", "c\"d\""));
    }

    @Test
    void takesIdsAndTagsFromColumns() throws IOException {
        var tickets = csv("id,text,intent,lang,channel\nt-1,a,b,en,\nt-2,c,d,de,mail\n")
                .withId("id")
                .withTags("lang", "channel")
                .withName("tickets of May")
                .labels("text", "intent");

        assertThat(tickets.examples())
                .containsExactly(
                        Example.of("t-1", "a", "b").withTag("lang", "en"),
                        Example.of("t-2", "c", "d").withTags(Map.of("lang", "de", "channel", "mail")));
        assertThat(tickets.name()).isEqualTo("tickets of May");
    }

    @Test
    void readsExamplesWithoutReferences() throws IOException {
        var texts = csv("text\na\n\"\"\n").unlabelled("text");

        assertThat(texts.examples()).containsExactly(Example.of("1", "a"), Example.of("2", ""));
        assertThat(texts.references()).containsExactly(NoReference.NONE);
    }

    @Test
    void namesTheColumnsThereAreWhenOneIsMissing() throws IOException {
        assertProblem(csv("text,label\na,b\n"), ":1: expected a column 'intent', found [text, label]");
        assertProblem(csv("text,label\na,b\n").withId("id"), ":1: expected a column 'id', found [text, label]");
        assertProblem(csv("text,label\na,b\n").withTags("lang"), ":1: expected a column 'lang', found [text, label]");
    }

    @Test
    void saysWhatAnEmptyFileLacks() throws IOException {
        assertProblem(csv(""), ":1: expected a header that names the columns, found an empty file");
        assertProblem(csv("\n\r\n"), ":1: expected a header that names the columns, found an empty file");
        assertProblem(csv("text,intent\n"), ":1: expected at least one row, found only the header [text, intent]");
        assertProblem(csv("\n").withoutHeader("text", "intent"), ":1: expected at least one row, found an empty file");
    }

    @Test
    void refusesRaggedRowsByTheirPhysicalLine() throws IOException {
        assertProblem(
                csv("text,intent\n\"a\nb\r\nc\rd\",e\n\nx,y,z\n"), ":7: expected 2 fields [text, intent], found 3");
        assertProblem(csv("text,intent\nonly\n"), ":2: expected 2 fields [text, intent], found 1");
    }

    @Test
    void refusesQuotesThatDoNotAddUp() throws IOException {
        assertProblem(
                csv("text,intent\na,b\n\"c\nd,e\nf,g\n"), ":3: expected a closing quote, found the end of the file");
        assertProblem(
                csv("text,intent\na,\"b\nc\"d\n"),
                ":3: expected a delimiter or the end of the line after a closing quote, found 'd';"
                        + " withoutQuotes() reads quotes as text");
        assertProblem(
                csv("text,intent\nsay \"yes\",b\n"),
                ":2: expected a text with quotes in it to be quoted as a whole, found 'say \"';"
                        + " withoutQuotes() reads quotes as text");
    }

    @Test
    void refusesABlankLabel() throws IOException {
        assertProblem(csv("text,intent\na,b\nc, \n"), ":3: column 'intent' is empty");
        assertProblem(csv("id,text,intent\n,a,b\n").withId("id"), ":2: column 'id' is empty");
    }

    @Test
    void refusesTheSecondOfTwoEqualIdsAndNamesBothLines() throws IOException {
        assertProblem(
                csv("id,text,intent\n7,\"a\na\",b\n8,a,b\n7,c,d\n").withId("id"),
                ":5: expected each id once, found '7' here and on line 2");
    }

    @Test
    void refusesAColumnThatIsThereTwiceUnlessItHasNoName() throws IOException {
        assertProblem(
                csv("text,intent,text\n"), ":1: expected each column once, found 'text' twice in [text, intent, text]");
        assertThat(csv(",,text,intent\n1,2,a,b\n").labels("text", "intent").references())
                .containsExactly("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.csv("x.csv").withoutHeader("a", "a"))
                .withMessage("expected each column once, found 'a' twice in [a, a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Datasets.csv("x.csv").withoutHeader());
    }

    @Test
    void limitsTheLengthOfFieldsAndRows() throws IOException {
        var reader = csv("text,intent\n\"1234567\"\"90\",12345\n");

        assertThat(reader.withMaxFieldLength(10)
                        .withMaxRowLength(16)
                        .labels("text", "intent")
                        .examples())
                .hasSize(1);
        assertProblem(
                reader.withMaxFieldLength(9),
                ":2: expected fields of at most 9 characters, found a longer one; withMaxFieldLength raises the limit");
        assertProblem(
                reader.withMaxRowLength(15),
                ":2: expected rows of at most 15 characters, found a longer one; withMaxRowLength raises the limit");
        assertThatIllegalArgumentException().isThrownBy(() -> reader.withMaxFieldLength(0));
    }

    @Test
    void anUnclosedQuoteEndsAtTheLimitAndNotAtTheEndOfTheFile() throws IOException {
        assertProblem(
                csv("text,intent\n\"a,b\n" + "c,d\n".repeat(300_000)),
                ":2: expected fields of at most 1000000 characters, found a longer one;"
                        + " withMaxFieldLength raises the limit");
        assertProblem(
                csv("text,intent\n" + "a".repeat(1_000_001) + ",b\n"),
                ":2: expected fields of at most 1000000 characters, found a longer one;"
                        + " withMaxFieldLength raises the limit");
    }

    @Test
    void namesTheLineOfBytesThatAreNotUtf8() throws IOException {
        var file = folder.resolve("tickets.csv");
        Files.write(file, "text,intent\n\"a\nb\",c\nd,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(Datasets.csv(file), ":4: expected UTF-8, found the byte 0xE9");

        Files.write(file, "text,intent\na,b\n\"c\nd\u00e9\",e\n".getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(Datasets.csv(file), ":4: expected UTF-8, found the byte 0xE9");

        Files.write(file, new byte[] {'t', ',', 'i', '\n', (byte) 0xF0, (byte) 0x9F});
        assertProblem(Datasets.csv(file), ":2: expected UTF-8, found the byte 0xF0");
    }

    @Test
    void rowsBeforeBrokenBytesCanBeRead() throws IOException {
        var file = folder.resolve("tickets.csv");
        Files.write(file, "text,intent\na,b\n\u00e9,c\n".getBytes(StandardCharsets.ISO_8859_1));

        try (var tickets = Datasets.csv(file).streamed().labels("text", "intent").stream()) {
            assertThat(tickets.findFirst()).contains(Example.of("1", "a", "b"));
        }
    }

    @Test
    void putsTheUsersExceptionInItsPlace() throws IOException {
        var reader = csv("text,score\na,1\nb,one\n");

        assertThatThrownBy(() -> reader.read(row -> row.text("text"), row -> Integer.valueOf(row.text("score"))))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "tickets.csv:3: reading the reference failed with java.lang.NumberFormatException:"
                                + " For input string: \"one\"")
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> reader.read(row -> row.text("text"), row -> null))
                .hasMessageEndingWith("tickets.csv:2: expected the reference, found null");
    }

    @Test
    void theExceptionCarriesSourceAndLine() throws IOException {
        var file = file("text\na,b\n");
        var ragged = catchThrowableOfType(
                DataException.class, () -> Datasets.csv(file).unlabelled("text"));
        var missing = catchThrowableOfType(
                DataException.class, () -> Datasets.csv("no/such.csv").unlabelled("text"));

        assertThat(ragged.source()).isEqualTo(file.toString());
        assertThat(ragged.line()).hasValue(2);
        assertThat(missing).hasMessage("no/such.csv: no such file");
        assertThat(missing.line()).isEmpty();
    }

    @Test
    void boundsAndEscapesWhatItQuotes() throws IOException {
        assertThatThrownBy(() -> csv("text\na\n").unlabelled("\u202e\n\u0000" + "x".repeat(1000)))
                .hasMessageEndingWith("expected a column '\\u202e\\u000a\\u0000" + "x".repeat(57) + "…', found [text]");
    }

    @Test
    void refusesADelimiterThatIsAQuoteOrALineEnd() {
        for (var delimiter : List.of('"', '\n', '\r')) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Datasets.csv("x.csv").withDelimiter(delimiter));
        }
    }
}

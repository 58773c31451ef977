package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTest {

    @TempDir
    Path folder;

    private enum Size {
        SMALL,
        LARGE
    }

    private record Order(String item, int count, LocalDate day) {}

    private Object table(Function<Row, ?> read) throws IOException {
        var file = Files.writeString(
                folder.resolve("orders.csv"), "item,count,price,size,day,note\nnail,3,0.10,LARGE,2026-11-01, \n");
        return Datasets.csv(file).read(read).examples().get(0).input();
    }

    private Object json(Function<Row, ?> read) throws IOException {
        var file = Files.writeString(
                folder.resolve("orders.jsonl"),
                "{\"item\":\"nail\",\"count\":3,\"price\":0.10,\"size\":\"LARGE\",\"day\":\"2026-11-01\",\"note\":null,"
                        + "\"tags\":[\"a\",\"b\"],\"deep\":{\"er\":[{\"text\":\"found\"}]},\"sold\":true,\"big\":1e400}\n");
        return Datasets.jsonl(file).read(read).examples().get(0).input();
    }

    private Object both(Function<Row, ?> read) throws IOException {
        var ofTable = table(read);
        assertThat(ofTable).isEqualTo(json(read));
        return ofTable;
    }

    @Test
    void givesTextsAndTypedValues() throws IOException {
        assertThat(both(row -> row.text("item"))).isEqualTo("nail");
        assertThat(both(row -> row.text("count"))).isEqualTo("3");
        assertThat(both(row -> row.text("price"))).isEqualTo("0.10");
        assertThat(both(row -> row.value("count", Integer.class))).isEqualTo(3);
        assertThat(both(row -> row.value("count", Double.class))).isEqualTo(3.0);
        assertThat(both(row -> row.value("price", BigDecimal.class))).isEqualTo(new BigDecimal("0.10"));
        assertThat(both(row -> row.value("size", Size.class))).isEqualTo(Size.LARGE);
        assertThat(both(row -> row.value("day", LocalDate.class))).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(both(row -> row.as(Order.class))).isEqualTo(new Order("nail", 3, LocalDate.of(2026, 11, 1)));
        assertThat(both(row -> row.source().contains("orders.") && row.number() == 1))
                .isEqualTo(true);
    }

    @Test
    void findsWhatMayHaveNothingToSay() throws IOException {
        assertThat(both(row -> row.find("note"))).isEqualTo(Optional.empty());
        assertThat(both(row -> row.find("item"))).isEqualTo(Optional.of("nail"));
        assertThat(json(row -> row.find("missing"))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> table(row -> row.find("missing")))
                .hasMessageEndingWith("expected a column 'missing', found [item, count, price, size, day, note]");
    }

    @Test
    void knowsItsColumnsAndItsLine() throws IOException {
        assertThat(table(Row::columns)).isEqualTo(List.of("item", "count", "price", "size", "day", "note"));
        assertThat(json(Row::columns))
                .asInstanceOf(list(String.class))
                .startsWith("item", "count")
                .hasSize(10);
        assertThat(table(Row::line)).isEqualTo(2L);
        assertThat(json(Row::line)).isEqualTo(1L);
    }

    @Test
    void givesTheWholeRowAsJson() throws IOException {
        var mapper = new JsonMapper();
        assertThat(table(Row::json))
                .isEqualTo(mapper.readTree("{\"item\":\"nail\",\"count\":\"3\",\"price\":\"0.10\",\"size\":\"LARGE\","
                        + "\"day\":\"2026-11-01\",\"note\":\" \"}"));
        assertThat(json(row -> row.json().at("/tags/1").textValue())).isEqualTo("b");
        assertThat(json(row -> {
                    ((ObjectNode) row.json()).remove("item");
                    return row.text("item");
                }))
                .isEqualTo("nail");
    }

    @Test
    void readsListsAndWhatIsDeeperDownInJson() throws IOException {
        assertThat(json(row -> Set.of(row.value("tags", String[].class)))).isEqualTo(Set.of("a", "b"));
        assertThat(json(row -> row.text("/deep/er/0/text"))).isEqualTo("found");
        assertThat(json(row -> row.find("/deep/er/1/text"))).isEqualTo(Optional.empty());
        assertThat(json(row -> row.text("sold"))).isEqualTo("true");
        assertThatThrownBy(() -> json(row -> row.text("/deep/er/1/text")))
                .hasMessageContaining("expected a column '/deep/er/1/text', found [item, ");
    }

    @Test
    void saysWhatStandsThereInsteadOfWhatWasAskedFor() throws IOException {
        assertThatThrownBy(() -> table(row -> row.value("item", Integer.class)))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("orders.csv:2: expected Integer in column 'item', found 'nail'");
        assertThatThrownBy(() -> json(row -> row.value("price", Integer.class)))
                .hasMessageEndingWith("orders.jsonl:1: expected Integer in column 'price', found '0.10'");
        assertThatThrownBy(() -> json(row -> row.value("note", String.class)))
                .hasMessageEndingWith("expected String in column 'note', found 'null'");
        assertThatThrownBy(() -> json(row -> row.value("size", Integer.class)))
                .hasMessageEndingWith("expected Integer in column 'size', found 'LARGE'");
        assertThatThrownBy(() -> json(row -> row.value("big", Double.class)))
                .hasMessageEndingWith("expected Double in column 'big', found '1E+400'");
        assertThatThrownBy(() -> table(row -> row.value("note", Double.class)))
                .hasMessageEndingWith("orders.csv:2: column 'note' is empty");
        assertThatThrownBy(() -> json(row -> row.text("tags")))
                .hasMessageEndingWith("expected text in column 'tags', found an array");
        assertThatThrownBy(() -> json(row -> row.text("note")))
                .hasMessageEndingWith("expected text in column 'note', found null");
        assertThatThrownBy(() -> table(row -> {
                    throw row.error("expected more, found less");
                }))
                .hasMessageEndingWith("orders.csv:2: expected more, found less");
    }

    private record Colour(String item, String colour) {}

    @Test
    void refusesARecordThatARowCannotFill() throws IOException {
        assertThatThrownBy(() -> table(row -> row.as(Colour.class)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("orders.csv:2: expected a row that is a Colour: ")
                .hasMessageContaining("colour");
    }

    @Test
    void namesThePositionsOfAnArray() throws IOException {
        var file = Files.writeString(folder.resolve("rows.jsonl"), "[\"a\", \"b\"]\n");

        assertThat(Datasets.jsonl(file).read(Row::columns).examples().get(0).input())
                .isEqualTo(List.of("0", "1"));
        for (var column : List.of("2", "-1", "text", "99999999999999", "")) {
            assertThatThrownBy(() -> Datasets.jsonl(file).unlabelled(column))
                    .hasMessageEndingWith("rows.jsonl:1: expected a column '" + column + "', found [0, 1]");
        }
        assertThat(Datasets.jsonl(file)
                        .read(row -> Optional.of(row.value("1", String.class)))
                        .references())
                .hasSize(1);
    }
}

package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Published benchmark datasets, read where they lie; the counts are those of their publishers. */
class RealDatasetsTest {

    private static Path dataset(String name) {
        var file = Path.of(System.getProperty("llmops.shared", "../shared"), "datasets", name);
        assumeTrue(Files.exists(file), () -> "skipped, for lack of " + file);
        return file;
    }

    @Test
    void readsBanking77() {
        var train = Datasets.csv(dataset("banking77/train.csv")).labels("text", "category");
        var test = Datasets.file(dataset("banking77/test.csv")).streamed().labels("text", "category");

        assertThat(train.size()).isEqualTo(10_003);
        assertThat(train.references()).hasSize(77);
        assertThat(test.size()).isEqualTo(3_080);
        assertThat(test.classBalance()).hasSize(77);
        assertThat(test.classBalance().values()).containsOnly(40L);
    }

    @Test
    void readsTheSplitsOfClinc150() {
        var file = dataset("clinc150/data_full.json");

        var train = Datasets.json(file, "/train").labels("0", "1");
        assertThat(train.size()).isEqualTo(15_000);
        assertThat(train.classBalance()).hasSize(150);
        assertThat(train.classBalance().values()).containsOnly(100L);
        assertThat(Datasets.file(file + "#/val").labels("0", "1").size()).isEqualTo(3_000);
        assertThat(Datasets.file(file + "#/test").labels("0", "1").size()).isEqualTo(4_500);
        assertThat(Datasets.file(file + "#/oos_test").labels("0", "1").classBalance())
                .containsExactlyInAnyOrderEntriesOf(Map.of("oos", 1_000L));
    }

    @Test
    void readsGoEmotionsWithItsQuotesAndSeveralLabels() {
        var test = Datasets.tsv(dataset("goemotions/test.tsv"))
                .withoutQuotes()
                .withoutHeader("text", "labels", "id")
                .withId("id")
                .read(row -> row.text("text"), row -> Set.of(row.label("labels").split(",")));

        assertThat(test.size()).isEqualTo(5_427);
        assertThat(test.stream()
                        .flatMap(example -> example.reference().stream())
                        .distinct())
                .hasSize(28);
    }

    @Test
    void readsGsm8k() {
        var test = Datasets.jsonl(dataset("gsm8k/test.jsonl")).read(row -> row.text("question"), row -> {
            var answer = row.text("answer");
            return Long.valueOf(answer.substring(answer.lastIndexOf("#### ") + 5)
                    .replace(",", "")
                    .strip());
        });

        assertThat(test.size()).isEqualTo(1_319);
    }

    @Test
    void readsXstestWithItsIdsAndTags() {
        var prompts = Datasets.csv(dataset("xstest/xstest_prompts.csv"))
                .withId("id")
                .withTags("type", "label")
                .unlabelled("prompt");

        assertThat(prompts.size()).isEqualTo(450);
        assertThat(prompts.stream()
                        .filter(example -> "safe".equals(example.tags().get("label"))))
                .hasSize(250);
    }

    @Test
    void readsTablesOfManyColumnsAndFieldsOfManyLines() {
        assertThat(Datasets.csv(dataset("truthfulqa/TruthfulQA.csv"))
                        .labels("Question", "Best Answer")
                        .size())
                .isEqualTo(817);
        assertThat(Datasets.csv(dataset("hate_offensive/labeled_data.csv"))
                        .read(row -> row.text("tweet"), row -> row.value("class", Integer.class))
                        .classBalance())
                .containsOnlyKeys(0, 1, 2)
                .containsEntry(0, 1_430L)
                .containsEntry(1, 19_190L)
                .containsEntry(2, 4_163L);
    }

    @Test
    void readsTasksBehindACanary() {
        var sorting = Datasets.file(dataset("bbh/bbh/word_sorting.json") + "#/examples")
                .labels("input", "target");

        assertThat(sorting.size()).isEqualTo(250);
    }
}

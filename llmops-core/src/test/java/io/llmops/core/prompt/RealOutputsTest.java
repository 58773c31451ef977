package io.llmops.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.llmops.core.pipeline.Outcome;
import io.llmops.core.pipeline.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parsers on what real models wrote, against what the datasets' makers made of it. */
class RealOutputsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    /** BIG-Bench Hard, outputs of code-davinci-002: the accuracy its makers published, in per cent. */
    @ParameterizedTest
    @CsvSource({
        "cot/date_understanding, choice, 1",
        "direct/date_understanding, choice, 0",
        "direct/snarks, choice, 0",
        "direct/sports_understanding, yes-no, 0",
        "direct/object_counting, number, 0",
        "direct/multistep_arithmetic_two, number, 0",
        "cot/object_counting, last number, 0"
    })
    void agreesWithThePublishedAccuracy(String task, String kind, int mostAbstained) throws IOException {
        var base = "bbh/code-davinci-002-outputs/code-davinci-002-" + task + "_few_shot_template_0-255000";
        var outputs = JSON.readTree(Files.readString(dataset(base + ".json"))).get("outputs");
        var published = JSON.readTree(Files.readString(dataset(base + "_eval_metrics.jsonl")))
                .get("accuracy")
                .asDouble();
        Function<JsonNode, Boolean> right = right(kind);
        var correct = 0;
        var abstained = 0;
        for (var output : outputs) {
            correct += right.apply(output) ? 1 : 0;
            abstained += parser(kind).apply(output.get("prediction").asText()) instanceof Outcome.Abstained ? 1 : 0;
        }
        var accuracy = 100.0 * correct / outputs.size();
        System.out.printf("%s: accuracy %.1f, published %.1f, abstained %d%n", task, accuracy, published, abstained);
        assertThat(accuracy).isCloseTo(published, within(1e-9));
        assertThat(abstained).isLessThanOrEqualTo(mostAbstained);
    }

    /** GSM8K: the number behind the four number signs that end each reference. */
    @Test
    void readsTheReferencesOfGsm8k() throws IOException {
        var lines = Files.readAllLines(dataset("gsm8k/test.jsonl"));
        for (var line : lines) {
            var reference = JSON.readTree(line).get("answer").asText();
            assertThat(AnswerParsers.lastNumber().apply(reference))
                    .isEqualTo(Outcome.answered(numberBehind("####", reference)));
        }
        assertThat(lines).hasSize(1319);
    }

    /** GSM8K: solutions of four models, each with the judgement of the dataset's makers. */
    @Test
    void agreesWithTheJudgementsOnSolutionsOfGsm8k() throws IOException {
        var agreed = 0;
        var all = 0;
        for (var line : Files.readAllLines(dataset("gsm8k/example_model_solutions.jsonl"))) {
            var problem = JSON.readTree(line);
            var reference = numberBehind("A:", problem.get("ground_truth").asText());
            for (var model : MODELS) {
                var solution = problem.get(model);
                var outcome = AnswerParsers.lastNumber()
                        .apply(solution.get("solution").asText());
                var correct = outcome.equals(Outcome.answered(reference));
                agreed += correct == solution.get("is_correct").asBoolean() ? 1 : 0;
                all++;
            }
        }
        System.out.printf("gsm8k solutions: agreed with the judgement on %d of %d%n", agreed, all);
        assertThat(all).isEqualTo(5276);
        assertThat(agreed).isGreaterThanOrEqualTo(5271);
    }

    private static Function<JsonNode, Boolean> right(String kind) {
        return output -> {
            var target = output.get("target").asText();
            Object reference = switch (kind) {
                case "choice" -> target.substring(1, 2);
                case "yes-no" -> target.equals("yes");
                default -> Double.valueOf(target);
            };
            return parser(kind).apply(output.get("prediction").asText()).equals(Outcome.answered(reference));
        };
    }

    private static Stage<String, ? extends Outcome<?>> parser(String kind) {
        return switch (kind) {
            case "choice" -> AnswerParsers.choice(10);
            case "yes-no" -> AnswerParsers.yesNo();
            case "number" -> AnswerParsers.number();
            default -> AnswerParsers.lastNumber();
        };
    }

    private static double numberBehind(String mark, String text) {
        return Double.parseDouble(text.substring(text.lastIndexOf(mark) + mark.length())
                .replace(",", "")
                .strip());
    }

    private static Path dataset(String name) {
        var file = Path.of(System.getProperty("llmops.shared", "../shared"), "datasets", name);
        assumeTrue(Files.exists(file), () -> "skipped: no reference material at " + file);
        return file;
    }
}

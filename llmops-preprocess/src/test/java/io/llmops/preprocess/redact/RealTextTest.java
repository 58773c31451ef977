package io.llmops.preprocess.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The standard redactor on texts that others labelled, or wrote without thinking of us. */
class RealTextTest {

    private static final Path DATASETS = Path.of(System.getProperty("llmops.shared", "../shared"), "datasets");

    /**
     * The set's type, ours, and the least precision and recall: 0.03 below what was measured (1 or nearly so), which is one
     * or two of the rarer types' spans and fewer than any form that is lost takes along.
     */
    private static final List<Claim> CLAIMS = List.of(
            new Claim("EMAIL_ADDRESS", EntityType.EMAIL, 0.97, 0.97),
            new Claim("CREDIT_CARD", EntityType.CARD, 0.97, 0.96),
            new Claim("IBAN_CODE", EntityType.IBAN, 0.97, 0.97),
            new Claim("IP_ADDRESS", EntityType.IP_ADDRESS, 0.97, 0.97),
            new Claim("US_SSN", NationalId.US_SSN.type(), 0.97, 0.97),
            new Claim("PHONE_NUMBER", EntityType.PHONE, 0.97, 0.93));

    private record Claim(String label, EntityType type, double precision, double recall) {}

    /** A labelled or found span of one text. */
    private record Place(int text, int start, int end) {}

    @Test
    void findsWhatPresidiosSetLabels() throws IOException {
        var file = DATASETS.resolve("presidio_pii/synth_dataset_v2.json");
        assumeTrue(Files.exists(file), "no labelled texts at " + file + ": skipped");
        var texts = new ObjectMapper().readTree(file.toFile());
        var lines = new ArrayList<String>();
        lines.add("type\tours\tlabelled\tfound\tright\tprecision\trecall\tf1");
        var found = found(texts);
        var failures = new ArrayList<String>();
        for (var claim : CLAIMS) {
            var labelled = labelled(texts, claim.label());
            var ours = found.getOrDefault(claim.type().name(), Set.of());
            var right = new HashSet<>(labelled);
            right.retainAll(ours);
            var precision = right.size() / (double) ours.size();
            var recall = right.size() / (double) labelled.size();
            lines.add(String.format(
                    "%s\t%s\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f",
                    claim.label(),
                    claim.type(),
                    labelled.size(),
                    ours.size(),
                    right.size(),
                    precision,
                    recall,
                    2 * precision * recall / (precision + recall)));
            if (precision < claim.precision() || recall < claim.recall()) {
                failures.add(lines.get(lines.size() - 1));
            }
        }
        lines.add("not claimed: " + unclaimed(texts));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "presidio.tsv"), lines);
        assertThat(failures).isEmpty();
    }

    private static Map<String, Set<Place>> found(JsonNode texts) {
        var redactor = Redactor.standard("US", "GB");
        var found = new TreeMap<String, Set<Place>>();
        for (var i = 0; i < texts.size(); i++) {
            for (var finding : redactor.find(texts.get(i).get("full_text").asText())) {
                found.computeIfAbsent(finding.type().name(), type -> new HashSet<>())
                        .add(new Place(i, finding.start(), finding.end()));
            }
        }
        return found;
    }

    private static Set<Place> labelled(JsonNode texts, String label) {
        var labelled = new HashSet<Place>();
        for (var i = 0; i < texts.size(); i++) {
            for (var span : texts.get(i).get("spans")) {
                if (span.get("entity_type").asText().equals(label)) {
                    labelled.add(new Place(
                            i,
                            span.get("start_position").asInt(),
                            span.get("end_position").asInt()));
                }
            }
        }
        return labelled;
    }

    private static Set<String> unclaimed(JsonNode texts) {
        var labels = new TreeSet<String>();
        texts.forEach(text -> StreamSupport.stream(text.get("spans").spliterator(), false)
                .forEach(span -> labels.add(span.get("entity_type").asText())));
        CLAIMS.forEach(claim -> labels.remove(claim.label()));
        return labels;
    }

    @Test
    void findsNextToNothingInCustomersQuestionsAndEncyclopediaText() throws IOException {
        for (var name :
                List.of("banking77/train.csv", "clinc150/data_full.json", "xquad/xquad.en.json", "gsm8k/test.jsonl")) {
            var file = DATASETS.resolve(name);
            assumeTrue(Files.exists(file), "no texts at " + file + ": skipped");
            var text = Files.readString(file);
            var findings = Redactor.standard("US", "GB").find(text);
            assertThat(findings).as("%s: %d characters", name, text.length()).hasSizeLessThanOrEqualTo(2);
        }
    }
}

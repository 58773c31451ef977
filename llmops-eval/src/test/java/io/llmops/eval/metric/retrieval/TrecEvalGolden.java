package io.llmops.eval.metric.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import io.llmops.eval.golden.DatasetFiles;
import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import io.llmops.eval.metric.Observation;
import io.llmops.eval.metric.Uncertainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** trec_eval's measures, of each query and of all of them. */
public final class TrecEvalGolden implements GoldenChecker {

    private static final String ALL = "all";
    private static final Set<String> COUNTS = Set.of("num_ret", "num_rel", "num_rel_ret");
    private static final Uncertainty QUICK = Uncertainty.STANDARD.withResamples(100);
    private static final Pattern CUT = Pattern.compile("(P|recall|success|map_cut|ndcg_cut|unj)_([0-9]+)");
    private static final Pattern SHARE = Pattern.compile("(iprec_at_recall|Rprec_mult)_([0-9.]+)");

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var complete = isComplete(golden);
        var level = golden.params().path("relevance_level").asInt(1);
        var judgements = judgements(golden.input());
        var run = run(golden.input());
        var observations =
                complete ? TrecFiles.observations(judgements, run) : TrecFiles.observationsWithResults(judgements, run);
        var ofAll = golden.expected().has(ALL);
        if (ofAll) {
            golden.expected()
                    .fieldNames()
                    .forEachRemaining(query -> check(
                            golden,
                            checks,
                            level,
                            query.equals(ALL)
                                    ? observations
                                    : observations.stream()
                                            .filter(observation ->
                                                    observation.id().equals(query))
                                            .toList(),
                            query));
        } else {
            check(golden, checks, level, observations);
        }
    }

    private static void check(
            GoldenCase golden,
            GoldenChecks checks,
            int level,
            List<Observation<String, Ranking, Judgements>> observations,
            String... path) {
        var names = new ArrayList<String>();
        golden.expected().at(path.length == 0 ? "" : "/" + path[0]).fieldNames().forEachRemaining(names::add);
        var measures = new LinkedHashMap<String, RetrievalMeasure>();
        names.stream()
                .filter(name -> !Set.of("num_q", "gm_map").contains(name))
                .forEach(name -> measures.put(name, measure(name)));
        var values = Retrieval.of(level, List.copyOf(measures.values())).values(observations, QUICK);
        for (var name : names) {
            var keys = keys(path, name).toArray(String[]::new);
            if (keys(path, name).equals(List.of(ALL, "num_rel")) && level > 1 && isComplete(golden)) {
                continue;
            }
            if (name.equals("num_q")) {
                checks.that(observations::size, keys);
            } else if (name.equals("gm_map")) {
                checks.that(
                        () -> Retrieval.geometricMap(level)
                                .values(observations, QUICK)
                                .get("gm_map")
                                .estimate()
                                .orElseThrow()
                                .value(),
                        keys);
            } else {
                var mean = values.get(measures.get(name).description().name())
                        .estimate()
                        .orElseThrow()
                        .value();
                checks.that(() -> COUNTS.contains(name) ? mean * observations.size() : mean, keys);
            }
        }
    }

    private static List<String> keys(String[] path, String name) {
        var keys = new ArrayList<>(List.of(path));
        keys.add(name);
        return keys;
    }

    private static boolean isComplete(GoldenCase golden) {
        return golden.params().path("complete").booleanValue();
    }

    private static RetrievalMeasure measure(String name) {
        var cut = CUT.matcher(name);
        if (cut.matches()) {
            var k = Integer.parseInt(cut.group(2));
            return switch (cut.group(1)) {
                case "P" -> RetrievalMeasures.precision(k);
                case "recall" -> RetrievalMeasures.recall(k);
                case "success" -> RetrievalMeasures.success(k);
                case "map_cut" -> RetrievalMeasures.map(k);
                case "ndcg_cut" -> RetrievalMeasures.ndcg(k);
                default -> RetrievalMeasures.unjudged(k);
            };
        }
        var share = SHARE.matcher(name);
        if (share.matches()) {
            var number = Double.parseDouble(share.group(2));
            return share.group(1).startsWith("R")
                    ? RetrievalMeasures.rPrecision(number)
                    : RetrievalMeasures.interpolatedPrecision(number);
        }
        return switch (name) {
            case "num_ret" -> RetrievalMeasures.retrieved();
            case "num_rel" -> RetrievalMeasures.relevant();
            case "num_rel_ret" -> RetrievalMeasures.relevantRetrieved();
            case "map" -> RetrievalMeasures.map();
            case "Rprec" -> RetrievalMeasures.rPrecision();
            case "bpref" -> RetrievalMeasures.bpref();
            case "recip_rank" -> RetrievalMeasures.mrr();
            case "infAP" -> RetrievalMeasures.inferredMap();
            case "11pt_avg" -> RetrievalMeasures.interpolatedPrecision();
            case "ndcg" -> RetrievalMeasures.ndcg();
            case "set_P" -> RetrievalMeasures.setPrecision();
            case "set_recall" -> RetrievalMeasures.setRecall();
            case "set_map" -> RetrievalMeasures.setMap();
            case "set_F" -> RetrievalMeasures.setF1();
            case "rbp" -> RetrievalMeasures.rankBiasedPrecision(0.9);
            case "rbp_resid" -> RetrievalMeasures.rankBiasedResidual(0.9);
            default -> throw new IllegalArgumentException("no measure for '" + name + "'");
        };
    }

    private static Map<String, Judgements> judgements(JsonNode input) {
        if (input.has("qrels_file")) {
            return TrecFiles.judgements(
                    DatasetFiles.path(input.get("qrels_file").textValue()));
        }
        var grades = new LinkedHashMap<String, Map<String, Integer>>();
        input.get("qrels")
                .forEach(line -> grades.computeIfAbsent(line.get(0).textValue(), q -> new LinkedHashMap<>())
                        .put(line.get(1).textValue(), line.get(2).intValue()));
        var judgements = new LinkedHashMap<String, Judgements>();
        grades.forEach((query, known) -> judgements.put(query, new Judgements(known)));
        return judgements;
    }

    private static Map<String, Ranking> run(JsonNode input) {
        if (input.has("run_file")) {
            return TrecFiles.run(DatasetFiles.path(input.get("run_file").textValue()));
        }
        var scores = new LinkedHashMap<String, Map<String, Double>>();
        input.get("run")
                .forEach(line -> scores.computeIfAbsent(line.get(0).textValue(), q -> new LinkedHashMap<>())
                        .put(line.get(1).textValue(), line.get(2).doubleValue()));
        var run = new LinkedHashMap<String, Ranking>();
        scores.forEach((query, known) -> run.put(query, Ranking.of(known)));
        return run;
    }
}

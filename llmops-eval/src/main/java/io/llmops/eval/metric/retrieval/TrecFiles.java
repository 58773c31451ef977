package io.llmops.eval.metric.retrieval;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Outcome;
import io.llmops.eval.metric.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads judgements and runs in TREC's formats, UTF-8, and puts them together. Safe for use by many threads.
 *
 * <p>Judgements (qrels) have four columns: query, a number nobody uses, document, grade. Runs have six: query, a word nobody
 * uses, document, rank, score, name of the run; the rank is not used, and scores count as 32-bit numbers, both as in
 * trec_eval. Columns are divided by spaces and tabs, and empty lines are skipped.
 */
public final class TrecFiles {

    private TrecFiles() {}

    /**
     * Reads judgements.
     *
     * @param file of judgements
     * @return what is relevant to each query, in the order of the file
     * @throws io.llmops.core.LlmopsException if the file can't be read, or a line is not as it should be; names the line
     */
    public static Map<String, Judgements> judgements(Path file) {
        var grades = new LinkedHashMap<String, Map<String, Integer>>();
        TrecLines.of(file, 4).forEach(line -> {
            var known = grades.computeIfAbsent(line.column(0), query -> new LinkedHashMap<>());
            if (known.put(line.column(2), line.integer(3)) != null) {
                throw line.problem("expected every document of a query once", line.column(2));
            }
        });
        var judgements = new LinkedHashMap<String, Judgements>();
        grades.forEach((query, known) -> judgements.put(query, new Judgements(known)));
        return judgements;
    }

    /**
     * Reads a run.
     *
     * @param file of a run
     * @return what was found for each query, in the order of the file
     * @throws io.llmops.core.LlmopsException if the file can't be read, or a line is not as it should be; names the line
     */
    public static Map<String, Ranking> run(Path file) {
        var scores = new LinkedHashMap<String, Map<String, Double>>();
        TrecLines.of(file, 6).forEach(line -> {
            var known = scores.computeIfAbsent(line.column(0), query -> new LinkedHashMap<>());
            if (known.put(line.column(2), (double) (float) line.number(4)) != null) {
                throw line.problem("expected every document of a query once", line.column(2));
            }
        });
        var run = new LinkedHashMap<String, Ranking>();
        scores.forEach((query, known) -> run.put(query, Ranking.of(known)));
        return run;
    }

    /**
     * Reads judgements as a dataset, to try a pipeline on: the input is the id of the query, and so is the example's.
     *
     * @param file of judgements
     * @return the dataset, named like the file
     * @throws io.llmops.core.LlmopsException if the file can't be read, or a line is not as it should be
     */
    public static Dataset<String, Judgements> dataset(Path file) {
        return Dataset.of(
                String.valueOf(file.getFileName()),
                judgements(file).entrySet().stream()
                        .map(entry -> Example.of(entry.getKey(), entry.getKey(), entry.getValue()))
                        .toList());
    }

    /**
     * Returns an observation for each judged query, as trec_eval has it with {@code -c}: one of which the run has nothing is
     * an abstention, and so counts as an empty ranking. Queries that nobody judged are left out.
     *
     * @param judgements what is relevant to each query
     * @param run what was found for each query
     * @return the observations in the order of the judgements
     */
    public static List<Observation<String, Ranking, Judgements>> observations(
            Map<String, Judgements> judgements, Map<String, Ranking> run) {
        var observations = new ArrayList<Observation<String, Ranking, Judgements>>();
        judgements.forEach((query, judged) -> {
            var found = run.get(query);
            observations.add(Observation.of(
                    Example.of(query, query, judged),
                    found == null ? Outcome.abstained("the run has no results") : Outcome.answered(found)));
        });
        return observations;
    }

    /**
     * Returns an observation for each judged query of which the run has results, as trec_eval has it without {@code -c}: to
     * find nothing costs nothing.
     *
     * @param judgements what is relevant to each query
     * @param run what was found for each query
     * @return the observations in the order of the judgements
     */
    public static List<Observation<String, Ranking, Judgements>> observationsWithResults(
            Map<String, Judgements> judgements, Map<String, Ranking> run) {
        return observations(judgements, run).stream()
                .filter(observation -> run.containsKey(observation.id()))
                .toList();
    }
}

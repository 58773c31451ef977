package io.llmops.eval.run;

import io.llmops.core.LlmopsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where finished runs are kept. {@link RunStores} has the stores there are; databases and experiment trackers implement
 * this. The laws:
 *
 * <ul>
 *   <li>{@link #save} keeps all of a run or nothing, and never replaces another run, whoever saves at the same time;
 *   <li>what {@link #load} returns has the observations, values, provenance and timing of what was saved;
 *   <li>{@link #list} has every run that was saved and not deleted, latest start first, and reads no observations;
 *   <li>what is there and is no whole run is in {@link #unfinished}, never in {@link #list}, and hinders nothing;
 *   <li>names and tags are any text; none is ever part of a path or a statement.
 * </ul>
 *
 * Implementations are safe for use by many threads, and many processes.
 */
public interface RunStore {

    /**
     * Something in a store that is no whole run.
     *
     * @param id what {@link #delete} takes
     * @param note what is wrong with it
     */
    record Unfinished(String id, String note) {}

    /**
     * Keeps a run.
     *
     * @param run any
     * @param tags what to say of it, by name
     * @return its summary, with the id it was given
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     * @throws java.io.UncheckedIOException if it can't be kept
     */
    RunSummary save(EvaluationRun<?, ?, ?> run, Map<String, String> tags);

    /**
     * Keeps a run of which nothing else is said.
     *
     * @param run any
     * @return its summary, with the id it was given
     * @throws IllegalArgumentException if an input, answer or reference can't be written as JSON
     * @throws java.io.UncheckedIOException if it can't be kept
     */
    default RunSummary save(EvaluationRun<?, ?, ?> run) {
        return save(run, Map.of());
    }

    /**
     * Returns a run.
     *
     * @param id of the run
     * @param input the type of the inputs
     * @param answer the type of the answers
     * @param reference the type of the references
     * @param <I> the type of the inputs
     * @param <O> the type of the answers
     * @param <R> the type of the references
     * @return the run
     * @throws LlmopsException if there is none of that id, or it is of other types
     */
    <I, O, R> EvaluationRun<I, O, R> load(String id, Class<I> input, Class<O> answer, Class<R> reference);

    /**
     * Returns a run of texts: inputs, answers and references are strings.
     *
     * @param id of the run
     * @return the run
     * @throws LlmopsException if there is none of that id, or it is of other types
     */
    default EvaluationRun<String, String, String> load(String id) {
        return load(id, String.class, String.class, String.class);
    }

    /** {@return every whole run, latest start first} */
    List<RunSummary> list();

    /** {@return what is no whole run: half-written by a process that died, being written now, or damaged} */
    List<Unfinished> unfinished();

    /**
     * Removes a run, or what is no whole run.
     *
     * @param id of it
     * @return whether there was one
     */
    boolean delete(String id);

    /**
     * Returns some runs.
     *
     * @param query which
     * @return latest start first
     */
    default List<RunSummary> find(RunQuery query) {
        return list().stream().filter(query::matches).toList();
    }

    /**
     * Returns the run that started last.
     *
     * @param query of which
     * @return the run, if there is one
     */
    default Optional<RunSummary> latest(RunQuery query) {
        return find(query).stream().findFirst();
    }

    /**
     * Returns the run with the best value of a metric, in the metric's own direction; of equal ones the latest. The best
     * of many runs is the best by chance as well: compare it before believing it.
     *
     * @param query of which
     * @param metric e.g. {@code f1/macro}
     * @return the run, if one has a number for it
     * @throws IllegalArgumentException if there are runs and none has a metric of that name, or if its direction is
     *     neither or not known
     */
    default Optional<RunSummary> best(RunQuery query, String metric) {
        return BestRun.of(find(query), metric);
    }

    /**
     * Removes all but the latest runs.
     *
     * @param query of which
     * @param keep how many to leave, 0 or more
     * @return what was removed
     * @throws IllegalArgumentException if the number is negative
     */
    default List<RunSummary> prune(RunQuery query, int keep) {
        if (keep < 0) {
            throw new IllegalArgumentException("expected a number of runs to keep of 0 or more, found " + keep);
        }
        return find(query).stream().skip(keep).filter(run -> delete(run.id())).toList();
    }
}

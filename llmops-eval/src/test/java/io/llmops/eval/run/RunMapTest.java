package io.llmops.eval.run;

import io.llmops.core.LlmopsException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A store with nothing but what is public, as one for a database would be written. */
class RunMapTest implements RunStoreContract {

    @Override
    public RunStore emptyStore() {
        return new RunMap();
    }

    private static final class RunMap implements RunStore {

        private final Map<String, Row> rows = new ConcurrentHashMap<>();

        private record Row(RunSummary summary, String json) {}

        @Override
        public RunSummary save(EvaluationRun<?, ?, ?> run, Map<String, String> tags) {
            var id = UUID.randomUUID().toString();
            var summary = RunSummary.of(id, run, tags);
            rows.put(id, new Row(summary, Runs.json(run)));
            return summary;
        }

        @Override
        public <I, O, R> EvaluationRun<I, O, R> load(String id, Class<I> input, Class<O> answer, Class<R> reference) {
            var row = rows.get(id);
            if (row == null) {
                throw new LlmopsException("expected a run with the id \"" + id + "\", found none");
            }
            return Runs.parse(row.json(), input, answer, reference);
        }

        @Override
        public List<RunSummary> list() {
            return rows.values().stream()
                    .map(Row::summary)
                    .sorted(Comparator.comparing((RunSummary run) -> run.time().started())
                            .reversed())
                    .toList();
        }

        @Override
        public List<Unfinished> unfinished() {
            return List.of();
        }

        @Override
        public boolean delete(String id) {
            return rows.remove(id) != null;
        }
    }
}

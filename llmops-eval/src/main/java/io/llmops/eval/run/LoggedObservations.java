package io.llmops.eval.run;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Bulk;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractSequentialList;
import java.util.Iterator;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Observations that are in a log and not in memory, in the order of the dataset. Each way through reads the dataset and
 * the log, on as many threads as there are processors; asking for one by its number goes all the way to it. Immutable, as
 * long as the files stay as they are.
 */
final class LoggedObservations<I, O, R> extends AbstractSequentialList<Observation<I, O, R>> {

    private final LogRows<O> rows;
    private final Dataset<I, R> dataset;
    private final int repeats;

    LoggedObservations(LogRows<O> rows, Dataset<I, R> dataset, int repeats) {
        this.rows = rows;
        this.dataset = dataset;
        this.repeats = repeats;
    }

    @Override
    public int size() {
        return (int) Math.min(Integer.MAX_VALUE, dataset.size() * repeats);
    }

    @Override
    public Iterator<Observation<I, O, R>> iterator() {
        return new Way(0);
    }

    @Override
    public ListIterator<Observation<I, O, R>> listIterator(int index) {
        if (index < 0 || index > size()) {
            throw new IndexOutOfBoundsException("expected an index from 0 to " + size() + ", found " + index);
        }
        return new Way(index);
    }

    /** One way through, forwards alone. Files are closed at its end. */
    private final class Way implements ListIterator<Observation<I, O, R>> {

        private final LogRows<O> opened = rows.opened();
        private final Stream<Observation<I, O, R>> stream;
        private final Iterator<Observation<I, O, R>> observations;
        private int next;

        Way(int index) {
            next = index;
            stream = Bulk.map(rows(index), opened::parse, Runtime.getRuntime().availableProcessors());
            observations = stream.iterator();
        }

        private Stream<LogRows.Found<I, R>> rows(int index) {
            var examples = dataset.stream().skip(index / repeats);
            var rows = new Rows(examples.iterator(), index / repeats, index % repeats);
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
                    .onClose(this::close)
                    .onClose(examples::close);
        }

        /** The rows of each repeat of examples, read as they are asked for. */
        private final class Rows implements Iterator<LogRows.Found<I, R>> {

            private final Iterator<Example<I, R>> examples;
            private final int first;
            private long position;
            private int repeat;
            private @Nullable Example<I, R> example;

            Rows(Iterator<Example<I, R>> examples, long position, int first) {
                this.examples = examples;
                this.position = position - 1;
                this.first = first;
            }

            @Override
            public boolean hasNext() {
                return (example != null && repeat < repeats - 1) || examples.hasNext();
            }

            @Override
            public LogRows.Found<I, R> next() {
                var one = example;
                if (one != null && repeat < repeats - 1) {
                    repeat++;
                } else {
                    repeat = one == null ? first : 0;
                    one = examples.next();
                    position++;
                }
                example = one;
                return row(one);
            }

            private LogRows.Found<I, R> row(Example<I, R> one) {
                return opened.find(one, position, repeat)
                        .orElseThrow(() -> new LlmopsException(
                                "expected an observation of example '" + one.id() + "' in the run log, found none"));
            }
        }

        private void close() {
            try {
                opened.close();
            } catch (IOException e) {
                throw new UncheckedIOException("could not close the run log", e);
            }
        }

        @Override
        public boolean hasNext() {
            var more = observations.hasNext();
            if (!more) {
                stream.close();
            }
            return more;
        }

        @Override
        public Observation<I, O, R> next() {
            var one = observations.next();
            next++;
            return one;
        }

        @Override
        public int nextIndex() {
            return next;
        }

        @Override
        public boolean hasPrevious() {
            return false;
        }

        @Override
        public Observation<I, O, R> previous() {
            throw new UnsupportedOperationException("a log is read forwards");
        }

        @Override
        public int previousIndex() {
            return next - 1;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException("observations are not changed");
        }

        @Override
        public void set(Observation<I, O, R> other) {
            throw new UnsupportedOperationException("observations are not changed");
        }

        @Override
        public void add(Observation<I, O, R> other) {
            throw new UnsupportedOperationException("observations are not changed");
        }
    }
}

package io.llmops.eval.run;

import io.llmops.core.LlmopsException;
import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.Example;
import io.llmops.eval.metric.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractSequentialList;
import java.util.Iterator;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Observations that are in a log and not in memory, in the order of the dataset. Each way through reads the dataset and
 * the log; asking for one by its number goes all the way to it. Immutable, as long as the files stay as they are.
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
        private final Stream<Example<I, R>> stream = dataset.stream();
        private final Iterator<Example<I, R>> examples;
        private @Nullable Example<I, R> example;
        private long position;
        private int repeat;
        private int next;
        private boolean closed;

        Way(int index) {
            position = index / repeats - 1L;
            examples = stream.skip(index / repeats).iterator();
            repeat = index % repeats;
            next = index;
            if (repeat > 0) {
                example = examples.next();
                position++;
            }
        }

        @Override
        public boolean hasNext() {
            if (!closed && repeat == 0 && !examples.hasNext()) {
                close();
            }
            return !closed;
        }

        @Override
        public Observation<I, O, R> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("all " + next + " observations have been read");
            }
            var current = example;
            if (repeat == 0 || current == null) {
                current = examples.next();
                example = current;
                position++;
            }
            var id = current.id();
            var found = opened.find(current, position, repeat)
                    .orElseThrow(() -> new LlmopsException("the run log has no observation of example '" + id + "'"));
            repeat = (repeat + 1) % repeats;
            next++;
            return found;
        }

        private void close() {
            closed = true;
            stream.close();
            try {
                opened.close();
            } catch (IOException e) {
                throw new UncheckedIOException("could not close the run log", e);
            }
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

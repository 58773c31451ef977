package io.llmops.core.dataset;

import io.llmops.core.LlmopsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The results of a function over items, computed ahead on threads of its own and given out in the items' order. Items go
 * to the threads in batches that grow until one is worth handing over. Not safe for use by many threads.
 */
final class OrderedMap<T, R> extends Spliterators.AbstractSpliterator<R> {

    private static final int BATCHES_A_THREAD = 4;
    private static final int LARGEST_BATCH = 256;
    private static final long TOO_SHORT_NANOS = 500_000;
    private static final long TOO_LONG_NANOS = 2_000_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The results of a batch, up to the item that failed. */
    private record Part<R>(List<R> results, @Nullable RuntimeException failure) {}

    private final Iterator<? extends T> items;
    private final NamedFunction<T, R> function;
    private final int batchesAhead;
    private final Executor executor;
    private final Queue<FutureTask<Part<R>>> ahead = new ArrayDeque<>();
    private Iterator<R> ready = Collections.emptyIterator();
    private @Nullable RuntimeException failure;
    private boolean ended;
    private long number;
    private volatile int batchSize = 1;

    private OrderedMap(Iterator<? extends T> items, NamedFunction<T, R> function, int threads) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.items = items;
        this.function = function;
        this.batchesAhead = threads == 1 ? 1 : threads * BATCHES_A_THREAD;
        this.executor = threads == 1 ? Runnable::run : pool(threads);
    }

    static <T, R> Stream<R> stream(Stream<? extends T> items, NamedFunction<T, R> function, int threads) {
        requireAThread(threads);
        var map = new OrderedMap<T, R>(items.iterator(), function, threads);
        return StreamSupport.stream(map, false).onClose(map::stop).onClose(items::close);
    }

    static void requireAThread(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("expected 1 thread or more, found " + threads);
        }
    }

    /** Starts no thread before there is a task. */
    private static Executor pool(int threads) {
        var pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "llmops-bulk-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        while (!ready.hasNext()) {
            if (failure == null) {
                feed();
            }
            if (ahead.isEmpty() || failure != null) {
                stop();
                if (failure != null) {
                    throw failure;
                }
                return false;
            }
            var part = await(ahead.remove());
            ready = part.results().iterator();
            failure = part.failure();
        }
        action.accept(ready.next());
        return true;
    }

    private void feed() {
        while (!ended && ahead.size() < batchesAhead) {
            var first = number + 1;
            var batch = new ArrayList<T>();
            RuntimeException broken = null;
            try {
                for (var left = batchSize; left > 0 && items.hasNext(); left--) {
                    batch.add(items.next());
                }
                ended = batch.size() == 0;
            } catch (RuntimeException e) {
                broken = e;
                ended = true;
            }
            if (!batch.isEmpty() || broken != null) {
                number += batch.size();
                var unread = broken;
                var task = new FutureTask<>(() -> part(batch, first, unread));
                ahead.add(task);
                executor.execute(task);
            }
        }
    }

    /** The results of a batch behind which the source broke or not. */
    private Part<R> part(List<T> batch, long first, @Nullable RuntimeException broken) {
        var start = System.nanoTime();
        var results = new ArrayList<R>(batch.size());
        try {
            for (var item : batch) {
                results.add(function.apply(item, first + results.size()));
            }
        } catch (LlmopsException e) {
            return new Part<>(results, e);
        }
        adapt(batch.size(), System.nanoTime() - start);
        return new Part<>(results, broken);
    }

    private void adapt(int size, long nanos) {
        if (batchesAhead == 1 || size != batchSize) {
            return;
        }
        if (nanos < TOO_SHORT_NANOS) {
            batchSize = Math.min(LARGEST_BATCH, 2 * size);
        } else if (nanos > TOO_LONG_NANOS) {
            batchSize = Math.max(1, size / 2);
        }
    }

    private Part<R> await(FutureTask<Part<R>> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            stop();
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new LlmopsException("expected a batch to end, found " + e.getCause(), e);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new LlmopsException("interrupted while waiting for item " + (number - ahead.size()), e);
        }
    }

    private void stop() {
        ended = true;
        ahead.forEach(task -> task.cancel(true));
        ahead.clear();
        if (executor instanceof ThreadPoolExecutor pool) {
            pool.shutdownNow();
        }
    }
}

package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final int CONCURRENCY = 4;

    private interface Work extends EngineJob<Integer, Integer> {

        @Override
        default Integer late(Integer item, Optional<Integer> result) {
            return -item;
        }

        @Override
        default boolean isGenuine(Integer result) {
            return true;
        }
    }

    /** Saves at once. */
    private static class Collecting implements EngineSink<Integer> {

        final List<Integer> accepted = new ArrayList<>();

        @Override
        public void save(Integer result, int patience) {}

        @Override
        public void writeOut() {}

        @Override
        public int unsaved() {
            return 0;
        }

        @Override
        public void awaitUnsavedBelow(int count) throws InterruptedException {}

        @Override
        public boolean mayBegin(long index) {
            return true;
        }

        @Override
        public Optional<String> accept(long index, Integer result) {
            accepted.add(result);
            return Optional.empty();
        }
    }

    private static Engine<Integer, Integer> engine(int items, Duration limit, Work work, EngineSink<Integer> sink) {
        return engine(
                items, new Engine.Limits(Optional.of(limit), Optional.empty(), Duration.ofMillis(20)), work, sink);
    }

    private static Engine<Integer, Integer> engine(
            int items, Engine.Limits limits, Work work, EngineSink<Integer> sink) {
        var settings = new Engine.Settings(CONCURRENCY, WorkerThreads.platform(), limits);
        return new Engine<>(settings, IntStream.range(0, items).boxed().iterator(), work, sink);
    }

    @Test
    void hasNeverMoreItemsBegunAndNotSavedThanMayBeWorkedOnAtOnce() throws InterruptedException {
        var begun = new AtomicInteger();
        var most = new AtomicInteger();
        var disk = new SlowDisk();
        disk.thread.start();

        engine(
                        2_000,
                        Duration.ofMinutes(1),
                        item -> {
                            most.accumulateAndGet(begun.incrementAndGet() - disk.saved(), Math::max);
                            return item;
                        },
                        disk)
                .run();
        disk.thread.interrupt();
        disk.thread.join();

        assertThat(disk.accepted).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(most.get()).isLessThanOrEqualTo(CONCURRENCY);
    }

    /** Saves one result after another, on a thread of its own. */
    private static final class SlowDisk extends Collecting {

        final Thread thread = new Thread(this::saveAll);
        private int unsaved;
        private int saved;

        private void saveAll() {
            try {
                while (true) {
                    saveOne();
                }
            } catch (InterruptedException e) {
                // the test is over
            }
        }

        private synchronized void saveOne() throws InterruptedException {
            while (unsaved == 0) {
                wait();
            }
            unsaved--;
            saved++;
            notifyAll();
        }

        synchronized int saved() {
            return saved;
        }

        @Override
        public synchronized void save(Integer result, int patience) {
            unsaved++;
            notifyAll();
        }

        @Override
        public synchronized int unsaved() {
            return unsaved;
        }

        @Override
        public synchronized void awaitUnsavedBelow(int count) throws InterruptedException {
            while (unsaved >= count) {
                wait();
            }
        }
    }

    @Test
    void worksOnAsManyAtOnceAsBeforeAfterThreadsWereLeftBehind() {
        var end = new CountDownLatch(1);
        var together = new CountDownLatch(CONCURRENCY);
        var sink = new Collecting();
        var engine = engine(
                3 * CONCURRENCY,
                Duration.ofMillis(500),
                item -> item < 2 * CONCURRENCY ? hang(item, end) : meet(item, together),
                sink);

        assertThat(engine.run()).isEmpty();
        end.countDown();

        assertThat(engine.abandoned()).hasSize(2 * CONCURRENCY);
        assertThat(sink.accepted).containsExactlyInAnyOrder(0, -1, -2, -3, -4, -5, -6, -7, 8, 9, 10, 11);
    }

    private static int hang(int item, CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // this is what a stage must not do
            }
        }
        return item;
    }

    /** Returns the item if as many as may be worked on at once are here. */
    private static int meet(int item, CountDownLatch together) {
        together.countDown();
        try {
            return together.await(400, TimeUnit.MILLISECONDS) ? item : -item;
        } catch (InterruptedException e) {
            return -item;
        }
    }

    @Test
    void endsSoonWithWhatIsUnderWayAndInterruptsWhatTakesLonger() throws Exception {
        var begun = new CountDownLatch(CONCURRENCY);
        var sink = new Collecting();
        var grace = Duration.ofSeconds(1); // for the others, which need a hundredth of it
        var engine = engine(
                1_000,
                new Engine.Limits(Optional.empty(), Optional.empty(), grace),
                item -> item == 3 ? sleep(item, 60, begun) : sleep(item, 0.01, begun),
                sink);
        var ended = new FutureTask<>(engine::run);
        new Thread(ended).start();
        begun.await();

        engine.endSoon("closing time");

        assertThat(ended.get(30, TimeUnit.SECONDS)).hasValue("closing time");
        assertThat(sink.accepted).contains(0, 1, 2, -3).hasSizeLessThan(1_000);
        assertThat(engine.abandoned()).isEmpty();
    }

    private static int sleep(int item, double seconds, CountDownLatch begun) {
        begun.countDown();
        try {
            TimeUnit.MILLISECONDS.sleep(Math.round(1_000 * seconds));
            return item;
        } catch (InterruptedException e) {
            return -item;
        }
    }

    @Test
    void startsWorkersForItemsThatTakeTimeAfterManyThatTookNone() {
        var together = new CountDownLatch(CONCURRENCY);
        var sink = new Collecting();

        engine(10_000 + CONCURRENCY, Duration.ofMinutes(1), item -> item < 10_000 ? item : await(item, together), sink)
                .run();

        assertThat(sink.accepted).hasSize(10_000 + CONCURRENCY).allMatch(item -> item >= 0);
    }

    private static int await(int item, CountDownLatch together) {
        together.countDown();
        try {
            return together.await(30, TimeUnit.SECONDS) ? item : -item;
        } catch (InterruptedException e) {
            return -item;
        }
    }
}

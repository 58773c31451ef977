package io.llmops.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.llmops.core.LlmopsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkTest {

    /** Work that takes longer for some items than for others, so that threads overtake each other. */
    private static long uneven(int item) {
        var sum = 0L;
        for (var i = 0; i < (item % 7 == 0 ? 20_000 : 10); i++) {
            sum += i ^ item;
        }
        return sum == -1 ? -1 : item;
    }

    private static void awaitNoThread() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("llmops-bulk-")) {
                    thread.join();
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void givesResultsInTheOrderOfTheItems(int threads) {
        var items = IntStream.range(0, 20_000).boxed().toList();
        try (var results = Bulk.map(items.stream(), BulkTest::uneven, threads)) {
            assertThat(results.map(Long::intValue).toList()).isEqualTo(items);
        }
        assertThat(Bulk.map(Stream.<Integer>of(), BulkTest::uneven, threads)).isEmpty();
        awaitNoThread();
    }

    @Test
    void worksOnAsManyThreadsAsAreAskedFor() {
        var meeting = new CyclicBarrier(4);
        var names = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Bulk.map(
                                IntStream.range(0, 4).boxed(),
                                item -> {
                                    meet(meeting);
                                    return Thread.currentThread().getName();
                                },
                                4)
                        .toList());
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith("llmops-bulk-"));
        var own = Bulk.map(Stream.of(1), item -> Thread.currentThread(), 1).toList();
        assertThat(own).containsExactly(Thread.currentThread());
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsABoundedNumberAheadOfAnEndlessSource() {
        var read = new AtomicInteger();
        var endless = Stream.generate(read::incrementAndGet);
        try (var results = Bulk.map(endless, BulkTest::uneven, 3)) {
            var iterator = results.iterator();
            assertThat(read).hasValue(0);
            for (var taken = 1; taken <= 50_000; taken++) {
                assertThat(iterator.next()).isEqualTo(taken);
                assertThat(read.get() - taken).isLessThanOrEqualTo(3 * 1024 + 256);
            }
        }
        awaitNoThread();
    }

    @Test
    void namesTheItemThatFailedBehindTheResultsBeforeIt() {
        for (var threads : List.of(1, 3)) {
            var seen = new ArrayList<Long>();
            var results = Bulk.map(IntStream.range(0, 10_000).boxed(), item -> uneven(item / (item - 3_000)), threads);
            assertThatThrownBy(() -> results.forEachOrdered(seen::add))
                    .isInstanceOf(LlmopsException.class)
                    .hasMessage("item 3001 failed with java.lang.ArithmeticException")
                    .hasCauseInstanceOf(ArithmeticException.class);
            assertThat(seen).hasSize(3_000);
            awaitNoThread();
        }
    }

    @Test
    void refusesAFunctionThatReturnsNull() {
        assertThatThrownBy(() -> Bulk.map(Stream.of("a"), item -> null, 2).toList())
                .hasMessage("item 1 failed with java.lang.NullPointerException");
    }

    @Test
    void aSourceThatBreaksDoesSoBehindTheResultsBeforeIt() {
        var seen = new ArrayList<Integer>();
        var broken = Stream.iterate(1, i -> {
            if (i == 500) {
                throw new IllegalStateException("no more");
            }
            return i + 1;
        });
        assertThatThrownBy(() -> Bulk.map(broken, item -> item, 4).forEachOrdered(seen::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more");
        assertThat(seen).hasSize(500).last().isEqualTo(500);
        awaitNoThread();
    }

    @Test
    void closingClosesTheSourceAndStopsTheThreads() {
        var closed = new AtomicBoolean();
        var begun = new CountDownLatch(1);
        var results = Bulk.map(
                Stream.of(1, 2, 3).onClose(() -> closed.set(true)),
                item -> {
                    if (item > 1) {
                        begun.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                    return item;
                },
                2);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(results.iterator().next()).isEqualTo(1);
            begun.await();
        });
        results.close();
        assertThat(closed).isTrue();
        awaitNoThread();
    }

    @Test
    void threadsNobodyStoppedEndByThemselves() {
        assertThat(Bulk.map(Stream.iterate(1, i -> i + 1), item -> item, 2)
                        .limit(3)
                        .toList())
                .containsExactly(1, 2, 3);
        awaitNoThread();
    }

    @Test
    void errorsOfThePlatformPassAsTheyAre() {
        var results = Bulk.map(
                Stream.of(1),
                item -> {
                    throw new OutOfMemoryError("planted");
                },
                2);
        assertThatThrownBy(results::toList).isInstanceOf(OutOfMemoryError.class).hasMessage("planted");
        awaitNoThread();
    }

    @Test
    void datasetsMapTheirInputsOnManyThreads() {
        var examples = IntStream.range(0, 5_000)
                .mapToObj(i -> Example.of("e" + i, i, i % 2))
                .toList();
        for (var dataset : List.of(Dataset.of("d", examples), Dataset.streamed("d", examples::stream))) {
            var mapped = dataset.mapInputs(BulkTest::uneven, 3);
            assertThat(mapped.isInMemory()).isEqualTo(dataset.isInMemory());
            assertThat(mapped.inMemory().examples())
                    .isEqualTo(dataset.mapInputs(BulkTest::uneven).inMemory().examples());
            for (var threads : List.of(1, 3)) {
                assertThatThrownBy(() -> dataset.mapInputs(input -> 1 / (input - 41), threads)
                                .inMemory())
                        .isInstanceOf(LlmopsException.class)
                        .hasMessage("example 'e41' of 'd' failed with java.lang.ArithmeticException");
            }
            assertThatThrownBy(() -> dataset.mapInputs(input -> 1, 0)).hasMessage("expected 1 thread or more, found 0");
        }
        awaitNoThread();
    }
}

package io.llmops.core.model.decorate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ThreadsTest {

    private static final int TASKS = 50;

    private static Thread run() throws Exception {
        var task = new FutureTask<>(Thread::currentThread);
        Threads.oneEach().execute(task);
        return task.get(10, TimeUnit.SECONDS);
    }

    @Test
    void beginsEveryTaskAtOnceOnADaemonThreadForItself() throws Exception {
        var together = new CountDownLatch(TASKS);
        var tasks = new ArrayList<FutureTask<Thread>>();
        for (var i = 0; i < TASKS; i++) {
            var task = new FutureTask<>(() -> {
                together.countDown();
                together.await();
                return Thread.currentThread();
            });
            tasks.add(task);
            Threads.oneEach().execute(task);
        }

        var threads = new HashSet<Thread>();
        for (var task : tasks) {
            threads.add(task.get(10, TimeUnit.SECONDS));
        }
        assertThat(threads).hasSize(TASKS).allMatch(Thread::isDaemon);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "a virtual thread is made for one task")
    void givesAThreadThatIsFreeAnotherTaskAndEndsItSoon() throws Exception {
        var threads = new HashSet<Thread>();
        for (var i = 0; i < TASKS; i++) {
            threads.add(run());
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos()); // it is free a little after its task was done
        }
        assertThat(threads).hasSizeLessThan(TASKS / 2);

        for (var thread : List.copyOf(threads)) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void showsEachTaskTheClassLoaderOfItsCaller() throws Exception {
        var caller = Thread.currentThread();
        var own = caller.getContextClassLoader();
        try {
            for (var i = 0; i < TASKS; i++) {
                var loader = new URLClassLoader(new URL[0], own);
                caller.setContextClassLoader(loader);
                var task = new FutureTask<>(() -> Thread.currentThread().getContextClassLoader());
                Threads.oneEach().execute(task);

                assertThat(task.get(10, TimeUnit.SECONDS)).isSameAs(loader);
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        } finally {
            caller.setContextClassLoader(own);
        }
    }

    @Test
    void showsNoTaskWhatTheCallerOfAnotherHasSet() throws Exception {
        var tenant = new InheritableThreadLocal<String>();
        for (var i = 0; i < TASKS; i++) {
            var mine = "tenant " + i;
            tenant.set(mine);
            var task = new FutureTask<>(() -> Optional.ofNullable(tenant.get()));
            Threads.oneEach().execute(task);

            assertThat(task.get(10, TimeUnit.SECONDS).orElse(mine)).isEqualTo(mine);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    @Test
    void carriesNoInterruptionOverToTheNextTask() throws Exception {
        for (var i = 0; i < TASKS; i++) {
            var begun = new CountDownLatch(1);
            var task = new FutureTask<>(() -> {
                begun.countDown();
                LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
                return true;
            });
            Threads.oneEach().execute(task);
            begun.await();
            task.cancel(true);

            var next = new FutureTask<>(() -> Thread.currentThread().isInterrupted());
            Threads.oneEach().execute(next);
            assertThat(next.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }
}

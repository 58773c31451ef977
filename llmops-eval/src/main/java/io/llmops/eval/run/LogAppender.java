package io.llmops.eval.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines at the end of a file, for many threads at once. Whoever finds nobody writing writes, and takes along what
 * others bring meanwhile: one system call for many lines where they come fast, one each where they don't, and no line
 * waits while nobody writes. A line is saved once its bytes were given to the operating system; who brought it may learn
 * by {@link #unsaved} how many are not yet. Safe for use by many threads.
 */
final class LogAppender implements AutoCloseable {

    private static final int SIZE = 1 << 16;

    private final FileChannel channel;
    private final int syncEvery;
    private ByteBuffer filling = ByteBuffer.allocateDirect(SIZE);
    private ByteBuffer spare = ByteBuffer.allocateDirect(SIZE);
    private long end;
    private int waiting;
    private int unsynced;
    private boolean writing;
    private volatile int unsaved;
    private @Nullable Throwable failure;

    /** An appender that brings lines to the disk after so many of them; 0 is at the end. */
    LogAppender(FileChannel channel, int syncEvery) throws IOException {
        this.channel = channel;
        this.syncEvery = syncEvery;
        this.end = channel.position();
    }

    /** Told where a line will be, before it is there. */
    @FunctionalInterface
    interface Place {
        void at(long offset);
    }

    /** Writes a line, or leaves it with the thread that writes. */
    void append(JsonBytes line, Place place) throws IOException {
        synchronized (this) {
            requireWorking();
            if (filling.remaining() < line.length()) {
                filling = larger(filling, line.length());
            }
            filling.put(line.bytes(), 0, line.length());
            place.at(end);
            end += line.length();
            waiting++;
            unsaved++;
            if (writing) {
                return;
            }
            writing = true;
        }
        writeAll();
    }

    private static ByteBuffer larger(ByteBuffer full, int more) {
        var larger = ByteBuffer.allocateDirect(Math.max(full.capacity() * 2, Math.addExact(full.position(), more)));
        return larger.put(full.flip());
    }

    private void writeAll() throws IOException {
        var done = 0;
        while (true) {
            ByteBuffer batch;
            int lines;
            synchronized (this) {
                saved(done);
                if (waiting == 0) {
                    writing = false;
                    return;
                }
                lines = waiting;
                waiting = 0;
                batch = filling;
                filling = spare.capacity() > SIZE ? ByteBuffer.allocateDirect(SIZE) : spare;
                filling.clear();
                spare = batch;
            }
            try {
                write(batch.flip(), lines);
            } catch (Throwable e) {
                fail(e);
                throw e;
            }
            done = lines;
        }
    }

    private void write(ByteBuffer batch, int lines) throws IOException {
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        unsynced += lines;
        if (syncEvery > 0 && unsynced >= syncEvery) {
            channel.force(false);
            unsynced = 0;
        }
    }

    private synchronized void saved(int lines) {
        unsaved -= lines;
        notifyAll();
    }

    private synchronized void fail(Throwable e) {
        failure = e;
        writing = false;
        notifyAll();
    }

    private void requireWorking() throws IOException {
        if (failure != null) {
            throw new IOException("an earlier line could not be written", failure);
        }
    }

    /** Returns how many lines are not saved yet. */
    int unsaved() {
        return unsaved;
    }

    /** Waits until fewer lines than so many are unsaved. */
    synchronized void awaitUnsavedBelow(int count) throws IOException, InterruptedException {
        while (unsaved >= count) {
            requireWorking();
            wait();
        }
    }

    /** Brings the file to the disk and closes it, after the line that is being written. */
    @Override
    public synchronized void close() throws IOException {
        var interrupted = Thread.interrupted(); // it would close the file before it is on the disk
        try (channel) {
            while (writing) {
                wait();
            }
            channel.force(true);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.llmops.eval.run;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines at the end of a file, for many threads at once. Whoever finds nobody writing writes, and takes along what
 * others bring meanwhile: one system call for many lines where they come fast, one each where they don't. A line waits
 * only if whoever brought it said that it may. It is saved once its bytes were given to the operating system; how many
 * are not yet says {@link #unsaved}. An interruption never keeps a line from being written. Safe for use by many threads.
 */
final class LogAppender implements AutoCloseable {

    private static final int ENOUGH = 1 << 15;
    private static final int LARGEST_KEPT = 1 << 20;

    private final RandomAccessFile file;
    private final FileOutputStream out;
    private final int syncEvery;
    private ByteArrayOutputStream filling = new ByteArrayOutputStream(2 * ENOUGH);
    private ByteArrayOutputStream spare = new ByteArrayOutputStream(2 * ENOUGH);
    private long end;
    private int waiting;
    private boolean urgent;
    private int unsynced;
    private boolean writing;
    private volatile int unsaved;
    private @Nullable Throwable failure;

    /** An appender at the position of a file; brings lines to the disk after so many of them, 0 is at the end. */
    LogAppender(RandomAccessFile file, int syncEvery) throws IOException {
        this.file = file;
        this.out = new FileOutputStream(file.getFD());
        this.syncEvery = syncEvery;
        this.end = file.getFilePointer();
    }

    /** Told where a line will be, before it is there. */
    @FunctionalInterface
    interface Place {
        void at(long offset);
    }

    /**
     * Writes a line, or leaves it with the thread that writes; or with the next one, as long as no more than so many
     * lines wait.
     */
    void append(JsonBytes line, Place place, int patience) throws IOException {
        synchronized (this) {
            requireWorking();
            filling.write(line.bytes(), 0, line.length());
            place.at(end);
            end += line.length();
            waiting++;
            unsaved++;
            urgent |= waiting > patience || filling.size() > ENOUGH;
            if (writing || !urgent) {
                return;
            }
            writing = true;
        }
        writeAll();
    }

    /** Writes what waits, unless somebody does. */
    void writeOut() throws IOException {
        synchronized (this) {
            requireWorking();
            if (writing || waiting == 0) {
                return;
            }
            urgent = true;
            writing = true;
        }
        writeAll();
    }

    private void writeAll() throws IOException {
        var done = 0;
        while (true) {
            ByteArrayOutputStream batch;
            int lines;
            synchronized (this) {
                saved(done);
                if (!urgent) {
                    writing = false;
                    return;
                }
                urgent = false;
                lines = waiting;
                waiting = 0;
                batch = filling;
                filling = spare.size() > LARGEST_KEPT ? new ByteArrayOutputStream(2 * ENOUGH) : spare;
                filling.reset();
                spare = batch;
            }
            try {
                write(batch, lines);
            } catch (Throwable e) {
                fail(e);
                throw e;
            }
            done = lines;
        }
    }

    private void write(ByteArrayOutputStream batch, int lines) throws IOException {
        batch.writeTo(out);
        unsynced += lines;
        if (syncEvery > 0 && unsynced >= syncEvery) {
            file.getFD().sync();
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

    /** Waits until fewer lines than so many are unsaved; writes them if nobody else does. */
    void awaitUnsavedBelow(int count) throws IOException, InterruptedException {
        while (unsaved >= count) {
            writeOut();
            synchronized (this) {
                requireWorking();
                if (writing && unsaved >= count) {
                    wait();
                }
            }
        }
    }

    /** Writes what waits, brings the file to the disk and closes it, after the line that is being written. */
    @Override
    public void close() throws IOException {
        var interrupted = false;
        try (file) {
            while (unsaved > 0) {
                try {
                    awaitUnsavedBelow(1);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            file.getFD().sync();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

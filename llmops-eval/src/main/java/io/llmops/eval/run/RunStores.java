package io.llmops.eval.run;

import java.nio.file.Path;

/** The run stores there are. Safe for use by many threads. */
public final class RunStores {

    private RunStores() {}

    /**
     * Returns a store of files: a folder a run, named by the time it started, a few words of its name and chance; in it
     * {@code run.json} as {@link Runs} writes it and {@code summary.json}, both with sorted keys, made to be read and
     * committed. A run is written to a hidden folder, brought to the disk and renamed, so that a folder has all of a run
     * and two processes need no lock. Other files in a run's folder, a log or a report, are left alone and deleted with
     * it.
     *
     * @param path of the store; made when the first run is saved
     * @return the store
     */
    public static RunStore directory(Path path) {
        return new RunDirectory(path);
    }
}

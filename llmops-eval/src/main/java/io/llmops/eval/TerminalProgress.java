package io.llmops.eval;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps one line up to date, a few times a second. */
final class TerminalProgress implements ProgressListener {

    private static final long PAUSE_NANOS = 200_000_000;

    private final PrintWriter out;
    private long shownAt;

    TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    static ProgressListener create() {
        return on(System.console());
    }

    private static ProgressListener on(@Nullable Console console) {
        return console != null && isTerminal(console)
                ? new TerminalProgress(console.writer())
                : ProgressListener.none();
    }

    /** Since Java 22 there may be a console without a terminal; it can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    @Override
    public void onProgress(Progress progress) {
        var last = progress.total().isPresent()
                && progress.done() == progress.total().getAsLong();
        var elapsed = progress.elapsed().toNanos();
        if (last || elapsed - shownAt >= PAUSE_NANOS) {
            shownAt = elapsed;
            out.print("\r" + line(progress) + "\u001B[K" + (last ? "\r\u001B[K" : ""));
            out.flush();
        }
    }

    static String line(Progress progress) {
        var line = new StringBuilder().append(progress.done());
        progress.total().ifPresent(total -> line.append(" / ").append(total));
        line.append(String.format(Locale.ROOT, "  %.0f/s", progress.rate()));
        if (progress.abstained() > 0) {
            line.append("  abstained ").append(progress.abstained());
        }
        if (progress.failed() > 0) {
            line.append("  failed ").append(progress.failed());
        }
        return line.toString();
    }
}

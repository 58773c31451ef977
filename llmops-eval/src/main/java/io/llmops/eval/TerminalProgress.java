package io.llmops.eval;

import java.io.Console;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one line up to date, a few times a second. */
final class TerminalProgress implements ProgressListener {

    private static final long PAUSE_NANOS = 200_000_000;
    private static final int FEW = 10;
    private static final int CENTS = 4;

    private final PrintWriter out;
    private final Supplier<Optional<BigDecimal>> cost;
    private long shownAt;

    TerminalProgress(PrintWriter out, Supplier<Optional<BigDecimal>> cost) {
        this.out = out;
        this.cost = cost;
    }

    static ProgressListener create(Supplier<Optional<BigDecimal>> cost) {
        return on(System.console(), cost);
    }

    private static ProgressListener on(@Nullable Console console, Supplier<Optional<BigDecimal>> cost) {
        return console != null && isTerminal(console)
                ? new TerminalProgress(console.writer(), cost)
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
            out.print("\r" + line(progress, cost.get()) + "\u001B[K" + (last ? "\r\u001B[K" : ""));
            out.flush();
        }
    }

    static String line(Progress progress, Optional<BigDecimal> cost) {
        var line = new StringBuilder().append(progress.done());
        progress.total().ifPresent(total -> line.append(" / ").append(total));
        line.append(String.format(Locale.ROOT, progress.rate() < FEW ? "  %.1f/s" : "  %.0f/s", progress.rate()));
        progress.remaining()
                .filter(rest -> !rest.isZero())
                .ifPresent(rest -> line.append("  ").append(time(rest)).append(" left"));
        var usage = progress.usage();
        if (usage.inputTokens() + usage.outputTokens() > 0) {
            line.append(
                    String.format(Locale.ROOT, "  tokens %,d in %,d out", usage.inputTokens(), usage.outputTokens()));
        }
        cost.ifPresent(money -> line.append("  cost ")
                .append(money.setScale(CENTS, RoundingMode.HALF_UP).toPlainString()));
        if (progress.abstained() > 0) {
            line.append("  abstained ").append(progress.abstained());
        }
        if (progress.failed() > 0) {
            line.append("  failed ").append(progress.failed());
        }
        return line.toString();
    }

    private static String time(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + 1 + " s";
    }
}

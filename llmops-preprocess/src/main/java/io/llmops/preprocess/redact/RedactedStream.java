package io.llmops.preprocess.redact;

import io.llmops.preprocess.redact.Overlaps.Ranked;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/**
 * Redacts characters as they come, window by window. A finding counts where the window shows {@link #REACH} characters before
 * it and as much as the longest finding and that reach behind its start; the next window starts that much earlier. Not safe
 * for use by many threads.
 */
final class RedactedStream {

    static final int REACH = 512;

    /** So that a window goes on even where a group stands open at its horizon. */
    static final int SMALLEST_WINDOW = 2 * (Redactor.LONGEST_FINDING + REACH + 1);

    private final Redactor redactor;
    private final Reader in;
    private final Writer out;
    private final char[] window;
    private int size;
    /** From where on findings are still to be settled, and up to where the text is written or covered. */
    private int pending;

    private int written;
    private long count;

    RedactedStream(Redactor redactor, Reader in, Writer out, int windowSize) {
        this.redactor = redactor;
        this.in = in;
        this.out = out;
        if (windowSize < SMALLEST_WINDOW) {
            throw new IllegalArgumentException(
                    "expected a window of " + SMALLEST_WINDOW + " characters or more, found " + windowSize);
        }
        this.window = new char[windowSize];
    }

    /** Redacts to the end and returns the number of findings. */
    long run() throws IOException {
        while (true) {
            var isLast = !fill();
            var horizon = isLast ? size : size - Redactor.LONGEST_FINDING - REACH;
            settle(new String(window, 0, size), horizon, isLast);
            if (isLast) {
                out.flush();
                return count;
            }
            forget(Math.max(0, pending - REACH));
        }
    }

    private boolean fill() throws IOException {
        while (size < window.length) {
            var read = in.read(window, size, window.length - size);
            if (read < 0) {
                return false;
            }
            size += read;
        }
        return true;
    }

    private void settle(String text, int horizon, boolean isLast) throws IOException {
        List<Ranked> findings = redactor.search(text);
        var from = pending;
        findings.removeIf(
                ranked -> ranked.finding().start() < from || ranked.finding().start() >= horizon);
        pending = horizon;
        for (var group : Overlaps.groups(findings)) {
            if (!isLast && group.closed() > horizon) {
                pending = group.start();
                break;
            }
            for (var finding : Overlaps.settle(group, written, text)) {
                out.write(window, written, finding.start() - written);
                out.write(redactor.replacement(finding, text));
                written = finding.end();
                count++;
            }
        }
        if (written < pending) {
            out.write(window, written, pending - written);
            written = pending;
        }
    }

    private void forget(int characters) {
        size -= characters;
        System.arraycopy(window, characters, window, 0, size);
        Arrays.fill(window, size, window.length, '\0');
        pending -= characters;
        written -= characters;
    }
}

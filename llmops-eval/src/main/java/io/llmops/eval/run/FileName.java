package io.llmops.eval.run;

import io.llmops.core.Fingerprint;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of users as names of files: letters, digits, {@code . _ -} stay, all else becomes a dash, and where that or the
 * length took something away, a short fingerprint of the name is added so that different names stay different. Never a
 * path, never hidden, never a name that Windows keeps for itself. Safe for use by many threads.
 */
public final class FileName {

    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern KEPT_BY_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 60;
    private static final int DIGITS = 8;

    private FileName() {}

    /**
     * Returns a name that is fit for a file.
     *
     * @param name any text
     * @return at most 69 characters, the same for the same name
     */
    public static String of(String name) {
        var plain = OTHER.matcher(name).replaceAll("-").replaceAll("^[.-]+|[.-]+$", "");
        var bounded = plain.substring(0, Math.min(LONGEST, plain.length()));
        var fits = bounded.equals(name)
                && !name.isEmpty()
                && !KEPT_BY_WINDOWS.matcher(name).matches();
        return fits
                ? name
                : (bounded.isEmpty() ? "x" : bounded) + "-"
                        + Fingerprint.of(name).sha256().substring(0, DIGITS);
    }

    /** Returns a few words of a name, in lower case, to be put beside something that is unique. */
    static String words(String name, int longest) {
        var plain =
                OTHER.matcher(name).replaceAll("-").replaceAll("[._-]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(longest, plain.length()))
                .replaceAll("-$", "")
                .toLowerCase(Locale.ROOT);
    }
}

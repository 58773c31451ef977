package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isLetterOrDigit;

import java.util.ArrayList;
import java.util.List;

/**
 * URLs whose authority holds {@code user:password@} or a long token before the at sign (RFC 3986, 3.2.1). The whole URL is
 * the finding, for its path often repeats the account.
 */
final class CredentialUrls {

    private static final int LONGEST_SCHEME = 20;
    private static final int LONGEST_USER = 480;
    private static final int LONGEST = 2048;
    private static final int SHORTEST_TOKEN = 16;

    private CredentialUrls() {}

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        var space = 0;
        for (var at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            var start = at;
            while (at - start < LONGEST_SCHEME && isScheme(at(text, start - 1))) {
                start--;
            }
            if (start < at && hasCredentials(text, at + 3)) {
                space = endOfRun(text, Math.max(space, at));
                found.add(new Finding(EntityType.CREDENTIAL_URL, start, end(text, start, space)));
            }
        }
        return found;
    }

    private static boolean isScheme(char c) {
        return isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static boolean hasCredentials(String text, int start) {
        var colon = -1;
        for (var i = start; i < Math.min(text.length(), start + LONGEST_USER); i++) {
            var c = text.charAt(i);
            if (c == '@') {
                return (colon >= 0 ? i - colon > 1 : i - start >= SHORTEST_TOKEN) && isWordOrBracket(text, i + 1);
            }
            if (c == ':' && colon < 0) {
                colon = i;
            } else if (c == '/' || c == '?' || c == '#' || endsUrl(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWordOrBracket(String text, int index) {
        return Characters.isWordAt(text, index) || at(text, index) == '[';
    }

    private static int endOfRun(String text, int from) {
        var end = from;
        while (end < text.length() && !endsUrl(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int end(String text, int start, int space) {
        var end = Math.min(space, start + LONGEST);
        while (".,;:!?)]}'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean endsUrl(char c) {
        return Character.isWhitespace(c) || c < ' ' || c == '"' || c == '<' || c == '>' || c == '`';
    }
}

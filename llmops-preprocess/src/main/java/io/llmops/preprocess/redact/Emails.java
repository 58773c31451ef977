package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isWord;
import static io.llmops.preprocess.redact.Characters.isWordAt;

import java.util.ArrayList;
import java.util.List;

/**
 * E-mail addresses: from each at sign outwards, a local part of at most 64 characters and a domain of at most 255 with a
 * dot in it (RFC 5321, 4.5.3.1). Quoted local parts and the rarer punctuation of RFC 5322 are not read.
 */
final class Emails {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 255;

    private Emails() {}

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        for (var at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            var end = endOfDomain(text, at + 1);
            if (end > 0) {
                var start = startOfLocal(text, at);
                if (start >= 0) {
                    found.add(new Finding(EntityType.EMAIL, start, end));
                }
            }
        }
        return found;
    }

    private static int startOfLocal(String text, int at) {
        var start = at;
        while (at - start <= LONGEST_LOCAL && isLocal(text, start - 1)) {
            start--;
        }
        while (start < at && !isWord(text.charAt(start)) && text.charAt(start) != '_' && text.charAt(start) != '+') {
            start++;
        }
        return start == at || at - start > LONGEST_LOCAL || text.charAt(at - 1) == '.' ? -1 : start;
    }

    private static boolean isLocal(String text, int index) {
        var c = at(text, index);
        return isWord(c)
                || switch (c) {
                    case '.', '_', '%', '+', '-', '&', '~' -> true;
                    case '\'' -> isWordAt(text, index - 1);
                    default -> false;
                };
    }

    private static int endOfDomain(String text, int start) {
        var limit = Math.min(text.length(), start + LONGEST_DOMAIN + 1);
        var end = -1;
        var label = start;
        for (var i = start; i <= limit; i++) {
            var c = i < limit ? at(text, i) : 0;
            if (isWord(c) || (c == '-' && i > label)) {
                continue;
            }
            var isWhole = i > label && text.charAt(i - 1) != '-';
            if (isWhole && label > start && isTopLevel(text, label, i)) {
                end = i;
            }
            if (c != '.' || !isWhole) {
                break;
            }
            label = i + 1;
        }
        return end - start > LONGEST_DOMAIN ? -1 : end;
    }

    private static boolean isTopLevel(String text, int start, int end) {
        return end - start >= 2 && !Characters.isDigit(text.charAt(start));
    }
}

package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.isDigit;
import static io.llmops.preprocess.redact.Characters.isLetterOrDigit;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys and tokens: private keys in PEM (RFC 7468), JSON web tokens (RFC 7519), tokens by the prefixes that their issuers
 * publish, and what is assigned to a word like {@code api_key} or {@code password}.
 */
final class Secrets {

    private static final int SHORTEST_WORD = 16;
    private static final int LONGEST_WORD = 4096;
    private static final String PEM_BEGIN = "-----BEGIN ";
    private static final String PEM_END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 64;

    private static final boolean[] PARTS = parts();

    /** A prefix, how many characters come behind it at the least, and whether they are capitals and digits only. */
    private record Issuer(String prefix, int atLeast, boolean capitals) {}

    private static final List<Issuer> ISSUERS =
            issuers("sk-:20 sk_live_:16 sk_test_:16 rk_live_:16 rk_test_:16 pk_live_:16 "
                    + "gsk_:20 ghp_:36 gho_:36 ghu_:36 ghs_:36 ghr_:36 github_pat_:22 glpat-:20 xoxb-:10 xoxp-:10 xoxa-:10 xoxr-:10 "
                    + "xoxs-:10 xapp-:10 AIza:35 GOCSPX-:20 hf_:30 npm_:36 dop_v1_:40 shpat_:32 dckr_pat_:20 pypi-:40 r8_:30 "
                    + "ATATT3:40 sq0atp-:20 AKIA:16! ASIA:16!");

    private Secrets() {}

    private static List<Issuer> issuers(String list) {
        var issuers = new ArrayList<Issuer>();
        for (var entry : list.split(" ", -1)) {
            var colon = entry.indexOf(':');
            var capitals = entry.endsWith("!");
            var end = entry.length() - (capitals ? 1 : 0);
            issuers.add(new Issuer(entry.substring(0, colon), Integer.parseInt(entry, colon + 1, end, 10), capitals));
        }
        return issuers;
    }

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        findPrivateKeys(text, found);
        var assignments = new Assignments(text, found);
        for (var at = 0; at < text.length(); ) {
            if (!isPart(text.charAt(at))) {
                at++;
                continue;
            }
            var end = endOfWord(text, at);
            add(found, at, endOfToken(text, at, end));
            assignments.find(at, end);
            at = end;
        }
        return found;
    }

    private static void add(List<Finding> found, int start, int end) {
        if (end > start) {
            found.add(new Finding(EntityType.SECRET, start, end));
        }
    }

    private static boolean isPart(char c) {
        return c < PARTS.length && PARTS[c];
    }

    private static boolean[] parts() {
        var parts = new boolean['z' + 1];
        for (char c = 0; c < parts.length; c++) {
            parts[c] = isLetterOrDigit(c) || c == '_' || c == '-';
        }
        return parts;
    }

    private static int endOfWord(String text, int start) {
        var end = start;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfToken(String text, int start, int end) {
        if (end - start < SHORTEST_WORD || end - start > LONGEST_WORD) {
            return -1;
        }
        if (text.startsWith("eyJ", start)) {
            return endOfJsonWebToken(text, end);
        }
        for (var issuer : ISSUERS) {
            if (text.startsWith(issuer.prefix(), start)) {
                var rest = start + issuer.prefix().length();
                return end - rest >= issuer.atLeast() && isRandom(text, rest, end, issuer.capitals()) ? end : -1;
            }
        }
        return -1;
    }

    private static boolean isRandom(String text, int start, int end, boolean capitals) {
        var digits = 0;
        for (var i = start; i < end; i++) {
            var c = text.charAt(i);
            digits += isDigit(c) ? 1 : 0;
            if (capitals && !isDigit(c) && !Characters.isUpper(c)) {
                return false;
            }
        }
        return digits > 0;
    }

    private static int endOfJsonWebToken(String text, int endOfHeader) {
        if (!text.startsWith(".eyJ", endOfHeader)) {
            return -1;
        }
        var endOfClaims = endOfWord(text, endOfHeader + 1);
        if (endOfClaims - endOfHeader > LONGEST_WORD || Characters.at(text, endOfClaims) != '.') {
            return -1;
        }
        var end = endOfWord(text, endOfClaims + 1);
        return end - endOfClaims > LONGEST_WORD / 4 ? -1 : end;
    }

    private static void findPrivateKeys(String text, List<Finding> found) {
        for (var at = text.indexOf(PEM_BEGIN); at >= 0; at = text.indexOf(PEM_BEGIN, at + PEM_BEGIN.length())) {
            var body = endOfLabel(text, at + PEM_BEGIN.length());
            if (body > 0) {
                add(found, at, endOfPrivateKey(text, at, body));
            }
        }
    }

    private static int endOfLabel(String text, int start) {
        var limit = Math.min(text.length(), start + LONGEST_LABEL);
        for (var i = start; i < limit; i++) {
            if (text.charAt(i) == '-') {
                var label = text.substring(start, i);
                return text.startsWith(DASHES, i) && label.contains("PRIVATE KEY") ? i + DASHES.length() : -1;
            }
        }
        return -1;
    }

    /** The end of the END line; where it is missing, the end of what can be the key's body. */
    private static int endOfPrivateKey(String text, int start, int body) {
        var limit = Math.min(text.length(), start + Redactor.LONGEST_FINDING - LONGEST_LABEL);
        var at = body;
        while (at < limit && isBody(text.charAt(at))) {
            at++;
        }
        if (text.startsWith(PEM_END, at)) {
            var close = text.indexOf(DASHES, at + PEM_END.length());
            if (close > 0 && close - at < LONGEST_LABEL - DASHES.length()) {
                return close + DASHES.length();
            }
        }
        while (Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Base64, white space, what a header line or an escaped line break is made of; but no hyphen. */
    private static boolean isBody(char c) {
        return isLetterOrDigit(c) || Character.isWhitespace(c) || "+/=\\,:".indexOf(c) >= 0;
    }
}

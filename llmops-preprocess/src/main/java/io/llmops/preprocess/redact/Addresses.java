package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigitAt;
import static io.llmops.preprocess.redact.Characters.isHex;
import static io.llmops.preprocess.redact.Characters.isWordAt;

import java.util.ArrayList;
import java.util.List;

/** Addresses of machines: IP of both versions (RFC 791, RFC 4291) and hardware addresses (IEEE 802). */
final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {}

    static List<Finding> findIp(String text) {
        var found = new ArrayList<Finding>();
        findVersion4(text, found);
        findVersion6(text, found);
        return found;
    }

    private static void findVersion4(String text, List<Finding> found) {
        for (var dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            var start = dot;
            while (dot - start < 3 && isDigitAt(text, start - 1)) {
                start--;
            }
            if (start < dot && Characters.startsNumber(text, start) && at(text, start - 1) != '.') {
                var end = endOfVersion4(text, start);
                if (end > 0 && (Characters.endsNumber(text, end) || at(text, end) == '/')) {
                    found.add(new Finding(EntityType.IP_ADDRESS, start, end));
                }
            }
        }
    }

    /** The end of four octets from here, or -1. */
    private static int endOfVersion4(String text, int start) {
        var at = start;
        for (var octet = 0; octet < 4; octet++) {
            if (octet > 0 && at(text, at++) != '.') {
                return -1;
            }
            var end = Characters.endOfDigits(text, at, 3);
            var isZeroLed = end - at > 1 && text.charAt(at) == '0';
            if (end == at || isZeroLed || CheckDigits.number(text, at, end) > 255) {
                return -1;
            }
            at = end;
        }
        return at;
    }

    private static void findVersion6(String text, List<Finding> found) {
        for (var colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            var start = colon;
            while (colon - start < 4 && start > 0 && isHex(text.charAt(start - 1))) {
                start--;
            }
            if (isWordAt(text, start - 1) || at(text, start - 1) == ':') {
                continue;
            }
            var end = endOfVersion6(text, start);
            if (end > 0) {
                found.add(new Finding(EntityType.IP_ADDRESS, start, end));
            }
        }
    }

    /** The end of the groups from here, or -1. Without a gap all eight are wanted, with one a digit among them. */
    private static int endOfVersion6(String text, int start) {
        var at = start;
        var groups = 0;
        var gap = false;
        var digits = 0;
        while (true) {
            var end = at;
            while (end - at < 4 && isHex(at(text, end))) {
                digits += isDigitAt(text, end) ? 1 : 0;
                end++;
            }
            if (end > at) {
                var tail = at(text, end) == '.' && groups > 0 ? endOfVersion4(text, at) : -1;
                groups += tail > 0 ? 2 : 1;
                at = Math.max(end, tail);
            }
            if (at(text, at) != ':' || groups > GROUPS) {
                break;
            }
            if (at(text, at + 1) == ':') {
                if (gap) {
                    return -1;
                }
                gap = true;
                at += 2;
            } else if (end > start && isHex(at(text, at + 1))) {
                at++;
            } else {
                break;
            }
        }
        var isWhole = gap ? groups > 0 && groups < GROUPS && digits > 0 : groups == GROUPS;
        var goesOn = isWordAt(text, at) || (at(text, at) == ':' && (isWordAt(text, at + 1) || at(text, at + 1) == ':'));
        return isWhole && !goesOn ? at : -1;
    }

    static List<Finding> findMac(String text) {
        var found = new ArrayList<Finding>();
        for (var i = 2; i < text.length() - 9; i++) {
            var c = text.charAt(i);
            if (c == ':' || c == '-') {
                addMac(text, i - 2, 2, found);
            } else if (c == '.' && i >= 4) {
                addMac(text, i - 4, 4, found);
            }
        }
        return found;
    }

    private static void addMac(String text, int start, int width, List<Finding> found) {
        var separator = text.charAt(start + width);
        var end = start + 12 + 12 / width - 1;
        if (end > text.length() || isWordAt(text, start - 1) || at(text, start - 1) == separator) {
            return;
        }
        for (var i = start; i < end; i++) {
            var isGap = (i - start) % (width + 1) == width;
            if (isGap ? text.charAt(i) != separator : !isHex(text.charAt(i))) {
                return;
            }
        }
        if (!isWordAt(text, end) && !(at(text, end) == separator && isWordAt(text, end + 1))) {
            found.add(new Finding(EntityType.MAC_ADDRESS, start, end));
        }
    }
}

package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.isDigitAt;
import static io.llmops.preprocess.redact.Characters.isLetter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * International bank account numbers (ISO 13616): a country of the registry, its length, and the check digits by MOD 97-10,
 * in capitals or small letters, written together or in groups with one space between.
 */
final class Ibans {

    private static final Map<String, Integer> LENGTHS =
            lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 "
                    + "BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 "
                    + "GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 "
                    + "ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 "
                    + "SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private Ibans() {}

    private static Map<String, Integer> lengths(String list) {
        var lengths = new HashMap<String, Integer>();
        for (var entry : list.split(" ", -1)) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return lengths;
    }

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        for (var at = Characters.nextDigit(text, 0); at < text.length(); ) {
            if (at >= 2 && startsAt(text, at - 2)) {
                var end = end(text, at - 2);
                if (end > 0) {
                    found.add(new Finding(EntityType.IBAN, at - 2, end));
                }
            }
            at = Characters.nextDigit(text, Characters.endOfRun(text, at));
        }
        return found;
    }

    private static boolean startsAt(String text, int start) {
        return isLetter(text.charAt(start))
                && isLetter(text.charAt(start + 1))
                && isDigitAt(text, start + 3)
                && !Characters.isWordAt(text, start - 1);
    }

    private static int end(String text, int start) {
        var length = LENGTHS.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return -1;
        }
        var iban = new StringBuilder(length);
        var at = start;
        while (iban.length() < length) {
            var c = Characters.at(text, at);
            if (Characters.isLetterOrDigit(c)) {
                iban.append(Character.toUpperCase(c));
            } else if (c != ' ' || iban.length() < 4 || !Characters.isWordAt(text, at - 1)) {
                return -1;
            }
            at++;
        }
        return !Characters.isWordAt(text, at) && isIban(iban.toString()) ? at : -1;
    }

    private static boolean isIban(String iban) {
        return CheckDigits.mod97(iban.substring(4) + iban.substring(0, 4)) == 1;
    }
}

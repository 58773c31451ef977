package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.CheckDigits.dayAndMonth;
import static io.llmops.preprocess.redact.CheckDigits.digit;
import static io.llmops.preprocess.redact.CheckDigits.isDay;
import static io.llmops.preprocess.redact.CheckDigits.isMonth;
import static io.llmops.preprocess.redact.CheckDigits.luhn;
import static io.llmops.preprocess.redact.CheckDigits.number;
import static io.llmops.preprocess.redact.CheckDigits.value;
import static io.llmops.preprocess.redact.CheckDigits.weighted;

import java.util.Set;

/**
 * The rules of {@link NationalId}s, as their issuers publish them. Each takes the letters and digits alone, in capitals, in a
 * form that fits.
 */
final class IdChecks {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String MEXICAN = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final String CHINESE = "10X98765432";
    private static final String SINGAPORE_CITIZEN = "JZIHGFEDCBA";
    private static final String SINGAPORE_FOREIGNER = "XWUTRQPNMLK";
    private static final int[] TAIWANESE = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final Set<String> BRITISH_NEVER = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");
    private static final Set<Integer> ARGENTINE_KINDS = Set.of(20, 23, 24, 25, 26, 27, 30, 33, 34);

    private IdChecks() {}

    static boolean usSsn(String id) {
        var area = number(id, 0, 3);
        return area != 0 && area != 666 && area < 900 && number(id, 3, 5) != 0 && number(id, 5, 9) != 0;
    }

    static boolean usItin(String id) {
        var group = number(id, 3, 5);
        return id.charAt(0) == '9' && group >= 50 && !(group > 65 && group < 70) && group != 89 && group != 93;
    }

    static boolean gbNino(String id) {
        return "DFIQUV".indexOf(id.charAt(0)) < 0
                && "DFIOQUV".indexOf(id.charAt(1)) < 0
                && !BRITISH_NEVER.contains(id.substring(0, 2))
                && id.charAt(8) <= 'D';
    }

    static boolean iePps(String id) {
        var sum = weighted(id, 8, 7, 6, 5, 4, 3, 2);
        if (id.length() == 9) {
            var second = id.charAt(8);
            if ("AHWTX".indexOf(second) < 0) {
                return false;
            }
            sum += second == 'A' || second == 'H' ? 9 * IRISH.indexOf(second) : 0;
        }
        return IRISH.charAt(sum % 23) == id.charAt(7);
    }

    static boolean deTaxId(String id) {
        var counts = new int[10];
        for (var i = 0; i < 10; i++) {
            counts[digit(id, i)]++;
        }
        var repeated = 0;
        for (var count : counts) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return id.charAt(0) != '0' && repeated == 1 && CheckDigits.mod11And10(id);
    }

    static boolean atSvnr(String id) {
        var month = number(id, 6, 8);
        return id.charAt(0) != '0'
                && weighted(id, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(id, 3)
                && isDay(number(id, 4, 6))
                && month >= 1
                && month <= 15;
    }

    static boolean chAhv(String id) {
        return id.startsWith("756") && weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    static boolean spanishLetter(String id, String number) {
        return SPANISH.charAt((int) (number(number) % 23)) == id.charAt(id.length() - 1);
    }

    static boolean esNie(String id) {
        var first = "XYZ".indexOf(id.charAt(0));
        return first >= 0 && spanishLetter(id, first + id.substring(1, 8));
    }

    static boolean ptNif(String id) {
        var check = 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return id.charAt(0) != '0' && digit(id, 8) == (check > 9 ? 0 : check);
    }

    static boolean frNir(String id) {
        var department = id.substring(5, 7);
        var number = switch (department) {
            case "2A" -> id.substring(0, 5) + "19" + id.substring(7, 13);
            case "2B" -> id.substring(0, 5) + "18" + id.substring(7, 13);
            default -> id.substring(0, 13);
        };
        if (!Characters.isDigit(number.charAt(6))) {
            return false;
        }
        var month = number(id, 3, 5);
        return "123478".indexOf(id.charAt(0)) >= 0
                && (isMonth(month) || month == 20 || (month >= 30 && month <= 42) || month >= 50)
                && 97 - number(number) % 97 == number(id, 13, 15);
    }

    static boolean itCodiceFiscale(String id) {
        if ("ABCDEHLMPRST".indexOf(id.charAt(8)) < 0) {
            return false;
        }
        for (var at : new int[] {6, 7, 9, 10, 12, 13, 14}) {
            var c = id.charAt(at);
            if (!Characters.isDigit(c) && "LMNPQRSTUV".indexOf(c) < 0) {
                return false;
            }
        }
        var sum = 0;
        for (var i = 0; i < 15; i++) {
            var value = value(id.charAt(i)) % 10;
            var place = Characters.isDigit(id.charAt(i)) ? value : id.charAt(i) - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[place] : place;
        }
        return 'A' + sum % 26 == id.charAt(15);
    }

    static boolean nlBsn(String id) {
        return number(id) > 0 && weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
    }

    static boolean beRrn(String id) {
        var check = number(id, 9, 11);
        var before = number(id, 0, 9);
        return number(id, 2, 4) % 20 <= 12
                && number(id, 4, 6) <= 31
                && (97 - before % 97 == check || 97 - (2_000_000_000L + before) % 97 == check);
    }

    static boolean plPesel(String id) {
        return weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && isMonth(number(id, 2, 4) % 20)
                && isDay(number(id, 4, 6));
    }

    static boolean czBirthNumber(String id) {
        var month = number(id, 2, 4) % 50;
        var isDivisible = number(id) % 11 == 0 || (number(id, 0, 9) % 11 == 10 && id.charAt(9) == '0');
        return isDivisible && isMonth(month > 20 ? month - 20 : month) && isDay(number(id, 4, 6));
    }

    static boolean roCnp(String id) {
        var check = weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return id.charAt(0) != '0' && dayAndMonth(id, 5, 3) && digit(id, 12) == (check == 10 ? 1 : check);
    }

    static boolean bgEgn(String id) {
        return isMonth(number(id, 2, 4) % 20)
                && isDay(number(id, 4, 6))
                && weighted(id, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(id, 9);
    }

    static boolean eePersonalCode(String id) {
        var check = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (check == 10) {
            check = weighted(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        return id.charAt(0) >= '1' && id.charAt(0) <= '8' && dayAndMonth(id, 5, 3) && digit(id, 10) == check;
    }

    static boolean sePersonalNumber(String id) {
        var ten = id.substring(id.length() - 10);
        var day = number(ten, 4, 6);
        return luhn(ten) && isMonth(number(ten, 2, 4)) && isDay(day > 60 ? day - 60 : day);
    }

    static boolean noBirthNumber(String id) {
        var day = number(id, 0, 2);
        return isDay(day > 40 ? day - 40 : day)
                && isMonth(number(id, 2, 4) % 40)
                && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean fiHetu(String id) {
        var serial = id.length() - 4;
        if (serial == 7 && "ABCDEFUVWXY".indexOf(id.charAt(6)) < 0) {
            return false;
        }
        var number = number(id.substring(0, 6) + id.substring(serial, serial + 3));
        return dayAndMonth(id, 0, 2) && FINNISH.charAt((int) (number % 31)) == id.charAt(id.length() - 1);
    }

    static boolean trKimlik(String id) {
        var first = weighted(id, 7, -1, 7, -1, 7, -1, 7, -1, 7);
        return id.charAt(0) != '0'
                && Math.floorMod(first, 10) == digit(id, 9)
                && weighted(id, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10 == digit(id, 10);
    }

    static boolean zaId(String id) {
        return luhn(id) && dayAndMonth(id, 4, 2) && id.charAt(10) <= '2';
    }

    static boolean brCpf(String id) {
        var first = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        var second = weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return first == digit(id, 9)
                && second == digit(id, 10)
                && !id.equals(id.substring(0, 1).repeat(11));
    }

    static boolean arCuil(String id) {
        var check = 11 - weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return ARGENTINE_KINDS.contains(number(id, 0, 2))
                && digit(id, 10) == (check == 11 ? 0 : check == 10 ? 9 : check);
    }

    static boolean clRut(String id) {
        var last = id.length() - 1;
        var sum = 0;
        for (var i = 0; i < last; i++) {
            sum += (2 + i % 6) * digit(id, last - 1 - i);
        }
        return "0K987654321".charAt(sum % 11) == id.charAt(last);
    }

    static boolean mxCurp(String id) {
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += MEXICAN.indexOf(id.charAt(i)) * (18 - i);
        }
        return "HMX".indexOf(id.charAt(10)) >= 0 && dayAndMonth(id, 8, 6) && (10 - sum % 10) % 10 == digit(id, 17);
    }

    static boolean inAadhaar(String id) {
        return id.charAt(0) >= '2' && CheckDigits.verhoeff(id) && !id.contentEquals(new StringBuilder(id).reverse());
    }

    static boolean cnResidentId(String id) {
        var sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        var century = number(id, 6, 8);
        return century >= 18 && century <= 20 && dayAndMonth(id, 12, 10) && CHINESE.charAt(sum % 11) == id.charAt(17);
    }

    static boolean jpMyNumber(String id) {
        var remainder = weighted(id, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return digit(id, 11) == (remainder <= 1 ? 0 : 11 - remainder);
    }

    static boolean thCitizenId(String id) {
        var sum = weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
        return id.charAt(0) != '0' && (11 - sum % 11) % 10 == digit(id, 12);
    }

    static boolean sgNric(String id) {
        var first = id.charAt(0);
        var sum = weighted(id.substring(1), 2, 7, 6, 5, 4, 3, 2) + (first == 'T' || first == 'G' ? 4 : 0);
        var letters = switch (first) {
            case 'S', 'T' -> SINGAPORE_CITIZEN;
            case 'F', 'G' -> SINGAPORE_FOREIGNER;
            default -> "-".repeat(11);
        };
        return letters.charAt(sum % 11) == id.charAt(8);
    }

    static boolean hkId(String id) {
        var padded = id.length() == 8 ? " " + id : id;
        var sum = 0;
        for (var i = 0; i < 9; i++) {
            var c = padded.charAt(i);
            sum += (9 - i) * (c == ' ' ? 36 : value(c));
        }
        var last = id.charAt(id.length() - 1);
        return sum % 11 == 0 && (Characters.isDigit(last) || last == 'A');
    }

    static boolean twId(String id) {
        var region = TAIWANESE[id.charAt(0) - 'A'];
        var sum = region / 10 + region % 10 * 9 + weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
        return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
    }
}

package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.Characters.at;
import static io.llmops.preprocess.redact.Characters.isDigitAt;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Calendar dates as people write them: {@code 24/12/1980}, {@code 1980-12-24}, {@code 24. Dezember 1980},
 * {@code December 24, 1980}, {@code 1980年12月24日}. Years are 1850 to 2099, or two digits.
 */
final class Dates {

    private static final int LONGEST_MONTH = 12;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2099;
    private static final List<String> DAY_ENDINGS = List.of("st", "nd", "rd", "th", "er", "º", ".", "e");

    /** The first three letters of the months in the languages of {@link BirthDates} that have them. */
    private static final Set<String> MONTHS =
            Set.of(("jan feb mar apr may jun jul aug sep oct nov dec jän mär mai okt dez "
                            + "fév fev avr jui aoû déc ene abr ago dic gen mag giu lug set ott out mrt maa mei maj sty lut kwi cze "
                            + "lip sie wrz paź lis gru led úno bře dub kvě čer srp zář říj pro tam hel huh tou kes hei elo syy lok "
                            + "jou янв фев мар апр мая май июн июл авг сен окт ноя дек oca şub nis haz tem ağu eyl eki kas ara ian "
                            + "iun iul noi ιαν φεβ μαρ απρ μαΐ ιου αυγ σεπ οκτ νοε δεκ")
                    .split(" ", -1));

    private Dates() {}

    /** Where the date starts whose first digit is here: at a month's name before it, or here. */
    static int start(String text, int digit, int from) {
        var space = digit;
        while (space > from && digit - space < 2 && (at(text, space - 1) == ' ' || at(text, space - 1) == '.')) {
            space--;
        }
        var name = space;
        while (name > from && space - name < LONGEST_MONTH && Character.isLetter(text.charAt(name - 1))) {
            name--;
        }
        return space < digit && isMonth(text, name, space) ? name : digit;
    }

    /** The end of the date that starts here, or -1. */
    static int end(String text, int start, int digit) {
        if (start < digit) {
            return endOfMonthFirst(text, digit);
        }
        if (!Characters.startsNumber(text, digit)) {
            return -1;
        }
        var number = Characters.endOfDigits(text, digit, 5);
        return switch (number - digit) {
            case 4 -> endOfYearFirst(text, digit, number);
            case 1, 2 -> Math.max(endOfNumbers(text, digit, number), endOfDayFirst(text, digit, number));
            default -> -1;
        };
    }

    private static int endOfMonthFirst(String text, int digit) {
        var day = Characters.endOfDigits(text, digit, 3);
        if (!isDay(text, digit, day)) {
            return -1;
        }
        var at = skipDayEnding(text, day);
        at = at(text, at) == ',' ? at + 1 : at;
        return at(text, at) == ' ' ? endOfYear(text, at + 1) : -1;
    }

    private static int endOfDayFirst(String text, int digit, int endOfDay) {
        if (!isDay(text, digit, endOfDay)) {
            return -1;
        }
        var at = skipWord(text, skipDayEnding(text, endOfDay), "of", "de");
        var separator = at(text, at);
        if (separator != ' ' && separator != '-' && separator != '.') {
            return -1;
        }
        var month = at + 1;
        at = month;
        while (at - month < LONGEST_MONTH && at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (!isMonth(text, month, at)) {
            return -1;
        }
        at = at(text, at) == '.' || at(text, at) == ',' ? at + 1 : at;
        at = skipWord(text, at, "de", "del");
        return at(text, at) == ' ' || at(text, at) == '-' ? endOfYear(text, at + 1) : -1;
    }

    private static int skipDayEnding(String text, int at) {
        for (var ending : DAY_ENDINGS) {
            if (text.startsWith(ending, at)) {
                return at + ending.length();
            }
        }
        return at;
    }

    /** Behind one of these words with a space before it. */
    private static int skipWord(String text, int at, String... words) {
        for (var word : words) {
            if (at(text, at) == ' ' && text.startsWith(word, at + 1) && at(text, at + 1 + word.length()) == ' ') {
                return at + 1 + word.length();
            }
        }
        return at;
    }

    private static int endOfNumbers(String text, int digit, int endOfFirst) {
        var separator = at(text, endOfFirst);
        if (separator != '/' && separator != '.' && separator != '-') {
            return -1;
        }
        var second = skipSpace(text, endOfFirst + 1, separator);
        var endOfSecond = Characters.endOfDigits(text, second, 3);
        if (at(text, endOfSecond) != separator || !areDayAndMonth(text, digit, endOfFirst, second, endOfSecond)) {
            return -1;
        }
        var third = skipSpace(text, endOfSecond + 1, separator);
        var end = Characters.endOfDigits(text, third, 5);
        if (end - third == 2) {
            return Characters.endsNumber(text, end) ? end : -1;
        }
        return endOfYear(text, third);
    }

    private static int skipSpace(String text, int at, char separator) {
        return separator == '.' && at(text, at) == ' ' ? at + 1 : at;
    }

    private static int endOfYearFirst(String text, int digit, int endOfYear) {
        var separator = at(text, endOfYear);
        var isEastAsian = separator == '年' || separator == '년';
        if (!isYear(text, digit, endOfYear) || (!isEastAsian && "-/.".indexOf(separator) < 0)) {
            return -1;
        }
        var month = isEastAsian && at(text, endOfYear + 1) == ' ' ? endOfYear + 2 : endOfYear + 1;
        var endOfMonth = Characters.endOfDigits(text, month, 3);
        var next = at(text, endOfMonth);
        if (isEastAsian ? next != '月' && next != '월' : next != separator) {
            return -1;
        }
        var day = isEastAsian && at(text, endOfMonth + 1) == ' ' ? endOfMonth + 2 : endOfMonth + 1;
        var end = Characters.endOfDigits(text, day, 3);
        if (!areDayAndMonth(text, month, endOfMonth, day, end)) {
            return -1;
        }
        return isEastAsian && (at(text, end) == '日' || at(text, end) == '일') ? end + 1 : end;
    }

    private static int endOfYear(String text, int start) {
        var end = Characters.endOfDigits(text, start, 5);
        return end - start == 4 && isYear(text, start, end) && Characters.endsNumber(text, end) ? end : -1;
    }

    private static boolean isYear(String text, int start, int end) {
        var year = CheckDigits.number(text, start, end);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isDay(String text, int start, int end) {
        return end - start >= 1 && end - start <= 2 && CheckDigits.isDay(CheckDigits.number(text, start, end));
    }

    private static boolean areDayAndMonth(String text, int first, int endOfFirst, int second, int endOfSecond) {
        return isDay(text, first, endOfFirst)
                && isDay(text, second, endOfSecond)
                && Math.min(CheckDigits.number(text, first, endOfFirst), CheckDigits.number(text, second, endOfSecond))
                        <= 12;
    }

    private static boolean isMonth(String text, int start, int end) {
        return end - start >= 3
                && !isDigitAt(text, start - 1)
                && MONTHS.contains(text.substring(start, start + 3).toLowerCase(Locale.ROOT));
    }
}

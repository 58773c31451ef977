package io.llmops.preprocess.redact;

/** The schemes behind check digits, over characters that are already checked to be digits where digits are meant. */
final class CheckDigits {

    private static final int[][] VERHOEFF_PRODUCT = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] VERHOEFF_STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigits() {}

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digit(digits, digits.length() - 1 - i);
            var doubled = 2 * digit;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** ISO 7064 MOD 97-10, letters as 10 to 35: the remainder. */
    static int mod97(String characters) {
        var remainder = 0;
        for (var i = 0; i < characters.length(); i++) {
            var value = value(characters.charAt(i));
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }

    /** ISO 7064 MOD 11,10. */
    static boolean mod11And10(String digits) {
        var product = 10;
        for (var i = 0; i < digits.length() - 1; i++) {
            var sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == digit(digits, digits.length() - 1);
    }

    /** Verhoeff 1969. */
    static boolean verhoeff(String digits) {
        var check = 0;
        for (var i = 0; i < digits.length(); i++) {
            var value = digit(digits, digits.length() - 1 - i);
            for (var step = 0; step < i % 8; step++) {
                value = VERHOEFF_STEP[value];
            }
            check = VERHOEFF_PRODUCT[check][value];
        }
        return check == 0;
    }

    /** The sum of the first digits, each times its weight. */
    static int weighted(String digits, int... weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static int value(char c) {
        return Characters.isDigit(c) ? c - '0' : c - 'A' + 10;
    }

    static int number(String digits, int start, int end) {
        return Integer.parseInt(digits, start, end, 10);
    }

    static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** Whether two digits each are a day and a month at these places. */
    static boolean dayAndMonth(String digits, int day, int month) {
        return isDay(number(digits, day, day + 2)) && isMonth(number(digits, month, month + 2));
    }

    static boolean isDay(int day) {
        return day >= 1 && day <= 31;
    }

    static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }
}

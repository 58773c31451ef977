package io.llmops.eval.metric.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How many edits make one sequence of another. */
final class EditDistance {

    private EditDistance() {}

    /** The fewest characters put in, left out or replaced (Levenshtein 1966). */
    static int levenshtein(String one, String other) {
        return levenshtein(codePoints(one), codePoints(other));
    }

    /** The distance, 64 symbols at a time (Myers 1999, Hyyrö 2003), of what is left without equal beginning and end. */
    static int levenshtein(int[] one, int[] other) {
        var start = 0;
        var endOne = one.length;
        var endOther = other.length;
        while (start < endOne && start < endOther && one[start] == other[start]) {
            start++;
        }
        while (endOne > start && endOther > start && one[endOne - 1] == other[endOther - 1]) {
            endOne--;
            endOther--;
        }
        if (start == endOne || start == endOther) {
            return Math.max(endOne, endOther) - start;
        }
        return endOne <= endOther
                ? new EditColumns(Arrays.copyOfRange(one, start, endOne)).distance(other, start, endOther)
                : new EditColumns(Arrays.copyOfRange(other, start, endOther)).distance(one, start, endOne);
    }

    /** Levenshtein's edits and swaps, also of what an edit made neighbours (Damerau; Lowrance and Wagner 1975). */
    static int damerau(int[] one, int[] other) {
        var most = one.length + other.length;
        var table = new int[one.length + 2][other.length + 2];
        table[0][0] = most;
        for (var i = 0; i <= one.length; i++) {
            table[i + 1][0] = most;
            table[i + 1][1] = i;
        }
        for (var j = 0; j <= other.length; j++) {
            table[0][j + 1] = most;
            table[1][j + 1] = j;
        }
        Map<Integer, Integer> lastRow = new HashMap<>();
        for (var i = 1; i <= one.length; i++) {
            var lastMatch = 0;
            for (var j = 1; j <= other.length; j++) {
                var row = lastRow.getOrDefault(other[j - 1], 0);
                var column = lastMatch;
                var same = one[i - 1] == other[j - 1];
                if (same) {
                    lastMatch = j;
                }
                table[i + 1][j + 1] = Math.min(
                        Math.min(table[i][j] + (same ? 0 : 1), Math.min(table[i + 1][j], table[i][j + 1]) + 1),
                        table[row][column] + (i - row - 1) + 1 + (j - column - 1));
            }
            lastRow.put(one[i - 1], i);
        }
        return table[one.length + 1][other.length + 1];
    }

    /** The distance as a share of the longer text, taken from 1; 1 for two empty texts. */
    static double similarity(int distance, int one, int other) {
        return one == 0 && other == 0 ? 1 : 1 - (double) distance / Math.max(one, other);
    }

    /** Returns at how many places the texts differ, those that only one has among them. */
    static int hamming(int[] one, int[] other) {
        var shorter = Math.min(one.length, other.length);
        var different = Math.max(one.length, other.length) - shorter;
        for (var i = 0; i < shorter; i++) {
            different += one[i] == other[i] ? 0 : 1;
        }
        return different;
    }

    static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }
}

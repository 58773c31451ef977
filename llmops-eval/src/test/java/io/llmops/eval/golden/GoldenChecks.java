package io.llmops.eval.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Counts the checks of one file. Every key of {@code expected} must be looked at by {@link #that} or have a reason in
 * {@link GoldenUnsupported}; a key that is neither fails.
 */
public final class GoldenChecks {

    private final String file;
    private final double tolerance;
    private final Set<String> seen = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int unsupported;
    private GoldenCase current;

    GoldenChecks(GoldenFile file) {
        this.file = file.name();
        this.tolerance = file.tolerance();
    }

    void runCase(GoldenCase golden, Optional<GoldenChecker> checker) {
        current = golden;
        seen.clear();
        if (checker.isPresent()) {
            try {
                checker.get().check(golden, this);
            } catch (RuntimeException problem) {
                failures.add(golden.id() + ": " + problem);
            }
        }
        lookForUnseen(golden.expected(), "", checker.isPresent());
    }

    /** Counts the keys, or groups of keys, that no check has looked at. */
    private void lookForUnseen(JsonNode expected, String path, boolean claimed) {
        expected.fieldNames().forEachRemaining(key -> {
            String where = path + key;
            var empty = expected.get(key).isObject() && expected.get(key).isEmpty();
            if (seen.contains(where) || key.equals("note") || empty) {
                return;
            }
            if (seen.stream().anyMatch(one -> one.startsWith(where + "/"))) {
                lookForUnseen(expected.get(key), where + "/", claimed);
            } else if (!claimed
                    || GoldenUnsupported.reason(file, current.group(), where).isPresent()
                    || GoldenUnsupported.reason(file, current.id(), where).isPresent()) {
                unsupported++;
            } else {
                failures.add(current.id() + ": nothing looks at '" + where + "'");
            }
        });
    }

    /**
     * Checks one expected value at the file's tolerance (absolute up to size 1, relative above).
     *
     * @param path keys into {@code expected}, absent values are skipped
     * @param actual a Number, String, Boolean, array of doubles, or a List of such; an exception it throws is a failure,
     *     unless the expected value is NaN or {@code {"error": …}}: those are refusals
     */
    public void that(Callable<?> actual, String... path) {
        that(tolerance, actual, path);
    }

    /** Checks one expected number at the file's tolerance, relative whatever its size. */
    public void relative(Callable<? extends Number> actual, String... path) {
        JsonNode expected = current.expected().at("/" + String.join("/", path));
        that(tolerance * Math.min(1, Math.abs(GoldenCase.number(expected))), actual, path);
    }

    /** Checks one expected value at a tolerance of its own. */
    public void that(double within, Callable<?> actual, String... path) {
        JsonNode expected = current.expected();
        for (String key : path) {
            expected = expected == null ? null : expected.get(key);
        }
        if (expected == null) {
            return;
        }
        seen.add(String.join("/", path));
        boolean refusal = expected.has("error") || expected.equals(JsonText.NAN) || expected.equals(JsonText.UNDEFINED);
        String where = current.id() + " " + String.join("/", path);
        Object found;
        try {
            found = actual.call();
        } catch (Exception problem) {
            if (refusal) {
                passed++;
            } else {
                failures.add(where + ": " + problem);
            }
            return;
        }
        if (refusal || !same(expected, found, within)) {
            failures.add(
                    where + ": expected " + abbreviated(expected.toString()) + " but was " + abbreviated(text(found)));
        } else {
            passed++;
        }
    }

    private static String text(Object found) {
        return found instanceof double[] numbers ? Arrays.toString(numbers) : String.valueOf(found);
    }

    private static String abbreviated(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private static boolean same(JsonNode expected, Object found, double within) {
        if (found instanceof JsonNode node) {
            return node.equals(expected);
        }
        if (found instanceof double[] numbers) {
            return same(expected, Arrays.stream(numbers).boxed().toList(), within);
        }
        if (found instanceof List<?> list) {
            if (!expected.isArray() || expected.size() != list.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!same(expected.get(i), list.get(i), within)) {
                    return false;
                }
            }
            return true;
        }
        if (found instanceof Number number) {
            return near(GoldenCase.number(expected), number.doubleValue(), within);
        }
        if (found instanceof Boolean truth) {
            return expected.isBoolean() && expected.booleanValue() == truth;
        }
        return found == null
                ? expected.isNull()
                : expected.isTextual() && expected.textValue().equals(found);
    }

    private static boolean near(double expected, double found, double within) {
        return expected == found || Math.abs(expected - found) <= within * Math.max(1, Math.abs(expected));
    }

    int passed() {
        return passed;
    }

    int unsupported() {
        return unsupported;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}

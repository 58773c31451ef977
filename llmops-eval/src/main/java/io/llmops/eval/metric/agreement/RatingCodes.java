package io.llmops.eval.metric.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a rating is a number: by its place among given categories, or, without any, as the number it is. Ratings are the
 * same if their labels are, and numbers if they are equal as numbers. Immutable.
 */
final class RatingCodes {

    private final List<String> categories;
    private final Map<String, Integer> places = new HashMap<>();

    RatingCodes(List<?> categories) {
        this.categories = categories.stream().map(RatingCodes::label).toList();
        this.categories.forEach(category -> {
            if (places.put(category, places.size()) != null) {
                throw new IllegalArgumentException("expected different categories, found '" + category + "' twice");
            }
        });
    }

    int size() {
        return categories.size();
    }

    static String label(Object rating) {
        if (rating instanceof Number number) {
            var value = number.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1L << 53
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return rating.toString();
    }

    /** Returns the number of a rating, empty if it has none. */
    private OptionalDouble number(Object rating) {
        if (!categories.isEmpty()) {
            var place = places.get(label(rating));
            return place == null ? OptionalDouble.empty() : OptionalDouble.of(place);
        }
        return rating instanceof Number number && Double.isFinite(number.doubleValue())
                ? OptionalDouble.of(number.doubleValue() + 0.0)
                : OptionalDouble.empty();
    }

    /** Returns the number of a rating; the place is where it was found. */
    double require(Object rating, String where) {
        return number(rating)
                .orElseThrow(() -> new IllegalArgumentException(where + ": expected "
                        + (categories.isEmpty()
                                ? "a finite number (or categories in their order, see withCategories)"
                                : "one of the categories " + shown())
                        + ", found " + excerpt(label(rating))));
    }

    private String shown() {
        return categories.size() <= 10 ? categories.toString() : categories.subList(0, 10) + " …";
    }

    private static String excerpt(String label) {
        return "'" + (label.length() <= 40 ? label : label.substring(0, 40) + "…") + "'";
    }
}

package io.llmops.preprocess.token;

import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What there is for which language, and an error that lists it. Immutable. */
record LanguageTable<T>(String what, Map<String, T> byCode) {

    LanguageTable {
        byCode = new TreeMap<>(byCode);
    }

    T find(String language) {
        var found = byCode.get(Objects.requireNonNull(language, "language"));
        if (found == null) {
            throw new IllegalArgumentException(
                    "no language '" + shortened(language) + "' with " + what + "; there are " + byCode.keySet());
        }
        return found;
    }

    SortedSet<String> languages() {
        return new TreeSet<>(byCode.keySet());
    }

    static String shortened(String language) {
        return language.length() <= 20 ? language : language.substring(0, 20) + "…";
    }
}

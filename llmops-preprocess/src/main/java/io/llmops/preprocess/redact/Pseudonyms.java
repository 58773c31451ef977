package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Pseudonyms of a vault, such as {@code <PERSON_1>}. Safe for use by many threads. */
record Pseudonyms(Vault vault) implements Way {

    private static final int LONGEST = EntityType.LONGEST + 12;

    Pseudonyms {
        Objects.requireNonNull(vault, "vault");
    }

    @Override
    public String replace(EntityType type, String found) {
        return vault.pseudonym(type, found);
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(Description.of("pseudonyms"));
    }

    /** What looks like a pseudonym. */
    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            var end = end(text, at);
            if (end > 0) {
                found.add(new Finding(EntityType.PSEUDONYM, at, end));
            }
        }
        return found;
    }

    /** The end of what looks like a pseudonym from here, or -1. */
    static int end(String text, int start) {
        var limit = Math.min(text.length(), start + LONGEST);
        for (var i = start + 1; i < limit; i++) {
            var c = text.charAt(i);
            if (c == '>') {
                return i - start > 3 && Characters.isDigit(text.charAt(i - 1)) ? i + 1 : -1;
            }
            if (!EntityType.isPart(c)) {
                return -1;
            }
        }
        return -1;
    }
}

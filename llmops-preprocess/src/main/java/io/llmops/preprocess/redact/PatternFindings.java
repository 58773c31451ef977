package io.llmops.preprocess.redact;

import io.llmops.preprocess.token.BoundedCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Each match of a pattern, empty ones left out. Immutable. */
record PatternFindings(EntityType type, Pattern pattern) implements Function<String, List<Finding>> {

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        var matcher = pattern.matcher(new BoundedCharacters(text, pattern));
        while (matcher.find()) {
            if (matcher.start() < matcher.end()) {
                found.add(new Finding(type, matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}

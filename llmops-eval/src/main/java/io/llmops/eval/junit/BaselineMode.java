package io.llmops.eval.junit;

/** What is done with a baseline. */
enum BaselineMode {
    /** The run is compared with it: no worse will do. */
    COMPARE,
    /** It is made anew of the run. */
    UPDATE,
    /** The run must be what it was made of: whatever an update would change is a failure. */
    CHECK;

    static final String PROPERTY = "llmops.baseline";

    static BaselineMode parse(String text) {
        return switch (text.strip()) {
            case "" -> COMPARE;
            case "update" -> UPDATE;
            case "check" -> CHECK;
            default ->
                throw new IllegalArgumentException(
                        "expected " + PROPERTY + " to be update or check, found another value");
        };
    }
}

package io.llmops.samples.realmodel;

import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong with an example, and how often it is asked for because of that. */
enum Fault {
    NONE(1),
    TOO_MANY_WITH_A_TIME(2),
    TOO_MANY(2),
    A_BURST_OF_SERVER_ERRORS(4),
    SLOW_HEADERS(1),
    TRUNCATED(2),
    INVALID_JSON(2),
    DROPPED(2),
    WRONG_TYPE(2),
    HANGS_ONCE(2),
    REFUSED(1),
    NEVER_WELL(6),
    /** The example's deadline ends it, in the middle of one attempt or another. */
    HANGS_ALWAYS(-1),
    /** The same with a client that hears no interruption: each attempt leaves its thread behind. */
    HANGS_IN_A_DEAF_CLIENT(-1),
    /** A stage that hears no interruption: its thread is left behind. */
    HANGS_IN_A_DEAF_STAGE(1);

    private static final int IN = 1_000;
    private static final int RARE = 20;
    private static final int USUAL = 180;
    private static final int FOR_EVER = 8;

    private final int requests;

    Fault(int requests) {
        this.requests = requests;
    }

    int requests() {
        return requests;
    }

    boolean endsWell() {
        return this != REFUSED && this != NEVER_WELL && !hangsForEver();
    }

    boolean hangsForEver() {
        return this == HANGS_ALWAYS || this == HANGS_IN_A_DEAF_CLIENT || this == HANGS_IN_A_DEAF_STAGE;
    }

    /** The script: the first few hang for ever, of the others one in fifty hangs once or is too many, one in six else. */
    static Fault of(int example, long seed) {
        if (example < FOR_EVER) {
            return List.of(HANGS_ALWAYS, HANGS_IN_A_DEAF_CLIENT, HANGS_IN_A_DEAF_STAGE)
                    .get(example % 3);
        }
        var draw = new SplittableRandom(seed + example).nextInt(IN);
        if (draw < RARE) {
            return List.of(TOO_MANY_WITH_A_TIME, TOO_MANY, HANGS_ONCE, TOO_MANY_WITH_A_TIME)
                    .get(draw % 4);
        }
        return draw >= USUAL
                ? NONE
                : List.of(
                                A_BURST_OF_SERVER_ERRORS,
                                SLOW_HEADERS,
                                TRUNCATED,
                                INVALID_JSON,
                                DROPPED,
                                WRONG_TYPE,
                                REFUSED,
                                NEVER_WELL)
                        .get(draw % 8);
    }
}

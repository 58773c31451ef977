package io.llmops.samples.peers;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An answer with the passage it was to be taken from.
 *
 * @param id of its own
 * @param question asked
 * @param answer given
 * @param passage of some sentences
 */
record Grounded(String id, String question, String answer, String passage) {

    /** Asks whether an answer agrees with its passage; the variables are those of Spring AI's evaluator. */
    static final String PROMPT = """
            You are shown a question, an answer to it, and the passage the answer had to be
            taken from. Find out whether the passage bears the answer out.

            Reply with one word and nothing else: YES if everything the answer says about
            the question is borne out by the passage, NO if any of it is not.

            Question:
            {{query}}

            Answer:
            {{response}}

            Passage:
            {{context}}

            Verdict:""";

    static List<Grounded> draw(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Grounded(
                        "g" + i,
                        "When does parcel " + i + " reach the depot in the harbour?",
                        "Parcel " + i + " reaches the depot in the harbour on day " + i % 28 + " of the month.",
                        "Parcel " + i + " left the sorting centre in the evening. It travels by rail and by ship, and "
                                + "reaches the depot in the harbour on day " + i % 28 + " of the month. From there it "
                                + "is taken to the receiver by van, between nine in the morning and one at noon."))
                .toList();
    }
}

package io.llmops.eval.metric.text;

/** What ROUGE (Lin 2004) compares. Immutable. */
public enum RougeVariant {
    /** Words. */
    ROUGE_1("rouge1"),
    /** Pairs of neighbours. */
    ROUGE_2("rouge2"),
    /** Three words in a row. */
    ROUGE_3("rouge3"),
    /** Four words in a row. */
    ROUGE_4("rouge4"),
    /** The longest common subsequence of the whole texts. */
    ROUGE_L("rougeL"),
    /** The union of longest common subsequences, sentence by sentence; a sentence is a line. ROUGE-1.5.5's ROUGE-L. */
    ROUGE_LSUM("rougeLsum"),
    /** As {@link #ROUGE_LSUM}, runs of neighbours counting more: their length to the power of 1.2. */
    ROUGE_W("rougeW"),
    /** Pairs of words in order with at most four between them. */
    ROUGE_S4("rougeS4"),
    /** As {@link #ROUGE_S4}, and words. */
    ROUGE_SU4("rougeSU4");

    private final String label;

    RougeVariant(String label) {
        this.label = label;
    }

    /** {@return the name of its values before {@code /precision}, {@code /recall} and {@code /f}, e.g. {@code rougeL}} */
    public String label() {
        return label;
    }
}

package io.llmops.docs.planted.core.dataset;

/** Planted fault: prints. */
final class Talks {
    void talk() {
        System.out.println("hello");
    }
}

package io.llmops.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A ratio means something only where both sides do the same. */
class SameWorkTest {

    @Test
    void theChainYieldsTheStringsAndOffsetsOfLucene() throws IOException {
        var benchmark = new TokenChain();
        for (var document : benchmark.documents()) {
            assertThat(benchmark.chain().apply(document))
                    .extracting(token -> new LuceneChain.Term(token.text(), token.start(), token.end()))
                    .isEqualTo(benchmark.direct().tokens(document));
            assertThat(benchmark.chain().terms(document))
                    .isEqualTo(benchmark.direct().terms(document));
        }
    }
}

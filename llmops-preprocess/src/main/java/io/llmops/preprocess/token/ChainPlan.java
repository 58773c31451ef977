package io.llmops.preprocess.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a chain runs: what of it is one Lucene token stream, and what is left. Immutable.
 *
 * @param head the tokenizer and the filters right behind it, if Lucene does them
 * @param tail what runs on the list of tokens; Lucene's filters in a row are one step
 */
record ChainPlan(@Nullable LuceneChain head, List<TokenFilter> tail) {

    static ChainPlan of(Tokenizer tokenizer, List<TokenFilter> filters) {
        if (!(tokenizer instanceof LuceneTokenizer lucene)) {
            return new ChainPlan(null, joined(filters));
        }
        var first = new ArrayList<LuceneFilter>();
        for (var filter : filters) {
            if (!(filter instanceof LuceneFilter luceneFilter)) {
                break;
            }
            first.add(luceneFilter);
        }
        return new ChainPlan(LuceneChain.of(lucene, first), joined(filters.subList(first.size(), filters.size())));
    }

    private static List<TokenFilter> joined(List<TokenFilter> filters) {
        var joined = new ArrayList<TokenFilter>();
        var row = new ArrayList<LuceneFilter>();
        for (var filter : filters) {
            if (filter instanceof LuceneFilter lucene) {
                row.add(lucene);
                continue;
            }
            flush(row, joined);
            joined.add(filter);
        }
        flush(row, joined);
        return List.copyOf(joined);
    }

    private static void flush(List<LuceneFilter> row, List<TokenFilter> joined) {
        if (!row.isEmpty()) {
            joined.add(new LuceneFilterRun(row));
            row.clear();
        }
    }
}

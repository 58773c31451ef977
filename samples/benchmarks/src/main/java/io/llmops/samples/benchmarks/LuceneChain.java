package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Words and what is done to them, as one writes it with Lucene alone. Not safe for use by many threads. */
final class LuceneChain {

    /** A term and where it stood. */
    record Term(String text, int start, int end) {}

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;

    LuceneChain(UnaryOperator<TokenStream> filters) {
        stream = filters.apply(tokenizer);
        term = stream.addAttribute(CharTermAttribute.class);
        offset = stream.addAttribute(OffsetAttribute.class);
    }

    static LuceneChain words() {
        return new LuceneChain(words -> words);
    }

    static LuceneChain lowercase() {
        return new LuceneChain(LowerCaseFilter::new);
    }

    static LuceneChain stop(Collection<String> stopwords) {
        var set = new CharArraySet(stopwords, false);
        return new LuceneChain(words -> new StopFilter(new LowerCaseFilter(words), set));
    }

    static LuceneChain porter(Collection<String> stopwords) {
        var set = new CharArraySet(stopwords, false);
        return new LuceneChain(words -> new PorterStemFilter(new StopFilter(new LowerCaseFilter(words), set)));
    }

    List<Term> tokens(String text) throws IOException {
        var terms = new ArrayList<Term>();
        tokenizer.setReader(new StringReader(text));
        stream.reset();
        while (stream.incrementToken()) {
            terms.add(new Term(term.toString(), offset.startOffset(), offset.endOffset()));
        }
        stream.end();
        stream.close();
        return terms;
    }

    List<String> terms(String text) throws IOException {
        var terms = new ArrayList<String>();
        tokenizer.setReader(new StringReader(text));
        stream.reset();
        while (stream.incrementToken()) {
            terms.add(term.toString());
        }
        stream.end();
        stream.close();
        return terms;
    }
}

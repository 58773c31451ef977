package io.llmops.samples.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Words, lower case, stopwords, Porter as one writes them with Lucene alone. Not safe for use by many threads. */
final class LuceneChain {

    /** A term and where it stood. */
    record Term(String text, int start, int end) {}

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream stream;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;

    LuceneChain(Collection<String> stopwords) {
        stream = new PorterStemFilter(
                new StopFilter(new LowerCaseFilter(tokenizer), new CharArraySet(stopwords, false)));
        term = stream.addAttribute(CharTermAttribute.class);
        offset = stream.addAttribute(OffsetAttribute.class);
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

package io.llmops.preprocess.token;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.no.NorwegianNormalizationFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;

/** What makes spellings of one word the same, by language code: lower case, spelling, elided articles. */
final class LuceneNormalizers {

    private static final Map<String, UnaryOperator<TokenStream>> LOWERCASE = Map.of(
            "az", TurkishLowerCaseFilter::new,
            "el", GreekLowerCaseFilter::new,
            "ga", IrishLowerCaseFilter::new,
            "tr", TurkishLowerCaseFilter::new);

    private static final LanguageTable<UnaryOperator<TokenStream>> SPELLING = new LanguageTable<>(
            "a spelling normaliser",
            Map.ofEntries(
                    Map.entry("ar", ArabicNormalizationFilter::new),
                    Map.entry("bn", s -> new BengaliNormalizationFilter(new IndicNormalizationFilter(s))),
                    Map.entry("ckb", SoraniNormalizationFilter::new),
                    Map.entry("da", ScandinavianNormalizationFilter::new),
                    Map.entry("de", GermanNormalizationFilter::new),
                    Map.entry("fa", s -> new PersianNormalizationFilter(new ArabicNormalizationFilter(s))),
                    Map.entry("hi", s -> new HindiNormalizationFilter(new IndicNormalizationFilter(s))),
                    Map.entry("ja", CJKWidthFilter::new),
                    Map.entry("ko", CJKWidthFilter::new),
                    Map.entry("ne", IndicNormalizationFilter::new),
                    Map.entry("no", NorwegianNormalizationFilter::new),
                    Map.entry("sr", SerbianNormalizationFilter::new),
                    Map.entry("sv", ScandinavianNormalizationFilter::new),
                    Map.entry("ta", IndicNormalizationFilter::new),
                    Map.entry("te", s -> new TeluguNormalizationFilter(new IndicNormalizationFilter(s))),
                    Map.entry("zh", CJKWidthFilter::new)));

    private static final LanguageTable<String> ELIDED = new LanguageTable<>(
            "elided articles",
            Map.of(
                    "ca", "d l m n s t",
                    "fr", "l m t qu n s j d c jusqu quoiqu lorsqu puisqu",
                    "ga", "d m b",
                    "it", "c l all dall dell nell sull coll pell gl agl dagl degl negl sugl un m t s v d"));

    private LuceneNormalizers() {}

    static LuceneFilter lowercase(String language) {
        var own = LOWERCASE.get(language);
        return own == null
                ? LuceneFilter.of("lowercase", LowerCaseFilter::new)
                : LuceneFilter.of("lowercase", language, own);
    }

    static LuceneFilter spelling(String language) {
        return LuceneFilter.of("normalize", language, SPELLING.find(language));
    }

    static LuceneFilter elision(String language) {
        var articles = new CharArraySet(List.of(ELIDED.find(language).split(" ", -1)), true);
        return LuceneFilter.of("elision", language, stream -> new ElisionFilter(stream, articles));
    }
}

package io.llmops.preprocess.token;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.de.GermanStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianMinimalStemFilter;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;
import org.apache.lucene.analysis.no.NorwegianMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.sv.SwedishMinimalStemFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;

/** Lucene's own stemmers, by language code: those of its analyzers, the light and the minimal ones. */
final class LuceneStemmers {

    private static final LanguageTable<UnaryOperator<TokenStream>> OWN = new LanguageTable<>(
            "a stemmer of Lucene's own",
            Map.ofEntries(
                    Map.entry("ar", ArabicStemFilter::new),
                    Map.entry("bg", BulgarianStemFilter::new),
                    Map.entry("bn", BengaliStemFilter::new),
                    Map.entry("ckb", SoraniStemFilter::new),
                    Map.entry("cs", CzechStemFilter::new),
                    Map.entry("de", GermanStemFilter::new),
                    Map.entry("el", GreekStemFilter::new),
                    Map.entry("fa", PersianStemFilter::new),
                    Map.entry("gl", GalicianStemFilter::new),
                    Map.entry("hi", HindiStemFilter::new),
                    Map.entry("id", IndonesianStemFilter::new),
                    Map.entry("lv", LatvianStemFilter::new),
                    Map.entry("pt", PortugueseStemFilter::new),
                    Map.entry("pt-BR", stream -> new BrazilianStemFilter(new LongWords(stream))),
                    Map.entry("te", TeluguStemFilter::new)));

    private static final LanguageTable<UnaryOperator<TokenStream>> LIGHT = new LanguageTable<>(
            "a light stemmer",
            Map.ofEntries(
                    Map.entry("de", GermanLightStemFilter::new),
                    Map.entry("es", SpanishLightStemFilter::new),
                    Map.entry("fi", FinnishLightStemFilter::new),
                    Map.entry("fr", FrenchLightStemFilter::new),
                    Map.entry("hu", HungarianLightStemFilter::new),
                    Map.entry("it", ItalianLightStemFilter::new),
                    Map.entry("nn", s -> new NorwegianLightStemFilter(s, NorwegianLightStemmer.NYNORSK)),
                    Map.entry("no", NorwegianLightStemFilter::new),
                    Map.entry("pt", PortugueseLightStemFilter::new),
                    Map.entry("ru", RussianLightStemFilter::new),
                    Map.entry("sv", SwedishLightStemFilter::new)));

    private static final LanguageTable<UnaryOperator<TokenStream>> MINIMAL = new LanguageTable<>(
            "a minimal stemmer",
            Map.ofEntries(
                    Map.entry("de", GermanMinimalStemFilter::new),
                    Map.entry("en", EnglishMinimalStemFilter::new),
                    Map.entry("es", SpanishPluralStemFilter::new),
                    Map.entry("fr", FrenchMinimalStemFilter::new),
                    Map.entry("gl", GalicianMinimalStemFilter::new),
                    Map.entry("nn", s -> new NorwegianMinimalStemFilter(s, NorwegianLightStemmer.NYNORSK)),
                    Map.entry("no", NorwegianMinimalStemFilter::new),
                    Map.entry("pt", PortugueseMinimalStemFilter::new),
                    Map.entry("sv", SwedishMinimalStemFilter::new)));

    private LuceneStemmers() {}

    static LuceneFilter own(String language) {
        return LuceneFilter.of("stem", language, OWN.find(language));
    }

    static LuceneFilter light(String language) {
        return LuceneFilter.of("light-stem", language, LIGHT.find(language));
    }

    static LuceneFilter minimal(String language) {
        return LuceneFilter.of("minimal-stem", language, MINIMAL.find(language));
    }
}

package io.llmops.preprocess.token;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.KpStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.LovinsStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/** The Snowball stemmers, by language code; variants by their Snowball name. */
final class Snowball {

    private static final LanguageTable<Supplier<SnowballStemmer>> STEMMERS = new LanguageTable<>(
            "a Snowball stemmer",
            new TreeMap<>(Map.ofEntries(
                    Map.entry("ar", ArabicStemmer::new),
                    Map.entry("hy", ArmenianStemmer::new),
                    Map.entry("eu", BasqueStemmer::new),
                    Map.entry("ca", CatalanStemmer::new),
                    Map.entry("da", DanishStemmer::new),
                    Map.entry("nl", DutchStemmer::new),
                    Map.entry("en", EnglishStemmer::new),
                    Map.entry("et", EstonianStemmer::new),
                    Map.entry("fi", FinnishStemmer::new),
                    Map.entry("fr", FrenchStemmer::new),
                    Map.entry("de", GermanStemmer::new),
                    Map.entry("german2", German2Stemmer::new),
                    Map.entry("el", GreekStemmer::new),
                    Map.entry("hi", HindiStemmer::new),
                    Map.entry("hu", HungarianStemmer::new),
                    Map.entry("id", IndonesianStemmer::new),
                    Map.entry("ga", IrishStemmer::new),
                    Map.entry("it", ItalianStemmer::new),
                    Map.entry("kraaij-pohlmann", KpStemmer::new),
                    Map.entry("lt", LithuanianStemmer::new),
                    Map.entry("lovins", LovinsStemmer::new),
                    Map.entry("ne", NepaliStemmer::new),
                    Map.entry("no", NorwegianStemmer::new),
                    Map.entry("porter", PorterStemmer::new),
                    Map.entry("pt", PortugueseStemmer::new),
                    Map.entry("ro", RomanianStemmer::new),
                    Map.entry("ru", RussianStemmer::new),
                    Map.entry("sr", SerbianStemmer::new),
                    Map.entry("es", SpanishStemmer::new),
                    Map.entry("sv", SwedishStemmer::new),
                    Map.entry("ta", TamilStemmer::new),
                    Map.entry("tr", TurkishStemmer::new),
                    Map.entry("yi", YiddishStemmer::new))));

    private Snowball() {}

    static LuceneFilter filter(String language) {
        var stemmer = STEMMERS.find(language);
        return LuceneFilter.of("snowball", language, stream -> wrap(stream, stemmer));
    }

    private static TokenStream wrap(TokenStream stream, Supplier<SnowballStemmer> stemmer) {
        return new SnowballFilter(stream, stemmer.get());
    }

    static LanguageTable<Supplier<SnowballStemmer>> table() {
        return STEMMERS;
    }
}

package io.llmops.preprocess.token;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;

/** Lucene's names of token types, and ours. */
final class LuceneTypes {

    private static final Map<String, TokenType> TYPES = new HashMap<>();
    private static final Map<TokenType, String> NAMES = new EnumMap<>(TokenType.class);

    static {
        var standard = StandardTokenizer.TOKEN_TYPES;
        put(standard[StandardTokenizer.ALPHANUM], TokenType.WORD);
        put(standard[StandardTokenizer.NUM], TokenType.NUMBER);
        put(standard[StandardTokenizer.IDEOGRAPHIC], TokenType.IDEOGRAPHIC);
        put(standard[StandardTokenizer.HIRAGANA], TokenType.HIRAGANA);
        put(standard[StandardTokenizer.KATAKANA], TokenType.KATAKANA);
        put(standard[StandardTokenizer.HANGUL], TokenType.HANGUL);
        put(standard[StandardTokenizer.SOUTHEAST_ASIAN], TokenType.SOUTHEAST_ASIAN);
        put(standard[StandardTokenizer.EMOJI], TokenType.EMOJI);
        put(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.URL], TokenType.URL);
        put(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.EMAIL], TokenType.EMAIL);
        put(SynonymGraphFilter.TYPE_SYNONYM, TokenType.SYNONYM);
        put(ShingleFilter.DEFAULT_TOKEN_TYPE, TokenType.NGRAM);
        put(CJKBigramFilter.DOUBLE_TYPE, TokenType.NGRAM);
        put(CJKBigramFilter.SINGLE_TYPE, TokenType.IDEOGRAPHIC);
        put("word", TokenType.WORD);
        for (var type : TokenType.values()) {
            NAMES.putIfAbsent(type, type.name());
            TYPES.putIfAbsent(type.name(), type);
        }
    }

    private LuceneTypes() {}

    private static void put(String name, TokenType type) {
        TYPES.put(name, type);
        NAMES.putIfAbsent(type, name);
    }

    static TokenType type(String name) {
        return TYPES.getOrDefault(name, TokenType.OTHER);
    }

    static String name(TokenType type) {
        return NAMES.getOrDefault(type, type.name());
    }
}

package io.llmops.eval.metric.text;

import java.util.List;

/**
 * How BLEU cuts a text into tokens, as sacreBLEU 2.6.0 does. Its {@code ja-mecab}, {@code ko-mecab}, {@code flores101},
 * {@code flores200} and {@code spm} need dictionaries or models and are not offered: cut the texts beforehand and use
 * {@link #NONE}. Immutable.
 */
public enum BleuTokenizer {
    /** At white space only. */
    NONE("none"),
    /** As NIST's mteval-v13a does, which papers quote: ASCII marks apart, points and commas except in numbers. */
    V13A("13a"),
    /** As mteval-v14 does: punctuation and symbols of all languages. */
    INTERNATIONAL("intl"),
    /** Each character (code point) is a token, white space is none. */
    CHARACTER("char"),
    /** Each Chinese character is a token, the rest is cut as by mteval-v13a. */
    CHINESE("zh");

    private final String signature;

    BleuTokenizer(String signature) {
        this.signature = signature;
    }

    /** {@return the name sacreBLEU has for it, e.g. {@code 13a}} */
    public String signature() {
        return signature;
    }

    List<String> tokens(String text) {
        return Words.of(
                switch (this) {
                    case NONE -> text;
                    case V13A -> v13a(text);
                    case INTERNATIONAL -> InternationalMarks.apart(text);
                    case CHARACTER -> characters(text);
                    case CHINESE -> Mteval.westernMarks(Chinese.RANGES.apart(text.strip()));
                });
    }

    private static CharSequence v13a(String text) {
        var line = Mteval.unescaped(
                text.replace("<skipped>", "").replace("-\n", "").replace('\n', ' '));
        return Mteval.westernMarks(" " + line + " ");
    }

    private static CharSequence characters(String text) {
        var out = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(c -> out.appendCodePoint(c).append(' '));
        return out;
    }

    /** The ranges sacreBLEU takes for Chinese; two of them are wider there than their comments say. */
    private static final class Chinese {
        static final CharRanges RANGES = new CharRanges("\u3400\u4db5\u4e00\u9fbb\uf900\ufa2d\ufa30\ufa6a\ufa70\ufad9"
                + "\u2001\u2a6d\uff00\uffef\u2e80\u2eff\u3000\u303f\u31c0\u31ef\u2f00\u2fdf\u2ff0\u2fff"
                + "\u3100\u312f\u31a0\u31bf\ufe10\ufe1f\ufe30\ufe4f\u3200\u33ff");
    }
}

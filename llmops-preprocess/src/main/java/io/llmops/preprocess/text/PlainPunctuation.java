package io.llmops.preprocess.text;

import org.jspecify.annotations.Nullable;

/** Quotes, dashes and the ellipsis as a keyboard has them. */
final class PlainPunctuation {

    private PlainPunctuation() {}

    static @Nullable String quote(int codePoint) {
        return switch (codePoint) {
            case '‘', '’', '‚', '‛', '‹', '›', '′', '‵', 'ʼ', '＇', '´', '`' -> "'";
            case '“', '”', '„', '‟', '«', '»', '″', '‶', '＂', '〝', '〞', '〟' -> "\"";
            default -> null;
        };
    }

    static @Nullable String dash(int codePoint) {
        return switch (codePoint) {
            case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '﹣', '－', '⸺', '⸻' -> "-";
            default -> null;
        };
    }

    static @Nullable String ellipsis(int codePoint) {
        return codePoint == '…' ? "..." : codePoint == '‥' ? ".." : null;
    }

    static @Nullable String any(int codePoint) {
        if (codePoint < 0x60) {
            return null;
        }
        var quote = quote(codePoint);
        if (quote != null) {
            return quote;
        }
        var dash = dash(codePoint);
        return dash != null ? dash : ellipsis(codePoint);
    }
}

package io.llmops.preprocess;

import java.util.Random;

/** Seeded texts full of what goes wrong: surrogate pairs and halves, combining marks, invisible characters, old spaces. */
public final class RandomText {

    private static final String[] PIECES = {
        "a",
        "B",
        "z",
        " ",
        "  ",
        "\t",
        "\r\n",
        "\n",
        "é",
        "e\u0301",
        "e\u0323\u0301",
        "İ",
        "I",
        "ı",
        "ß",
        "ẞ",
        "ﬁ",
        "Σ",
        "σ",
        "ς",
        "½",
        "①",
        "Ａ",
        "한",
        "\u1112\u1161\u11ab",
        "ｶﾞ",
        "が",
        "か\u3099",
        "क्षि",
        "ไทย",
        "ำ",
        "你好",
        "日本",
        "カタ",
        "👍🏽",
        "👨‍👩‍👧",
        "🇩🇪",
        "𝒳",
        "𐐀",
        "\ud800",
        "\udc00",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u00ad",
        "\u0000",
        "\u0007",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\u3000",
        "“",
        "’",
        "–",
        "…",
        "'",
        "\"",
        "-",
        "don't",
        "3.14",
        "1,000",
        "http://x.org/a?b=c",
        "me@x.org",
        "<b>",
        "&amp;",
        "&#233;",
        "@you",
        "#tag",
        "_",
        ".",
        "! ",
        "ГО",
        "αβ",
        "עב",
        "مر\u064eحبا",
        "\u0344",
        "\u0958",
        "ﷺ",
        "Ǆ",
        "\ufeff"
    };

    private RandomText() {}

    /** {@return a text of up to so many pieces} */
    public static String of(Random random, int pieces) {
        var text = new StringBuilder();
        for (var i = random.nextInt(pieces + 1); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}

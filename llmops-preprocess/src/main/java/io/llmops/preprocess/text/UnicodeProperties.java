package io.llmops.preprocess.text;

/**
 * Properties of code points that the segmentation rules of UAX #29 ask for and the platform does not name. Lists are
 * those of Unicode 15; general categories are the platform's.
 */
final class UnicodeProperties {

    private static final CodePointSet PICTOGRAPHIC = CodePointSet.of("A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA"
            + " 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 24C2 25AA-25AB 25B6 25C0 25FB-25FE 2600-2605 2607-2612"
            + " 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721 2728 2733-2734 2744 2747 274C 274E 2753-2755 2757"
            + " 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299"
            + " 1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F1AD-1F1E5 1F201-1F20F 1F21A"
            + " 1F22F 1F232-1F23A 1F23C-1F23F 1F249-1F3FA 1F400-1F53D 1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF"
            + " 1F80C-1F80F 1F848-1F84F 1F85A-1F85F 1F888-1F88F 1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF"
            + " 1FC00-1FFFD");

    private static final CodePointSet OTHER_GRAPHEME_EXTEND = CodePointSet.of("9BE 9D7 B3E B57 BBE BD7 CC2 CD5-CD6"
            + " D3E D57 DCF DDF 1B35 200C 302E-302F FF9E-FF9F 1133E 11357 114B0 114BD 115AF 11930 1D165 1D16E-1D172"
            + " E0020-E007F");

    static final int ZWJ = 0x200D;

    private UnicodeProperties() {}

    /** Extended_Pictographic: emoji, and what may become one. */
    static boolean isPictographic(int codePoint) {
        return codePoint >= 0xA9 && PICTOGRAPHIC.contains(codePoint);
    }

    /** Grapheme_Extend, or a skin tone. */
    static boolean isGraphemeExtend(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> OTHER_GRAPHEME_EXTEND.contains(codePoint) || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
        };
    }

    static boolean isRegionalIndicator(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}

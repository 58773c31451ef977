package io.llmops.preprocess.text;

import java.util.regex.Pattern;

/**
 * What stands in texts without being words. Found by its looks, in time that grows with the text's length alone.
 * Immutable.
 */
public enum Entity {
    /** A web address with a scheme, or one that starts with {@code www.}; a full stop or bracket behind it is not its own. */
    URL("(?i)(?<![\\p{L}\\p{N}])(?:https?://|ftp://|www\\.)[^\\s<>\"]++"),
    /** An e-mail address. */
    EMAIL("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}+\\.)++[A-Za-z]{2,24}+"),
    /** A number, with its sign, its separators and a per cent sign. */
    NUMBER("(?<![\\p{L}\\p{N}_])[+-]?+\\p{Nd}++(?:[.,]\\p{Nd}++)*+%?+(?![\\p{L}_])"),
    /** A name behind an at sign. */
    MENTION("(?<![\\p{L}\\p{N}_@.])@[\\p{L}\\p{N}_]{1,50}+"),
    /** A word behind a number sign. */
    HASHTAG("(?<![\\p{L}\\p{N}_#&])#[\\p{L}\\p{N}_]{1,100}+"),
    /** An emoji, with what modifies it. */
    EMOJI("");

    private static final String NOT_LAST = ".,;:!?)]}'";

    private final Pattern pattern;

    Entity(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    Text replace(Text text, String replacement) {
        var characters = text.toString();
        var editor = text.edit();
        if (this == EMOJI) {
            for (int start = 0, end; start < characters.length(); start = end) {
                end = Graphemes.end(characters, start);
                if (isEmoji(characters, start, end)) {
                    editor.replace(start, end, replacement);
                }
            }
            return editor.finish();
        }
        var found = pattern.matcher(characters);
        while (found.find()) {
            var end = this == URL ? urlEnd(characters, found.start(), found.end()) : found.end();
            editor.replace(found.start(), end, replacement);
        }
        return editor.finish();
    }

    private static int urlEnd(String text, int start, int end) {
        var last = end;
        while (last - 1 > start && NOT_LAST.indexOf(text.charAt(last - 1)) >= 0) {
            if (text.charAt(last - 1) == ')' && text.lastIndexOf('(', last - 1) > start) {
                break;
            }
            last--;
        }
        return last;
    }

    private static boolean isEmoji(String text, int start, int end) {
        var first = text.codePointAt(start);
        if (first < 0x80) {
            return end - start > 1 && text.indexOf('\u20E3', start) == end - 1;
        }
        return UnicodeProperties.isRegionalIndicator(first)
                || (first >= 0x231A && UnicodeProperties.isPictographic(first))
                || (end - start > 1 && text.charAt(start + 1) == '\uFE0F');
    }
}

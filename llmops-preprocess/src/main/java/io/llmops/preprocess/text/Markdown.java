package io.llmops.preprocess.text;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The text of Markdown (CommonMark's common constructs): marks of headings, quotes, lists, rules, code, emphasis, links and
 * images gone, what they mark kept. Immutable.
 */
record Markdown() implements UnaryOperator<Text> {

    private static final int FARTHEST_BRACKET = 500;
    private static final Pattern BLOCK_MARK = Pattern.compile(
            "[ \\t]{0,8}+(?:(?:>[ ]?)++[ \\t]*+)?+(?:(?:#{1,6}+(?=[ \\t]))|(?:[-*+](?=[ \\t]))|(?:\\d{1,9}+[.)](?=[ \\t])))?+[ \\t]*+");
    private static final Pattern RULE_OR_FENCE =
            Pattern.compile("[ \\t]{0,3}+(?:(?:[-*_][ \\t]*+){3,}+|=++[ \\t]*+|(?:`{3,}+|~{3,}+)[^`\\n]*+)");

    @Override
    public Text apply(Text text) {
        var source = text.toString();
        var editor = text.edit();
        var inCode = false;
        for (int start = 0, end; start < source.length(); start = end + 1) {
            end = source.indexOf('\n', start);
            end = end < 0 ? source.length() : end;
            var rule = RULE_OR_FENCE.matcher(source).region(start, end);
            if (rule.matches()) {
                var fence = source.substring(start, end).strip();
                inCode ^= fence.startsWith("```") || fence.startsWith("~~~");
                editor.remove(start, end);
            } else if (!inCode) {
                var mark = BLOCK_MARK.matcher(source).region(start, end);
                var from = mark.lookingAt() ? mark.end() : start;
                editor.remove(start, from);
                inline(source, from, end, editor);
            }
        }
        return editor.finish();
    }

    private static void inline(String source, int start, int end, TextEditor editor) {
        for (var at = start; at < end; at++) {
            switch (source.charAt(at)) {
                case '\\' -> {
                    if (at + 1 < end && isPunctuation(source.charAt(at + 1))) {
                        editor.remove(at, ++at);
                    }
                }
                case '`', '*' -> editor.remove(at, at + 1);
                case '_' -> {
                    if (!isInsideWord(source, at)) {
                        editor.remove(at, at + 1);
                    }
                }
                case '~' -> {
                    if (at + 1 < end && source.charAt(at + 1) == '~') {
                        editor.remove(at, ++at + 1);
                    }
                }
                case '!' -> {
                    if (at + 1 < end && source.charAt(at + 1) == '[' && isLink(source, at + 1, end)) {
                        editor.remove(at, at + 1);
                    }
                }
                case '[' -> {
                    if (isLink(source, at, end)) {
                        editor.remove(at, at + 1);
                    }
                }
                case ']' -> at = closeLink(source, at, end, editor);
                default -> {
                    // any other character is text
                }
            }
        }
    }

    private static boolean isLink(String source, int bracket, int end) {
        var limit = Math.min(end - 1, bracket + FARTHEST_BRACKET);
        for (var at = bracket + 1; at < limit; at++) {
            if (source.charAt(at) == ']') {
                return source.charAt(at + 1) == '(' && closing(source, at + 1, end) >= 0;
            }
        }
        return false;
    }

    /** Drops the target of a link and returns its last character; a bracket that closes no link is text. */
    private static int closeLink(String source, int bracket, int end, TextEditor editor) {
        if (bracket + 1 < end && source.charAt(bracket + 1) == '(') {
            var close = closing(source, bracket + 1, end);
            if (close >= 0) {
                editor.remove(bracket, close + 1);
                return close;
            }
        }
        return bracket;
    }

    private static int closing(String source, int open, int end) {
        for (var at = open + 1; at < Math.min(end, open + FARTHEST_BRACKET); at++) {
            if (source.charAt(at) == ')') {
                return at;
            }
        }
        return -1;
    }

    private static boolean isInsideWord(String source, int at) {
        return at > 0
                && at + 1 < source.length()
                && Character.isLetterOrDigit(source.charAt(at - 1))
                && Character.isLetterOrDigit(source.charAt(at + 1));
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}

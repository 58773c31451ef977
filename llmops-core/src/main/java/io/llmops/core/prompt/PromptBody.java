package io.llmops.core.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the parts of a template. A line {@code --- system}, {@code --- user} or {@code --- assistant} begins a part; text
 * without such lines is one user part. Blank lines around a part are dropped. A backslash before {@code ---} at the
 * beginning of a line makes it text.
 */
final class PromptBody {

    private static final Pattern MARKER = Pattern.compile("---[ \\t]+(\\w+)([ \\t]+---)?[ \\t]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\+---.*", Pattern.DOTALL);

    private final String file;
    private final List<PromptPart> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Role role = Role.USER;
    private int start;

    private PromptBody(String file, int start) {
        this.file = file;
        this.start = start;
    }

    /** Reads the lines of the body, the first of which is line {@code first} of the file. */
    static List<PromptPart> parse(List<String> lines, String file, int first) {
        var body = new PromptBody(file, first);
        var marked = false;
        for (var i = 0; i < lines.size(); i++) {
            var marker = MARKER.matcher(lines.get(i));
            if (!marker.matches()) {
                body.lines.add(unescaped(lines.get(i)));
                continue;
            }
            var next = body.role(marker.group(1), first + i);
            if (marked || body.lines.stream().anyMatch(line -> !line.isBlank())) {
                body.endPart(marked);
            }
            body.begin(next, first + i + 1);
            marked = true;
        }
        body.endPart(true);
        body.checkLast();
        return List.copyOf(body.parts);
    }

    private static String unescaped(String line) {
        return ESCAPED.matcher(line).matches() ? line.substring(1) : line;
    }

    private Role role(String word, int line) {
        return Role.of(word)
                .orElseThrow(() -> new PromptException(
                        file,
                        line,
                        "expected '--- system', '--- user' or '--- assistant', found " + Excerpt.of("--- " + word)
                                + "; as text it is written \\---"));
    }

    private void begin(Role next, int line) {
        role = next;
        start = line;
        lines.clear();
    }

    private void endPart(boolean marked) {
        var from = 0;
        while (from < lines.size() && lines.get(from).isBlank()) {
            from++;
        }
        var to = lines.size();
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        if (!marked) {
            throw new PromptException(file, start + from, "expected '--- system' or '--- user' before the text");
        }
        if (from == to) {
            throw new PromptException(
                    file, Math.max(1, start - 1), "expected a text for the " + role.word() + " part, found none");
        }
        checkTurn(start - 1);
        var text = String.join("\n", lines.subList(from, to));
        parts.add(new PromptPart(role, PromptText.parse(text, file, start + from)));
    }

    private void checkTurn(int line) {
        var before = parts.isEmpty() ? null : parts.get(parts.size() - 1).role();
        var fits = switch (role) {
            case SYSTEM -> before == null;
            case USER -> before != Role.USER;
            case ASSISTANT -> before == Role.USER;
        };
        if (!fits) {
            var where = before == null ? "at the beginning" : "after the " + before.word() + " part";
            throw new PromptException(
                    file,
                    line,
                    "expected a system part at most, then user and assistant in turn, found " + role.word() + " "
                            + where);
        }
    }

    private void checkLast() {
        if (role != Role.USER) {
            throw new PromptException(file, start - 1, "expected a user part at the end, found " + role.word());
        }
    }
}

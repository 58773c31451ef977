package io.llmops.preprocess.text;

/** How a text differs from the one it was made of: what stands between the characters that stayed. */
final class TextChanges {

    private TextChanges() {}

    static String of(String before, Text after) {
        if (after.toString().equals(before)) {
            return "";
        }
        var changes = new Changes();
        var done = 0;
        var changedFrom = 0;
        for (var i = 0; i < after.length(); i++) {
            var start = after.originalStart(i);
            var stayed =
                    start >= done && after.originalEnd(i + 1) == start + 1 && before.charAt(start) == after.charAt(i);
            if (stayed) {
                changes.add(before.substring(done, start), after.toString().substring(changedFrom, i));
                done = start + 1;
                changedFrom = i + 1;
            }
        }
        changes.add(before.substring(done), after.toString().substring(changedFrom));
        return changes.toString();
    }
}

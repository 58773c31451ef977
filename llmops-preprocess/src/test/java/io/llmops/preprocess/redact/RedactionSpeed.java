package io.llmops.preprocess.redact;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints how fast clean text is redacted, one recogniser a line; {@code stream} prints the run over 1 GB. */
final class RedactionSpeed {

    private static final int TEXT = 4_000_000;
    private static final int ROUNDS = 7;

    private RedactionSpeed() {}

    public static void main(String[] arguments) throws IOException {
        var text = cleanText(Path.of(System.getProperty("llmops.shared", "../shared")));
        if (arguments.length > 0) {
            stream(text);
            return;
        }
        var recognizers = new ArrayList<>(Recognizers.plain());
        recognizers.add(Recognizers.phone("US", "GB"));
        recognizers.add(Recognizers.wordsIgnoringCase(EntityType.PERSON, List.of("Ann Example", "Bo Sample")));
        for (var recognizer : recognizers) {
            print(recognizer.toString(), text, Redactor.of(recognizer));
        }
        print("check digits", text, Redactor.of(Recognizers.card(), Recognizers.iban(), Recognizers.nationalIds()));
        print("standard", text, Redactor.standard());
        print("standard US GB DE", text, Redactor.standard("US", "GB", "DE"));
    }

    /** News and questions in English, made long by repeating. */
    static String cleanText(Path shared) throws IOException {
        var once = Files.readString(shared.resolve("datasets/banking77/train.csv"))
                + Files.readString(shared.resolve("datasets/scitldr/test.jsonl"));
        var text = new StringBuilder(TEXT + once.length());
        while (text.length() < TEXT) {
            text.append(once);
        }
        return text.substring(0, TEXT);
    }

    private static void print(String name, String text, Redactor redactor) {
        var best = Long.MAX_VALUE;
        var findings = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            findings = redactor.find(text).size();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-20s %8.1f MB/s %8d findings%n", name, text.length() * 1e3 / best, findings);
    }

    private static void stream(String text) {
        var length = 1L << 30;
        var start = System.nanoTime();
        var findings = Redactor.standard().redact(repeating(text, length), Writer.nullWriter());
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("1 GB: %.1f s, %d findings%n", seconds, findings);
    }

    static Reader repeating(String text, long length) {
        return new Reader() {
            private long at;

            @Override
            public int read(char[] buffer, int offset, int most) {
                if (at == length) {
                    return -1;
                }
                var from = (int) (at % text.length());
                var count = (int) Math.min(Math.min(most, text.length() - from), length - at);
                text.getChars(from, from + count, buffer, offset);
                at += count;
                return count;
            }

            @Override
            public void close() {}
        };
    }
}

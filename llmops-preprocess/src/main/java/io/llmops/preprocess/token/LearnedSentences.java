package io.llmops.preprocess.token;

import java.util.function.BiConsumer;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Sentences by OpenNLP, window by window: the last sentence of a window, which may go on behind it, starts the next one. A
 * blank line always ends a sentence. Safe for use by many threads.
 */
record LearnedSentences(Pool<SentenceDetectorME> detectors) implements BiConsumer<String, TokenList> {

    private static final int WINDOW = 2_000;

    static LearnedSentences of(LearnedModel model) {
        var loaded = model.load(SentenceModel::new);
        return new LearnedSentences(new Pool<>(() -> new SentenceDetectorME(loaded)));
    }

    @Override
    public void accept(String text, TokenList tokens) {
        var detector = detectors.take();
        for (int start = 0, next; start < text.length(); start = next) {
            var end = windowEnd(text, start);
            var goesOn = end - start >= WINDOW - 1 && end < text.length();
            var sentences = detector.sentPosDetect(text.substring(start, end));
            var kept = goesOn && sentences.length > 1 ? sentences.length - 1 : sentences.length;
            for (var i = 0; i < kept; i++) {
                tokens.add(start + sentences[i].getStart(), start + sentences[i].getEnd(), TokenType.SENTENCE);
            }
            next = kept < sentences.length ? start + sentences[kept].getStart() : end;
        }
        detectors.giveBack(detector);
    }

    private static int windowEnd(String text, int start) {
        var end = Math.min(text.length(), start + WINDOW);
        for (var at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            if (isBlankBehind(text, at, end)) {
                return at + 1;
            }
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    private static boolean isBlankBehind(String text, int lineBreak, int end) {
        for (var at = lineBreak + 1; at < end && Character.isWhitespace(text.charAt(at)); at++) {
            if (text.charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }
}

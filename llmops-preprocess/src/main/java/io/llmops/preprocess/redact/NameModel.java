package io.llmops.preprocess.redact;

import io.llmops.core.LlmopsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * Names found by an OpenNLP model, sentence by sentence: up to a line break or the end of a sentence, no further than 1,000
 * characters, over OpenNLP's simple tokens. What one sentence holds does not count for the next. A run without a space of
 * more than 100 characters is no name and parts sentences. Immutable.
 */
final class NameModel implements Function<String, List<Finding>> {

    private static final int LONGEST_SENTENCE = 1000;
    private static final int LONGEST_RUN = 100;

    private final TokenNameFinderModel model;

    private NameModel(TokenNameFinderModel model) {
        this.model = model;
    }

    static NameModel read(byte[] model) {
        try {
            return new NameModel(new TokenNameFinderModel(new ByteArrayInputStream(model)));
        } catch (IOException | RuntimeException e) { // the library throws whatever the bytes lead it to
            throw new LlmopsException(
                    "expected an OpenNLP name finder model, found " + model.length + " bytes that are none", e);
        }
    }

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        var finder = new NameFinderME(model);
        for (var start = 0; start < text.length(); ) {
            var end = endOfSentence(text, start);
            if (end > start) {
                addNames(finder, text.substring(start, end), start, found);
            }
            start = Math.max(end, start + 1);
            start = skipRun(text, start);
        }
        return found;
    }

    private static void addNames(NameFinderME finder, String sentence, int offset, List<Finding> found) {
        if (sentence.chars().noneMatch(Character::isLetter)) {
            return;
        }
        var places = SimpleTokenizer.INSTANCE.tokenizePos(sentence);
        for (var name : finder.find(Span.spansToStrings(places, sentence))) {
            var start = offset + places[name.getStart()].getStart();
            var end = offset + places[name.getEnd() - 1].getEnd();
            found.add(new Finding(type(name.getType()), start, end));
        }
        finder.clearAdaptiveData();
    }

    private static EntityType type(String name) {
        return switch (name) {
            case "person" -> EntityType.PERSON;
            case "location", "place" -> EntityType.PLACE;
            default -> EntityType.of(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        };
    }

    /** Where the sentence from here ends; here itself where no sentence but a long run starts. */
    private static int endOfSentence(String text, int start) {
        var word = start;
        for (var i = start; i < text.length(); i++) {
            var c = text.charAt(i);
            if (i - word >= LONGEST_RUN) {
                return word;
            }
            if (Character.isWhitespace(c)) {
                var before = i > start ? text.charAt(i - 1) : ' ';
                if (c == '\n' || before == '.' || before == '!' || before == '?' || i - start >= LONGEST_SENTENCE) {
                    return i;
                }
                word = i + 1;
            }
        }
        return text.length();
    }

    /** Behind the run that starts here, if it is too long to be looked at. */
    private static int skipRun(String text, int start) {
        var end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end - start >= LONGEST_RUN ? end : start;
    }
}

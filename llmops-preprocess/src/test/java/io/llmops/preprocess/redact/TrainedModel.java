package io.llmops.preprocess.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** A tiny name finder model, trained on sentences that say who met whom. */
final class TrainedModel {

    private static final String[] NAMES = {"Ada", "Bruno", "Clara", "Dario", "Elena", "Farid", "Greta", "Hugo"};
    private static final String[] PLACES = {"Oslo", "Lima", "Kyoto", "Accra"};

    private TrainedModel() {}

    static byte[] bytes() {
        var samples = new ArrayList<NameSample>();
        for (var name : NAMES) {
            for (var place : PLACES) {
                samples.add(sample("Yesterday Mr. " + name + " Muster came home from " + place + " .", 3, 5, 8));
                samples.add(sample("The train to the north was late again .", -1, -1, -1));
                samples.add(sample("Please ask Mr. " + name + " Muster about it in " + place + " .", 4, 6, 9));
            }
        }
        var parameters = TrainingParameters.defaultParams();
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        parameters.put("PrintMessages", false);
        try (var stream = ObjectStreamUtils.createObjectStream(samples)) {
            var model = NameFinderME.train("en", null, stream, parameters, new TokenNameFinderFactory());
            var bytes = new ByteArrayOutputStream();
            model.serialize(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tokens are those of OpenNLP's simple tokenizer, which parts the point from "Mr". */
    private static NameSample sample(String sentence, int start, int end, int place) {
        var tokens = sentence.replace("Mr.", "Mr .").split(" ", -1);
        var spans = start < 0
                ? new Span[0]
                : new Span[] {new Span(start, end, "person"), new Span(place, place + 1, "location")};
        return new NameSample(tokens, spans, true);
    }
}

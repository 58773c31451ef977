package io.llmops.preprocess.token;

import java.util.Locale;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;

/** Lemmas by OpenNLP, of a word and its tags alone, remembered. Safe for use by many threads. */
final class LearnedLemmas {

    private static final int HALF = 20_000;

    private final Pool<LemmatizerME> lemmatizers;
    private final BoundedCache<Word, String> known = new BoundedCache<>(HALF);

    LearnedLemmas(LearnedModel model) {
        var loaded = model.load(LemmatizerModel::new);
        this.lemmatizers = new Pool<>(() -> new LemmatizerME(loaded));
    }

    private record Word(String text, String tags) {}

    /** The lemma, or the lemmas joined by a plus where the tags are. */
    String of(String word, String tags) {
        return known.get(new Word(word, tags), this::ask);
    }

    private String ask(Word word) {
        var lemmatizer = lemmatizers.take();
        var lemma = lemmatizer.lemmatize(new String[] {word.text}, new String[] {word.tags})[0];
        lemmatizers.giveBack(lemmatizer);
        return lemma.equals("_") ? word.text.toLowerCase(Locale.ROOT) : lemma;
    }
}

package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** Parts of speech by OpenNLP, sentence by sentence, with their lemmas. Safe for use by many threads. */
final class LearnedTagger implements Tagger {

    private static final int LONGEST_SENTENCE = 200;
    private static final int LONGEST_WORD = 100;

    private final String language;
    private final Description description;
    private final Pool<POSTaggerME> taggers;
    private final LearnedLemmas lemmas;

    private LearnedTagger(String language, LearnedModel tags, LearnedModel lemmas) {
        this.language = language;
        this.description = Description.of("tagger")
                .with("language", language)
                .with("tags", tags.sha256())
                .with("lemmas", lemmas.sha256());
        var model = tags.load(POSModel::new);
        this.taggers = new Pool<>(() -> new POSTaggerME(model));
        this.lemmas = new LearnedLemmas(lemmas);
    }

    static LearnedTagger of(String language) {
        return new LearnedTagger(
                language,
                LearnedModel.of(LearnedModel.Kind.TAGS, language),
                LearnedModel.of(LearnedModel.Kind.LEMMAS, language));
    }

    @Override
    public List<TaggedToken> apply(List<Token> tokens) {
        var tagged = new ArrayList<TaggedToken>(tokens.size());
        var tagger = taggers.take();
        for (int from = 0, to; from < tokens.size(); from = to) {
            to = sentenceEnd(tokens, from);
            tag(tagger, tokens.subList(from, to), tagged);
        }
        taggers.giveBack(tagger);
        return tagged;
    }

    private void tag(POSTaggerME tagger, List<Token> sentence, List<TaggedToken> tagged) {
        var words = sentence.stream().map(token -> asLearned(token.text())).toArray(String[]::new);
        var tags = tagger.tag(words);
        for (var i = 0; i < words.length; i++) {
            addWords(sentence.get(i), words[i], tags[i], tagged);
        }
    }

    private void addWords(Token token, String word, String tags, List<TaggedToken> tagged) {
        var first = PartOfSpeech.named(before(tags, 0));
        if (word.isEmpty() || first == PartOfSpeech.PUNCT || first == PartOfSpeech.SYM) {
            tagged.add(new TaggedToken(token, first, word));
            return;
        }
        var joined = lemmas.of(word, tags);
        if (word.indexOf('+') >= 0) {
            tagged.add(new TaggedToken(token, first, cased(first, word, joined)));
            return;
        }
        for (int tagAt = 0, lemmaAt = 0; tagAt < tags.length(); ) {
            var tag = before(tags, tagAt);
            var lemma = lemmaAt < joined.length() ? before(joined, lemmaAt) : "";
            var kind = PartOfSpeech.named(tag);
            var known = lemma.isEmpty() ? word.toLowerCase(Locale.ROOT) : lemma;
            tagged.add(new TaggedToken(token, kind, cased(kind, word, known)));
            tagAt += tag.length() + 1;
            lemmaAt += lemma.length() + 1;
        }
    }

    /** The part of a joined string from a place to the next plus. */
    private static String before(String joined, int from) {
        var plus = joined.indexOf('+', from);
        return plus < 0 ? joined.substring(from) : joined.substring(from, plus);
    }

    /** The models' lemmas are lower case; a name's has the capitals that the word has at the same places. */
    private String cased(PartOfSpeech tag, String word, String lemma) {
        var keeps = tag == PartOfSpeech.PROPN
                || (tag == PartOfSpeech.NOUN && language.equals("de"))
                || (tag == PartOfSpeech.PRON && language.equals("en") && lemma.equals("i"));
        if (!keeps) {
            return lemma;
        }
        var same = 0;
        var most = Math.min(word.length(), lemma.length());
        while (same < most && Character.toLowerCase(word.charAt(same)) == lemma.charAt(same)) {
            same++;
        }
        return word.substring(0, same) + lemma.substring(same);
    }

    /** The word as the treebanks write it, and no longer than a word is. */
    private static String asLearned(String word) {
        return (word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD)).replace('’', '\'');
    }

    private static int sentenceEnd(List<Token> tokens, int from) {
        var last = Math.min(tokens.size(), from + LONGEST_SENTENCE);
        for (var at = from; at < last; at++) {
            if (isEnd(tokens.get(at).text())) {
                while (at + 1 < last && isClosing(tokens.get(at + 1).text())) {
                    at++;
                }
                return at + 1;
            }
        }
        return last;
    }

    private static boolean isEnd(String word) {
        return !word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> ".!?…。！？".indexOf(c) >= 0);
    }

    private static boolean isClosing(String word) {
        return isEnd(word) || (word.length() == 1 && "\"'”’“»)]".contains(word));
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return "tagger(" + language + ")";
    }
}

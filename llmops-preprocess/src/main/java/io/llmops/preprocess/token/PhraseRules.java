package io.llmops.preprocess.token;

import java.util.ArrayList;
import java.util.List;

/** Noun phrases and verb phrases by their parts of speech. Not safe for use by many threads. */
final class PhraseRules {

    /** More words than a phrase has: it bounds the reading where a text repeats one word for ever. */
    private static final int LONGEST = 50;

    private final List<TaggedToken> words;
    private final List<Token> phrases = new ArrayList<>();
    private int limit;

    private PhraseRules(List<TaggedToken> words) {
        this.words = words;
    }

    static List<Token> phrases(List<TaggedToken> words) {
        var rules = new PhraseRules(words);
        rules.find();
        return rules.phrases;
    }

    private void find() {
        for (int at = 0, next; at < words.size(); at = next) {
            limit = Math.min(words.size(), at + LONGEST);
            var nounEnd = startsToken(at) ? nounPhraseEnd(at) : at;
            var verbEnd = startsToken(at) ? verbPhraseEnd(at) : at;
            next = Math.max(at + 1, Math.max(nounEnd, verbEnd));
            if (nounEnd > at) {
                phrases.add(phrase(at, nounEnd, TokenType.NOUN_PHRASE));
            } else if (verbEnd > at) {
                phrases.add(phrase(at, verbEnd, TokenType.VERB_PHRASE));
            }
        }
    }

    private boolean startsToken(int at) {
        return at == 0 || !words.get(at).token().equals(words.get(at - 1).token());
    }

    /** Where a noun phrase ends that starts here, or the start if there is none. */
    private int nounPhraseEnd(int start) {
        var first = start;
        while (is(first, PartOfSpeech.DET)) {
            first++;
        }
        var end = nounsEnd(first);
        if (end == first) {
            return start;
        }
        while (isPossessive(end) && nounsEnd(end + 1) > end + 1) {
            end = nounsEnd(end + 1);
        }
        return end;
    }

    /** Where modifiers and the nouns behind them end, or the start if there is no noun. */
    private int nounsEnd(int start) {
        var noun = modifiersEnd(start);
        var at = noun;
        while (is(at, PartOfSpeech.NOUN) || is(at, PartOfSpeech.PROPN)) {
            at++;
        }
        return at == noun ? start : at;
    }

    private int modifiersEnd(int start) {
        var at = start;
        while (true) {
            var adverbs = at;
            while (is(adverbs, PartOfSpeech.ADV)) {
                adverbs++;
            }
            if (is(adverbs, PartOfSpeech.ADJ) || (adverbs == at && is(at, PartOfSpeech.NUM))) {
                at = adverbs + 1;
            } else {
                return at;
            }
        }
    }

    private int verbPhraseEnd(int start) {
        if (is(start, PartOfSpeech.ADV)) {
            return start;
        }
        var end = start;
        var verbs = 0;
        for (var at = start; isVerbal(at) || is(at, PartOfSpeech.ADV); at++) {
            verbs += is(at, PartOfSpeech.VERB) || is(at, PartOfSpeech.AUX) ? 1 : 0;
            end = is(at, PartOfSpeech.ADV) ? end : at + 1;
        }
        return verbs > 0 ? end : start;
    }

    private boolean isVerbal(int at) {
        return is(at, PartOfSpeech.VERB)
                || is(at, PartOfSpeech.AUX)
                || (is(at, PartOfSpeech.PART) && !isPossessive(at));
    }

    private boolean isPossessive(int at) {
        return is(at, PartOfSpeech.PART) && words.get(at).lemma().startsWith("'");
    }

    private boolean is(int at, PartOfSpeech tag) {
        return at < limit && words.get(at).tag() == tag;
    }

    private Token phrase(int start, int end, TokenType type) {
        var first = words.get(start).token();
        var text = new StringBuilder(first.text());
        var last = first;
        for (var at = start + 1; at < end; at++) {
            if (startsToken(at)) {
                var token = words.get(at).token();
                text.append(token.start() == last.end() ? "" : " ").append(token.text());
                last = token;
            }
        }
        return new Token(text.toString(), first.start(), last.end(), type, first.position());
    }
}

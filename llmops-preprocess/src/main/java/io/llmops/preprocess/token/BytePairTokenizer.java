package io.llmops.preprocess.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Segmenters;
import io.llmops.preprocess.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Byte pairs by jtokkit. Safe for use by many threads. */
final class BytePairTokenizer implements SubwordTokenizer {

    /** Each vocabulary is read once, when it is first asked for. */
    private static final EncodingRegistry VOCABULARIES = Encodings.newLazyEncodingRegistry();

    private final String name;
    private final Encoding encoding;

    private BytePairTokenizer(String name, Encoding encoding) {
        this.name = name;
        this.encoding = encoding;
    }

    static BytePairTokenizer of(String name) {
        var type = EncodingType.fromName(Objects.requireNonNull(name, "encoding"))
                .orElseThrow(() ->
                        new IllegalArgumentException("no vocabulary '" + LanguageTable.shortened(name) + "'; there are "
                                + Arrays.stream(EncodingType.values())
                                        .map(EncodingType::getName)
                                        .toList()));
        return new BytePairTokenizer(name, VOCABULARIES.getEncoding(type));
    }

    /** A piece may be part of a character: then it stands for the whole of it, as text and as offsets. */
    @Override
    public List<Token> tokenize(Text text) {
        var characters = WellFormed.of(Objects.requireNonNull(text, "text").toString());
        var tokens = new TokenList(text);
        var pieces = encoding.encodeOrdinary(characters);
        var position = new BytePosition(characters);
        for (var i = 0; i < pieces.size(); i++) {
            var one = new IntArrayList(1);
            one.add(pieces.get(i));
            var start = position.characterStart();
            position.advance(encoding.decodeBytes(one).length);
            tokens.add(start, position.characterEnd(), TokenType.SUBWORD);
        }
        return tokens.toList();
    }

    @Override
    public int count(String text) {
        return encoding.countTokensOrdinary(WellFormed.of(text));
    }

    @Override
    public int[] encode(String text) {
        return encoding.encodeOrdinary(WellFormed.of(text)).toArray();
    }

    @Override
    public String decode(int[] pieces) {
        var list = new IntArrayList(pieces.length);
        for (var piece : pieces) {
            list.add(piece);
        }
        return encoding.decode(list);
    }

    @Override
    public String truncate(String text, int pieces) {
        if (pieces < 0) {
            throw new IllegalArgumentException("expected 0 pieces or more, found " + pieces);
        }
        if (pieces == 0) {
            return "";
        }
        var characters = WellFormed.of(text);
        var found = encoding.encodeOrdinary(characters, pieces);
        if (!found.isTruncated()) {
            return text;
        }
        var position = new BytePosition(characters);
        position.advance(encoding.decodeBytes(found.getTokens()).length);
        return text.substring(0, wholeGraphemes(text, position.characterStart(), pieces));
    }

    /** A shorter text may have more pieces than the same characters had in the longer one: they are counted again. */
    private int wholeGraphemes(String text, int limit, int pieces) {
        var graphemes = Segmenters.graphemes();
        var end = graphemes.endWithin(text, limit);
        while (count(text.substring(0, end)) > pieces) {
            end = graphemes.endWithin(text, end - 1);
        }
        return end;
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(Description.of("subwords").with("encoding", name));
    }

    @Override
    public String toString() {
        return "subwords(" + name + ")";
    }
}

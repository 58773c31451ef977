package io.llmops.preprocess.token;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.llmops.core.Fingerprint;
import io.llmops.core.LlmopsException;
import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.text.Cleaners;
import io.llmops.preprocess.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pieces of a Hugging Face {@code tokenizer.json}, by DJL. Safe for use by many threads. */
final class JsonVocabularyTokenizer implements SubwordTokenizer {

    private static final String OFFLINE = "ai.djl.offline";
    private static final Map<String, String> WHOLE_TEXT =
            Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false");

    private final String name;
    private final Description description;
    private final HuggingFaceTokenizer tokenizer;

    private JsonVocabularyTokenizer(String name, String sha256, HuggingFaceTokenizer tokenizer) {
        this.name = name;
        this.description = Description.of("subwords").with("sha256", sha256);
        this.tokenizer = tokenizer;
    }

    static JsonVocabularyTokenizer of(Path file) {
        if (System.getProperty(OFFLINE) == null) {
            System.setProperty(OFFLINE, "true");
        }
        try {
            var json = Files.readString(file);
            var hash = Fingerprint.of(json).sha256();
            return new JsonVocabularyTokenizer(String.valueOf(file.getFileName()), hash, load(file, json));
        } catch (IOException e) {
            throw new LlmopsException("expected a readable tokenizer.json at " + file + ", found " + e, e);
        }
    }

    private static HuggingFaceTokenizer load(Path file, String json) throws IOException {
        try {
            return HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), WHOLE_TEXT);
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "expected DJL to load its native library, which it unpacks to ~/.djl.ai or the folder that"
                            + " DJL_CACHE_DIR names, found " + e,
                    e);
        } catch (RuntimeException e) {
            throw new LlmopsException("expected a Hugging Face tokenizer at " + file + ", found " + e.getMessage(), e);
        }
    }

    /** A piece may be part of a character: then it stands for the whole of it, as text and as offsets. */
    @Override
    public List<Token> tokenize(Text text) {
        var characters = WellFormed.of(text.toString());
        var places = places(characters);
        var tokens = new TokenList(text);
        for (var span : spans(characters)) {
            tokens.add(places[span.getStart()], places[span.getEnd()], TokenType.SUBWORD);
        }
        return tokens.toList();
    }

    private CharSpan[] spans(String characters) {
        return tokenizer.encode(characters, false, false).getCharTokenSpans();
    }

    /** Where each code point starts, and the end: DJL counts in code points. */
    private static int[] places(String text) {
        var places = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; i < places.length - 1; i++) {
            at += Character.charCount(text.codePointAt(at));
            places[i + 1] = at;
        }
        return places;
    }

    @Override
    public int count(String text) {
        return encode(text).length;
    }

    @Override
    public int[] encode(String text) {
        return Arrays.stream(tokenizer.encode(WellFormed.of(text), false, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    @Override
    public String decode(int[] pieces) {
        return tokenizer.decode(Arrays.stream(pieces).asLongStream().toArray(), false);
    }

    @Override
    public String truncate(String text, int pieces) {
        if (pieces < 0) {
            throw new IllegalArgumentException("expected 0 pieces or more, found " + pieces);
        }
        var characters = WellFormed.of(text);
        var spans = spans(characters);
        if (spans.length <= pieces) {
            return text;
        }
        var places = places(characters);
        for (var piece = pieces; piece > 0; piece--) {
            var beginning = Cleaners.truncate(places[spans[piece].getStart()]).apply(text);
            if (count(beginning) <= pieces) {
                return beginning;
            }
        }
        return "";
    }

    @Override
    public Optional<Description> describe() {
        return Optional.of(description);
    }

    @Override
    public String toString() {
        return "subwords(" + name + ")";
    }
}

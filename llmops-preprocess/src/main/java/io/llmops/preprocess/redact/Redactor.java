package io.llmops.preprocess.redact;

import io.llmops.core.LlmopsException;
import io.llmops.core.pipeline.Description;
import io.llmops.preprocess.redact.Overlaps.Ranked;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.text.Text;
import io.llmops.preprocess.token.Tokenizer;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds personal data and secrets and hides them. It is a cleaner: it keeps offsets and chains with other cleaners; it also
 * works on tokens, and on streams of any length in bounded memory.
 *
 * <pre>{@code
 * Redactor redactor = Redactor.standard("GB").with(EntityType.CARD, Ways.fake(key));
 * redactor.apply("Write to ann@example.org.");   // "Write to <EMAIL>."
 * redactor.find("Write to ann@example.org.");    // [Finding[type=EMAIL, start=9, end=24]]
 * }</pre>
 *
 * <p>Where findings overlap, the longest wins; of equally long ones the first in the text; of those at one place the one
 * whose recogniser was given first. What the winner leaves uncovered of another finding is hidden as a finding of its own.
 *
 * <p>Immutable, and safe for use by many threads.
 */
public final class Redactor implements Cleaner {

    /**
     * The longest finding, in UTF-16 units, that {@link #redact(Reader, Writer)} is sure to find as {@link #find(String)}
     * does: 8,192. No recogniser of the shelf finds a longer one, except a pattern.
     */
    public static final int LONGEST_FINDING = 8192;

    private static final int WINDOW = 1 << 18;
    private static final Comparator<EntityType> BY_NAME = Comparator.comparing(EntityType::name);

    private final List<Recognizer> recognizers;
    private final Map<EntityType, Way> ways;
    private final Way otherwise;

    private Redactor(List<Recognizer> recognizers, Map<EntityType, Way> ways, Way otherwise) {
        this.recognizers = List.copyOf(recognizers);
        this.ways = ways;
        this.otherwise = otherwise;
    }

    /**
     * Returns a redactor of all that the shelf {@link Recognizers} finds without a list or a model: secrets, URLs with
     * credentials, e-mail and IP and hardware addresses, bank accounts, cards, national ids, dates of birth, telephone
     * numbers. Whatever is found is masked. Needs {@code com.googlecode.libphonenumber:libphonenumber}; without telephone
     * numbers, use {@link #of}.
     *
     * @param regions where telephone numbers without a plus sign are dialled, see {@link Recognizers#phone}; may be empty
     * @return the redactor
     * @throws IllegalStateException if the library is not on the class path
     */
    public static Redactor standard(String... regions) {
        var recognizers = new ArrayList<>(Recognizers.plain());
        recognizers.add(Recognizers.phone(regions));
        return new Redactor(recognizers, Map.of(), Ways.mask());
    }

    /**
     * Returns a redactor that masks what these recognisers find.
     *
     * @param first the first recogniser
     * @param more others, of less priority
     * @return the redactor
     */
    public static Redactor of(Recognizer first, Recognizer... more) {
        return new Redactor(Stream.concat(Stream.of(first), Arrays.stream(more)).toList(), Map.of(), Ways.mask());
    }

    /**
     * Returns this redactor with one more recogniser, of less priority than those it has.
     *
     * @param recognizer the recogniser
     * @return the changed copy
     */
    public Redactor with(Recognizer recognizer) {
        var more = new ArrayList<>(recognizers);
        more.add(Objects.requireNonNull(recognizer, "recognizer"));
        return new Redactor(more, ways, otherwise);
    }

    /**
     * Returns this redactor with a way for one type.
     *
     * @param type the type
     * @param way how it is hidden
     * @return the changed copy
     */
    public Redactor with(EntityType type, Way way) {
        var more = new TreeMap<EntityType, Way>(BY_NAME);
        more.putAll(ways);
        more.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(way, "way"));
        return new Redactor(recognizers, more, otherwise).withPseudonymsKept(way);
    }

    /**
     * Returns this redactor with a way for every type that has none of its own.
     *
     * @param way how findings are hidden
     * @return the changed copy
     */
    public Redactor with(Way way) {
        return new Redactor(recognizers, ways, Objects.requireNonNull(way, "way")).withPseudonymsKept(way);
    }

    /** What looks like a pseudonym in the text must not be taken for one of the vault's when it is restored. */
    private Redactor withPseudonymsKept(Way way) {
        if (!(way instanceof Pseudonyms)) {
            return this;
        }
        if (way.equals(ways.get(EntityType.PSEUDONYM))) {
            return this;
        }
        if (ways.containsKey(EntityType.PSEUDONYM)) {
            throw new IllegalArgumentException("expected one vault in a redactor, found two");
        }
        return with(NamedRecognizer.of("pseudonyms", Pseudonyms::find)).with(EntityType.PSEUDONYM, way);
    }

    /**
     * Returns what is found in a text, in order, none overlapping another.
     *
     * @param text the text
     * @return the findings; empty if there are none
     */
    public List<Finding> find(String text) {
        return settled(Objects.requireNonNull(text, "text"));
    }

    /**
     * Returns what is found in a text that may have been cleaned, in order, none overlapping another in the cleaned text.
     *
     * @param text the text
     * @return the findings, with offsets into the original; empty if there are none
     */
    public List<Finding> find(Text text) {
        return settled(text.toString()).stream()
                .map(finding -> new Finding(
                        finding.type(), text.originalStart(finding.start()), text.originalEnd(finding.end())))
                .toList();
    }

    @Override
    public Text clean(Text text) {
        var characters = text.toString();
        var findings = settled(characters);
        if (findings.isEmpty()) {
            return text;
        }
        var editor = text.edit();
        for (var finding : findings) {
            editor.replace(finding.start(), finding.end(), replacement(finding, characters));
        }
        return editor.finish();
    }

    /**
     * Returns a tokenizer whose tokens show nothing that was found: of the tokens a finding touches, the first gets the
     * finding's replacement as its text, the others are left out. Findings are sought in the text, not in the tokens, for
     * tokenizers drop the very characters that make an e-mail address.
     *
     * @param tokenizer cuts the text
     * @return the tokenizer
     */
    public Tokenizer tokens(Tokenizer tokenizer) {
        return new RedactedTokens(this, Objects.requireNonNull(tokenizer, "tokenizer"));
    }

    /**
     * Redacts a stream of any length in bounded memory, to the very characters that redacting the whole at once would give,
     * if each recogniser keeps to the reach that {@link Recognizer} states. Those of the shelf do, but for patterns and
     * models, whose findings may depend on more of the text.
     *
     * @param in read to its end, not closed
     * @param out written to and flushed, not closed
     * @return the number of findings
     * @throws LlmopsException if reading or writing fails
     */
    public long redact(Reader in, Writer out) {
        return redact(in, out, WINDOW);
    }

    long redact(Reader in, Writer out, int window) {
        try {
            return new RedactedStream(this, in, out, window).run();
        } catch (IOException e) {
            throw new LlmopsException("cannot redact the stream", e);
        }
    }

    /**
     * Redacts a file of UTF-8, see {@link #redact(Reader, Writer)}.
     *
     * @param source the file
     * @param target another file, which is replaced; after an error it holds a part
     * @return the number of findings
     * @throws LlmopsException if reading or writing fails, or the source is not UTF-8
     * @throws IllegalArgumentException if source and target are one file
     */
    public long redact(Path source, Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(source, target)) {
                throw new IllegalArgumentException("expected two files, found " + source + " twice");
            }
            try (var in = Files.newBufferedReader(source);
                    var out = Files.newBufferedWriter(target)) {
                return new RedactedStream(this, in, out, WINDOW).run();
            }
        } catch (IOException e) {
            throw new LlmopsException("cannot redact " + source + " to " + target, e);
        }
    }

    /** A finding's place in the original, and what is put there. */
    record Mask(int start, int end, String replacement) {}

    List<Mask> masks(Text text) {
        var characters = text.toString();
        return settled(characters).stream()
                .map(finding -> new Mask(
                        text.originalStart(finding.start()),
                        text.originalEnd(finding.end()),
                        replacement(finding, characters)))
                .toList();
    }

    String replacement(Finding finding, String text) {
        return ways.getOrDefault(finding.type(), otherwise).replace(finding.type(), finding.of(text));
    }

    private List<Finding> settled(String text) {
        var settled = new ArrayList<Finding>();
        for (var group : Overlaps.groups(search(text))) {
            var covered =
                    settled.isEmpty() ? 0 : settled.get(settled.size() - 1).end();
            settled.addAll(Overlaps.settle(group, covered, text));
        }
        return settled;
    }

    /** All that the recognisers find, overlapping, in no order. */
    List<Ranked> search(String text) {
        var all = new ArrayList<Ranked>();
        for (var rank = 0; rank < recognizers.size(); rank++) {
            for (var finding : recognizers.get(rank).apply(text)) {
                if (finding.end() > text.length()) {
                    throw new IllegalStateException("expected findings in " + text.length() + " characters, found "
                            + finding + " by " + recognizers.get(rank));
                }
                all.add(new Ranked(finding, rank));
            }
        }
        return all;
    }

    @Override
    public Optional<Description> describe() {
        var description = Description.of("redact");
        for (var i = 0; i < recognizers.size(); i++) {
            var recognizer = recognizers.get(i).describe();
            if (recognizer.isEmpty()) {
                return Optional.empty();
            }
            description = description.with(String.format("%02d", i + 1), recognizer.get());
        }
        for (var entry : ways.entrySet()) {
            var way = entry.getValue().describe();
            if (way.isEmpty()) {
                return Optional.empty();
            }
            description = description.with("way." + entry.getKey(), way.get());
        }
        var settings = description;
        return otherwise.describe().map(way -> settings.with("way", way));
    }

    /** {@return {@code redact} and the recognisers, e.g. {@code redact(email, phone)}} */
    @Override
    public String toString() {
        return recognizers.stream().map(String::valueOf).collect(Collectors.joining(", ", "redact(", ")"));
    }
}

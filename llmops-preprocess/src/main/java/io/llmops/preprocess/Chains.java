package io.llmops.preprocess;

import io.llmops.core.LlmopsException;
import io.llmops.preprocess.text.Cleaner;
import io.llmops.preprocess.token.Analyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Chains as YAML that a person would write, with every step of the shelves {@link
 * io.llmops.preprocess.text.Cleaners}, {@link io.llmops.preprocess.token.Tokenizers} and {@link
 * io.llmops.preprocess.token.TokenFilters} under the name it prints:
 *
 * <pre>{@code
 * clean: [nfc, controls, whitespace]
 * tokenize: words
 * filter: [lowercase, {stop: en}, {snowball: en}]
 * }</pre>
 *
 * <p>A step with one setting is {@code {name: setting}}, one with several {@code {name: {setting: …, setting: …}}}.
 * {@code clean: standard} is {@link TextCleaner#standard()}. Tags, aliases, unknown steps and settings are refused, and so
 * is more than a million characters.
 *
 * <p>Safe for use by many threads.
 */
public final class Chains {

    private Chains() {}

    /**
     * Returns a cleaner as YAML.
     *
     * @param cleaner steps of the shelf
     * @return one field, {@code clean}
     * @throws IllegalArgumentException if a step is not of the shelf (a lambda, say), and so could not be read back
     */
    public static String toYaml(Cleaner cleaner) {
        return ChainText.of(cleaner);
    }

    /**
     * Returns a chain as YAML.
     *
     * @param chain steps of the shelves
     * @return the fields {@code clean}, {@code tokenize} and {@code filter}, the first and the last if there are such steps
     * @throws IllegalArgumentException if a step is not of the shelves (a lambda, say), and so could not be read back
     */
    public static String toYaml(Analyzer chain) {
        return ChainText.of(chain);
    }

    /**
     * Returns the cleaner that YAML describes.
     *
     * @param yaml one field, {@code clean}
     * @return the cleaner
     * @throws LlmopsException if the text is something else; the message names the line, and what there is
     */
    public static Cleaner parseCleaner(String yaml) {
        return ChainFields.of(YamlText.read(yaml, null)).cleaner();
    }

    /**
     * Returns the chain that YAML describes.
     *
     * @param yaml the field {@code tokenize}, and {@code clean} and {@code filter} if wanted
     * @return the chain
     * @throws LlmopsException if the text is something else; the message names the line, and what there is
     */
    public static Analyzer parseAnalyzer(String yaml) {
        return ChainFields.of(YamlText.read(yaml, null)).analyzer();
    }

    /**
     * Returns the cleaner that a file describes, as {@link #parseCleaner} does.
     *
     * @param file YAML in UTF-8
     * @return the cleaner
     * @throws LlmopsException if the file cannot be read or is something else; the message names the file and the line
     */
    public static Cleaner readCleaner(Path file) {
        return ChainFields.of(YamlText.read(content(file), file.toString())).cleaner();
    }

    /**
     * Returns the chain that a file describes, as {@link #parseAnalyzer} does.
     *
     * @param file YAML in UTF-8
     * @return the chain
     * @throws LlmopsException if the file cannot be read or is something else; the message names the file and the line
     */
    public static Analyzer readAnalyzer(Path file) {
        return ChainFields.of(YamlText.read(content(file), file.toString())).analyzer();
    }

    private static String content(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(4 * YamlText.LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LlmopsException("cannot read a chain from " + file, e);
        }
    }
}

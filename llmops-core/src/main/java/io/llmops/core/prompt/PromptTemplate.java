package io.llmops.core.prompt;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Example;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to ask a model, with variables for what changes from one input to the next.
 *
 * <pre>{@code
 * ---
 * name: intent
 * version: 3
 * temperature: 0
 * maxOutputTokens: 20
 * ---
 * --- system
 * Answer with one of these labels and nothing else: {{labels}}
 *
 * --- user
 * Where is my parcel?
 * --- assistant
 * delivery_status
 *
 * --- user
 * {{text}}
 * }</pre>
 *
 * <p>The head between two {@code ---} is YAML and may be absent: a name, a version, and the model parameters {@code
 * modelName}, {@code temperature}, {@code topP}, {@code topK}, {@code frequencyPenalty}, {@code presencePenalty}, {@code
 * maxOutputTokens}, {@code stopSequences} and {@code responseFormat} ({@code text} or {@code json}). Parts begin with
 * {@code --- system} (one at most, at the beginning), {@code --- user} and {@code --- assistant} (in turn, a user part at
 * the end); text without such lines is one user part. Blank lines around a part are dropped. A backslash makes text of
 * what would be template: before two opening braces, and before {@code ---} at the beginning of a line.
 *
 * <p>A value is put in as it is: braces or part lines in it are text. Rendering is strict: a value is needed for every
 * variable, and there must be a variable for every value.
 *
 * <p>The declared version is a label; {@link #fingerprint()} tells whether two templates are the same. Immutable.
 */
public final class PromptTemplate {

    private static final String HEAD_MARK = "---";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_SHOWN = 60;

    private final String name;
    private final PromptHead head;
    private final List<PromptPart> parts;
    private final Optional<PromptExamples> examples;
    private final Map<String, String> fixed;

    private PromptTemplate(
            String name,
            PromptHead head,
            List<PromptPart> parts,
            Optional<PromptExamples> examples,
            Map<String, String> fixed) {
        this.name = name;
        this.head = head;
        this.parts = parts;
        this.examples = examples;
        this.fixed = fixed;
    }

    /**
     * Reads a template from a text.
     *
     * @param text the template
     * @return the template, called {@code prompt} unless its head names it
     * @throws PromptException if the text is no template; it names the line
     */
    public static PromptTemplate parse(String text) {
        return of(new PromptSource("prompt", text));
    }

    /**
     * Reads a template from a file of UTF-8 text.
     *
     * @param file the file
     * @return the template, called as the file without its ending unless its head names it
     * @throws PromptException if the file cannot be read or is no template; it names the file and the line
     */
    public static PromptTemplate load(Path file) {
        return of(PromptSource.read(file));
    }

    /**
     * Reads a template from a file or a class path resource of UTF-8 text.
     *
     * @param location a path, or {@code classpath:} and the name of a resource
     * @return the template, called as the file without its ending unless its head names it
     * @throws PromptException if it cannot be read or is no template; it names the file and the line
     */
    public static PromptTemplate load(String location) {
        return of(PromptSource.read(location));
    }

    private static PromptTemplate of(PromptSource source) {
        var text = source.text().startsWith(BYTE_ORDER_MARK) ? source.text().substring(1) : source.text();
        var lines = text.lines().toList();
        var body = 0;
        var head = PromptHead.NONE;
        if (!lines.isEmpty() && lines.get(0).stripTrailing().equals(HEAD_MARK)) {
            body = endOfHead(lines, source.name()) + 1;
            head = FrontMatter.parse(lines.subList(1, body - 1), source.name());
        }
        var parts = PromptBody.parse(lines.subList(body, lines.size()), source.name(), body + 1);
        return new PromptTemplate(
                head.name().orElseGet(source::bareName), head, parts, Optional.empty(), new TreeMap<>());
    }

    private static int endOfHead(List<String> lines, String file) {
        for (var i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(HEAD_MARK)) {
                return i;
            }
        }
        throw new PromptException(
                file, 1, "expected a second --- that ends the head, found none; as text it is written \\---");
    }

    /** {@return what it is called} */
    public String name() {
        return name;
    }

    /** {@return the version its head declares, a label; empty if it declares none} */
    public Optional<String> version() {
        return head.version();
    }

    /** {@return the variables that have no value yet, in the order of their first appearance} */
    public Set<String> variables() {
        var open = new LinkedHashSet<String>();
        parts.forEach(part -> open.addAll(part.text().variables()));
        open.removeAll(fixed.keySet());
        return open;
    }

    /**
     * Returns the hash of its content: the parts, the model parameters and the examples. Not in it are the name, the
     * version and the values fixed by {@link #with}, which the description of a bound template carries beside it.
     *
     * @return the fingerprint
     */
    public Fingerprint fingerprint() {
        var hasher = Fingerprint.hasher().add(parts.size());
        parts.forEach(part -> hasher.add(part.role().word()).add(part.text().source()));
        var settings = head.settings();
        hasher.add(settings.size());
        settings.forEach((key, value) -> hasher.add(key).add(value));
        examples.ifPresent(shown -> shown.addTo(hasher));
        return hasher.finish();
    }

    /**
     * Returns this template with a value for one of its variables.
     *
     * @param variable the variable
     * @param value its value
     * @return the changed copy
     * @throws IllegalArgumentException if there is no such variable or it has a value
     */
    public PromptTemplate with(String variable, String value) {
        checkOpen(variable);
        var more = new TreeMap<>(fixed);
        more.put(variable, Objects.requireNonNull(value, "value"));
        return new PromptTemplate(name, head, parts, examples, more);
    }

    /**
     * Returns this template with examples shown to the model before the last user part: each is that part with the
     * example's input as the variable's value, then the example's reference as the assistant's answer. They stand after
     * examples written in the template itself, and replace those given before.
     *
     * @param variable a variable of the last user part, without a value
     * @param shown the examples, in order
     * @return the changed copy
     * @throws IllegalArgumentException if the last user part has no such variable or it has a value
     */
    public PromptTemplate withExamples(String variable, List<Example<String, String>> shown) {
        checkOpen(variable);
        var last = last().text().variables();
        if (!last.contains(variable)) {
            throw new IllegalArgumentException(
                    "prompt '" + name + "': no variable '" + variable + "' in the last user part; there are " + last);
        }
        return new PromptTemplate(name, head, parts, Optional.of(new PromptExamples(variable, shown)), fixed);
    }

    /**
     * Returns a stage that renders this template with its input as the value of the only variable that has none.
     *
     * @param variable the variable
     * @return the stage
     * @throws IllegalArgumentException if there is no such variable, it has a value, or others have none
     */
    public Stage<String, ChatRequest> bind(String variable) {
        checkOpen(variable);
        if (variables().size() > 1) {
            throw new IllegalArgumentException(
                    "prompt '" + name + "': expected '" + variable + "' to be the only variable without a value, found "
                            + variables() + "; give the others one by with");
        }
        return new BoundPrompt(this, variable);
    }

    /** {@return a stage that renders this template with the values of all variables that have none, by name} */
    public Stage<Map<String, String>, ChatRequest> bind() {
        return Stage.of(description().with("variables", variables()), this::render);
    }

    /**
     * Renders this template.
     *
     * @param values a value for each variable that has none
     * @return the messages and model parameters
     * @throws IllegalArgumentException if a value is missing or there is no variable for one
     * @throws PromptException if a message comes out blank, which models refuse
     */
    public ChatRequest render(Map<String, String> values) {
        values.keySet().forEach(this::checkOpen);
        var open = variables();
        if (values.size() < open.size()) {
            var missing = new LinkedHashSet<>(open);
            missing.removeAll(values.keySet());
            throw new IllegalArgumentException(
                    "prompt '" + name + "': no value for " + missing + "; the variables are " + open);
        }
        var all = new HashMap<>(fixed);
        all.putAll(values);
        var messages = new ArrayList<ChatMessage>();
        parts.subList(0, parts.size() - 1).forEach(part -> messages.add(part.render(all, name)));
        examples.ifPresent(shown -> addExamples(shown, all, messages));
        messages.add(last().render(all, name));
        return ChatRequest.builder()
                .messages(messages)
                .parameters(head.parameters())
                .build();
    }

    private void addExamples(PromptExamples shown, Map<String, String> values, List<ChatMessage> messages) {
        var filled = new HashMap<>(values);
        for (var example : shown.examples()) {
            filled.put(shown.variable(), example.input());
            messages.add(last().render(filled, name));
            messages.add(PromptPart.message(Role.ASSISTANT, example.reference(), name));
        }
    }

    private PromptPart last() {
        return parts.get(parts.size() - 1);
    }

    private void checkOpen(String variable) {
        if (fixed.containsKey(variable)) {
            throw new IllegalArgumentException(
                    "prompt '" + name + "': variable '" + variable + "' has a value already");
        }
        if (!variables().contains(variable)) {
            throw new IllegalArgumentException(
                    "prompt '" + name + "': no variable '" + variable + "'; there are " + variables());
        }
    }

    Description description() {
        var description =
                Description.of("prompt", head.settings()).with("name", name).with("content", fingerprint());
        if (head.version().isPresent()) {
            description = description.with("version", head.version().get());
        }
        for (var value : fixed.entrySet()) {
            var shown = value.getValue().length() <= LONGEST_SHOWN
                    ? value.getValue()
                    : Fingerprint.of(value.getValue()).toString();
            description = description.with("with." + value.getKey(), shown);
        }
        return description;
    }

    /** {@return the name, the version and the beginning of the hash, e.g. {@code intent 3 (5f2b01c7d9aa)}} */
    @Override
    public String toString() {
        var version = head.version().map(label -> " " + label).orElse("");
        return name + version + " (" + fingerprint().brief() + ")";
    }
}

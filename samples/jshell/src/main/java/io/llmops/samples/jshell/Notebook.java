package io.llmops.samples.jshell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * A JShell session that is run, not typed: snippet after snippet, each shown with its value, until the end or the first
 * error. Not
 * safe for use by many threads.
 */
public final class Notebook implements AutoCloseable {

    private final JShell shell;
    private final PrintStream out;

    /**
     * Opens a session in this virtual machine, with its class path.
     *
     * @param out where snippets and values are shown
     */
    public Notebook(PrintStream out) {
        this.out = Objects.requireNonNull(out, "out");
        shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
    }

    /**
     * Runs files one after another in one session and exits 1 at the first error, 2 if a file cannot be read.
     *
     * @param files the {@code .jsh} files; what the first ones define, the later ones see
     */
    public static void main(String... files) {
        System.exit(run(System.out, System.err, files));
    }

    /**
     * Runs files one after another in one session.
     *
     * @param out where snippets and values are shown
     * @param err where the error is told
     * @param files the {@code .jsh} files
     * @return 0, or 1 at the first error, or 2 if a file cannot be read
     */
    static int run(PrintStream out, PrintStream err, String... files) {
        if (files.length == 0) {
            err.println("expected .jsh files, found none");
            return 2;
        }
        try (var notebook = new Notebook(out)) {
            for (var file : files) {
                var problem = notebook.run(Files.readString(Path.of(file), StandardCharsets.UTF_8));
                if (problem.isPresent()) {
                    err.println(file + ": " + problem.get());
                    return 1;
                }
            }
            return 0;
        } catch (IOException e) {
            err.println("cannot read " + e.getMessage());
            return 2;
        }
    }

    /**
     * Runs snippets until the first that is refused or throws.
     *
     * @param source the snippets
     * @return what went wrong, with the snippet's text; or empty if all went well
     */
    public Optional<String> run(String source) {
        var rest = source;
        while (!rest.isBlank()) {
            var next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.EMPTY) {
                return Optional.empty();
            }
            if (next.source() == null || next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                return Optional.of("unfinished snippet:\n" + rest.strip());
            }
            next.source().strip().lines().forEach(line -> out.println("> " + line));
            for (var event : shell.eval(next.source())) {
                var problem = problem(event);
                if (problem.isPresent()) {
                    return Optional.of(problem.get() + " in\n" + next.source().strip());
                }
                show(event);
            }
            rest = next.remaining();
        }
        return Optional.empty();
    }

    private Optional<String> problem(SnippetEvent event) {
        if (event.exception() != null) {
            return Optional.of(describe(event.exception()));
        }
        if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_DEFINED) {
            var messages = new ArrayList<String>();
            shell.diagnostics(event.snippet()).forEach(diagnostic -> messages.add(diagnostic.getMessage(Locale.ROOT)));
            if (event.snippet() instanceof DeclarationSnippet declaration) {
                shell.unresolvedDependencies(declaration).forEach(missing -> messages.add("unknown: " + missing));
            }
            return Optional.of(messages.stream().collect(Collectors.joining("; ")));
        }
        return Optional.empty();
    }

    private static String describe(JShellException thrown) {
        var kind = thrown instanceof EvalException evaluated ? evaluated.getExceptionClassName() : thrown.toString();
        var cause = thrown.getCause() == null ? "" : " (" + thrown.getCause().getMessage() + ")";
        return kind + ": " + thrown.getMessage() + cause;
    }

    private void show(SnippetEvent event) {
        var isExpression = event.snippet().kind() == Snippet.Kind.EXPRESSION
                || event.snippet().kind() == Snippet.Kind.VAR;
        if (isExpression && event.value() != null && !event.value().isEmpty()) {
            out.println("==> " + event.value());
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}

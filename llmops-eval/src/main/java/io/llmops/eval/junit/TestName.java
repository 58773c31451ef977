package io.llmops.eval.junit;

import io.llmops.eval.run.FileName;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Which test it is.
 *
 * @param type its class, as Surefire's {@code -Dtest} takes it: {@code Outer$Inner}
 * @param method its method; empty for what is done before all tests of a class
 * @param invocation which call of a repeated or parameterized test, e.g. {@code -2}; empty for a plain one
 */
record TestName(String type, String method, String invocation) {

    private static final Pattern NUMBER = Pattern.compile("(?:invocation|repetition):#(\\d+)]");

    static TestName of(ExtensionContext context) {
        var binary = context.getRequiredTestClass().getName();
        var numbers = NUMBER.matcher(context.getUniqueId());
        var invocation = new StringBuilder();
        while (numbers.find()) {
            invocation.append('-').append(numbers.group(1));
        }
        return new TestName(
                binary.substring(binary.lastIndexOf('.') + 1),
                context.getTestMethod().map(Method::getName).orElse(""),
                invocation.toString());
    }

    /** Returns a file in a folder for each class. */
    Path file(Path folder, String suffix, String extension) {
        var name = (method.isEmpty() ? "class" : method) + invocation + suffix;
        return folder.resolve(FileName.of(type.replace('$', '.'))).resolve(FileName.of(name) + "." + extension);
    }

    /** Returns the command that runs it with a property. */
    String command(String property) {
        var test = type + (method.isEmpty() ? "" : "#" + method);
        return "mvn test -Dtest=" + (test.matches("[\\w.#]+") ? test : "'" + test.replace("'", "'\\''") + "'") + " -D"
                + property;
    }

    @Override
    public String toString() {
        return type + (method.isEmpty() ? "" : "." + method) + invocation;
    }
}

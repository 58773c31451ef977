package io.llmops.eval.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The examples of a dataset, one for each call of a parameterized test, whose first parameter is an
 * {@link io.llmops.core.dataset.Example}; other parameters are left to other resolvers. Each call is named by the
 * example's id and the beginning of its input. Properties {@code llmops.sample} and {@code llmops.tags} choose among them.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @ExampleSource(value = "classpath:tickets.csv", id = "id", input = "text", reference = "intent")
 * void answers(Example<String, String> ticket) { … }
 * }</pre>
 *
 * <p>For rules that hold for every example. Whether a system that errs at times is good enough is a question to all of
 * them together, for an {@link Evaluations}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ArgumentsSource(ExampleArguments.class)
public @interface ExampleSource {

    /**
     * Returns where the examples are.
     *
     * @return a path, or {@code classpath:} and the name of a resource, whose ending tells the format, as
     *     {@link io.llmops.core.dataset.Datasets#file(String)} reads it: CSV, TSV, JSON Lines, JSON, gzipped or not
     */
    String value();

    /** {@return the column of the ids; without one, an id is the number of the row} */
    String id() default "";

    /** {@return the column of the inputs, read as the example's first type parameter} */
    String input() default "input";

    /** {@return the column of the references, read as the example's second type parameter} */
    String reference() default "reference";

    /** {@return the columns of the tags} */
    String[] tags() default {};
}

package io.llmops.eval.junit;

import io.llmops.core.dataset.Dataset;
import io.llmops.core.dataset.DatasetReader;
import io.llmops.core.dataset.Datasets;
import io.llmops.core.dataset.Example;
import io.llmops.core.dataset.Row;
import io.llmops.eval.report.Shown;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Reads the examples an {@link ExampleSource} names. */
final class ExampleArguments implements ArgumentsProvider, AnnotationConsumer<ExampleSource> {

    private static final int NAME = 70;

    private @Nullable ExampleSource source;

    @Override
    public void accept(ExampleSource annotation) {
        source = annotation;
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        var types = types(parameters);
        return Settings.of(context::getConfigurationParameter).subset().of(dataset(types)).examples().stream()
                .map(ExampleArguments::arguments);
    }

    private static Arguments arguments(Example<?, ?> example) {
        var name = Shown.of(example.id() + ": " + example.input(), NAME);
        return Arguments.argumentSet(name, Named.of(name, example));
    }

    private Dataset<Object, Object> dataset(List<Class<?>> types) {
        var from = Objects.requireNonNull(source, "source");
        DatasetReader reader = Datasets.file(from.value()).withTags(from.tags());
        return (from.id().isEmpty() ? reader : reader.withId(from.id()))
                .read(row -> value(row, from.input(), types.get(0)), row -> value(row, from.reference(), types.get(1)));
    }

    private static Object value(Row row, String column, Class<?> type) {
        return type == String.class || type == Object.class ? row.text(column) : row.value(column, type);
    }

    /** Returns what inputs and references are, as the test declares its example. */
    private static List<Class<?>> types(ParameterDeclarations parameters) {
        var first = parameters.getFirst();
        if (first.isEmpty() || first.get().getParameterType() != Example.class) {
            throw new IllegalArgumentException(
                    "expected a first parameter of the type Example for @ExampleSource, found "
                            + first.map(found -> found.getParameterType().getName())
                                    .orElse("none"));
        }
        return type(first.get().getAnnotatedElement()) instanceof ParameterizedType example
                ? Stream.of(example.getActualTypeArguments())
                        .<Class<?>>map(ExampleArguments::raw)
                        .toList()
                : List.of(Object.class, Object.class);
    }

    private static @Nullable Type type(AnnotatedElement element) {
        if (element instanceof Parameter parameter) {
            return parameter.getParameterizedType();
        }
        return element instanceof Field field ? field.getGenericType() : null;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }
}

package io.llmops.eval.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests, and what is done before and after them, an {@link Evaluations}: a test and its {@code @BeforeEach} share
 * one, a class has one for {@code @BeforeAll} and constructors. Registered with {@code @ExtendWith(LlmopsExtension.class)};
 * takes no other parameters, so that other resolvers keep theirs. Safe for use by many threads.
 */
public final class LlmopsExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(LlmopsExtension.class);

    /** Is called by JUnit. */
    public LlmopsExtension() {}

    /** What a test has: its evaluations, and who is asked at its end. */
    private record Given(Evaluations evaluations, Judge judge) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Evaluations.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getStore(SPACE);
        var known = store.get(context.getUniqueId(), Given.class);
        if (known != null) {
            return known.evaluations();
        }
        var settings = Settings.of(context::getConfigurationParameter);
        var judge = new Judge(
                settings.inconclusive().or(() -> annotated(context)).orElse(Inconclusive.ABORT),
                context.getTestMethod().isPresent());
        var evaluations = new Evaluations(TestName.of(context), settings, judge);
        store.put(context.getUniqueId(), new Given(evaluations, judge));
        return evaluations;
    }

    private static Optional<Inconclusive> annotated(ExtensionContext context) {
        for (var at = Optional.of(context); at.isPresent(); at = at.get().getParent()) {
            var annotation = at.get().getElement().map(element -> element.getAnnotation(WhenInconclusive.class));
            if (annotation.isPresent()) {
                return annotation.map(WhenInconclusive::value);
            }
        }
        return Optional.empty();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        var known = context.getStore(SPACE).get(context.getUniqueId(), Given.class);
        if (known != null) {
            known.judge().abort();
        }
    }
}

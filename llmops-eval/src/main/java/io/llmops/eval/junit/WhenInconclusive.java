package io.llmops.eval.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What becomes of this test, or of the tests of this class, where the data decide nothing. Without it they are aborted; the
 * property {@value Inconclusive#PROPERTY} overrules it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface WhenInconclusive {

    /** {@return what becomes of them} */
    Inconclusive value();
}

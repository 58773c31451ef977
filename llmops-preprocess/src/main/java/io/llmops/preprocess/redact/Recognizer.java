package io.llmops.preprocess.redact;

import io.llmops.core.pipeline.Stage;
import java.util.List;

/**
 * Finds things in a text, with offsets into it. Those of the shelf {@link Recognizers} are ready; a function is enough for
 * one of your own:
 *
 * <pre>{@code
 * Recognizer caseNumbers = text -> ...;
 * Redactor redactor = Redactor.of(Recognizers.email(), caseNumbers);
 * }</pre>
 *
 * <p>Findings may come in any order and may overlap: a {@link Redactor} sorts that out. A stream is redacted as the whole
 * text would be if a finding depends only on the 512 characters before it, those of it, and the 512 behind it, and is no
 * longer than {@link Redactor#LONGEST_FINDING}.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface Recognizer extends Stage<String, List<Finding>> {}

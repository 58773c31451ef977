/**
 * Finding and hiding personal data and secrets. A {@link io.llmops.preprocess.redact.Recognizer} finds, a
 * {@link io.llmops.preprocess.redact.Way} says what is put in its place, and a
 * {@link io.llmops.preprocess.redact.Redactor} is both together: a cleaner of texts, tokens and streams. Start at
 * {@link io.llmops.preprocess.redact.Redactor#standard}; the shelves are {@link io.llmops.preprocess.redact.Recognizers}
 * and {@link io.llmops.preprocess.redact.Ways}. Recognisers read forms and check digits; names of people and places are
 * found only by lists or models the user gives. No recogniser finds everything: measure on your own texts.
 */
@NullMarked
package io.llmops.preprocess.redact;

import org.jspecify.annotations.NullMarked;

package io.llmops.preprocess.text;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * Drops non-spacing marks: canonical decomposition, every Mn gone, canonical composition. Letters with a stroke (ø, ł)
 * are letters of their own in Unicode and stay. Immutable.
 */
record AccentFolding() implements UnaryOperator<Text> {

    private static final Normalization DECOMPOSE = new Normalization(Normalizer.Form.NFD);
    private static final Normalization COMPOSE = new Normalization(Normalizer.Form.NFC);
    private static final Characters DROP_MARKS =
            new Characters(c -> Character.getType(c) == Character.NON_SPACING_MARK ? "" : null);

    @Override
    public Text apply(Text text) {
        return COMPOSE.apply(DROP_MARKS.apply(DECOMPOSE.apply(text)));
    }
}

package io.llmops.preprocess.token;

import io.llmops.core.pipeline.Stage;
import java.util.List;

/**
 * Changes, drops or adds tokens. It takes them in order and returns them in order; a token it keeps has the offsets it
 * came with, and a token it drops leaves a gap in the positions.
 *
 * <p>Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface TokenFilter extends Stage<List<Token>, List<Token>> {}

/**
 * Tests that need a model and have none: a {@link io.llmops.core.model.replay.Cassette} is a folder of recorded answers,
 * readable, redacted and committed beside the tests. Which of recording and replaying is done is said by one system
 * property ({@link io.llmops.core.model.replay.ReplayMode}); in continuous integration, nothing is ever asked. Unlike a
 * cache, a cassette never forgets, and says loudly what it does not know.
 */
@NullMarked
package io.llmops.core.model.replay;

import org.jspecify.annotations.NullMarked;

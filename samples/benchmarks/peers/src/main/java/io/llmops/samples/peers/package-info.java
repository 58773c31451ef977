/** What other libraries of the JVM need for the same jobs; run by {@code mvn -q -Ppeers}. */
@NullMarked
package io.llmops.samples.peers;

import org.jspecify.annotations.NullMarked;

/**
 * An evaluation that asks a real endpoint: clients with their own retries off ({@link io.llmops.samples.realmodel.Clients}),
 * and care around them ({@link io.llmops.samples.realmodel.PaidRun}). The tests hold it against an endpoint that
 * misbehaves in every way we know.
 */
@NullMarked
package io.llmops.samples.realmodel;

import org.jspecify.annotations.NullMarked;

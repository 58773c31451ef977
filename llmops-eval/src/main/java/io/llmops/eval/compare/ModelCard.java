package io.llmops.eval.compare;

import io.llmops.core.model.resilience.Price;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known of a model beside what it answers. Immutable.
 *
 * @param id how the provider calls it, e.g. {@code llama3.1:8b}
 * @param billionParameters its size, above 0; empty if unknown
 * @param contextWindow the most tokens it takes, above 0; empty if unknown
 * @param price what its tokens cost; empty if unknown
 */
public record ModelCard(String id, OptionalDouble billionParameters, OptionalInt contextWindow, Optional<Price> price) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not above 0
     */
    public ModelCard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(price, "price");
        if (billionParameters.isPresent() && !(billionParameters.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "expected a size above 0 for '" + id + "', found " + billionParameters.getAsDouble());
        }
        if (contextWindow.isPresent() && contextWindow.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "expected a context window above 0 for '" + id + "', found " + contextWindow.getAsInt());
        }
    }

    /**
     * Returns a card with an id alone.
     *
     * @param id how the provider calls the model
     * @return the card
     */
    public static ModelCard of(String id) {
        return new ModelCard(id, OptionalDouble.empty(), OptionalInt.empty(), Optional.empty());
    }

    /**
     * Returns this card with a size.
     *
     * @param billions of parameters, above 0
     * @return the changed copy
     */
    public ModelCard withBillionParameters(double billions) {
        return new ModelCard(id, OptionalDouble.of(billions), contextWindow, price);
    }

    /**
     * Returns this card with a context window.
     *
     * @param tokens the most the model takes, above 0
     * @return the changed copy
     */
    public ModelCard withContextWindow(int tokens) {
        return new ModelCard(id, billionParameters, OptionalInt.of(tokens), price);
    }

    /**
     * Returns this card with a price.
     *
     * @param newPrice of tokens
     * @return the changed copy
     */
    public ModelCard withPrice(Price newPrice) {
        return new ModelCard(id, billionParameters, contextWindow, Optional.of(newPrice));
    }
}

package io.llmops.core.model.resilience;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.llmops.core.LlmopsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What models cost, by name. A name that ends in {@code *} stands for all that begin so; the longest that fits counts.
 * There are no built-in prices: they would be wrong by the time they are read. Immutable.
 *
 * @param prices the prices, by the names of the models
 */
public record PriceTable(SortedMap<String, Price> prices) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Copies the table. */
    public PriceTable {
        prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    /**
     * Returns a table.
     *
     * @param prices the prices, by the names of the models
     * @return the table
     */
    public static PriceTable of(Map<String, Price> prices) {
        return new PriceTable(new TreeMap<>(prices));
    }

    /**
     * Reads a table: a JSON object with, for each model, the price of a million tokens, e.g.
     * {@code {"small-1": {"input": 0.15, "output": 0.60}}}.
     *
     * @param file the file
     * @return the table
     * @throws LlmopsException if the file can't be read or isn't such an object
     */
    public static PriceTable from(Path file) {
        try {
            var table = MAPPER.readTree(Files.readString(file));
            if (!table.isObject()) {
                throw new LlmopsException(file + ": expected a JSON object of prices, found " + table.getNodeType());
            }
            var prices = new TreeMap<String, Price>();
            table.properties()
                    .forEach(model -> prices.put(
                            model.getKey(),
                            new Price(
                                    amount(file, model.getKey(), model.getValue(), "input"),
                                    amount(file, model.getKey(), model.getValue(), "output"))));
            return new PriceTable(prices);
        } catch (IOException e) {
            throw new LlmopsException(file + ": expected a JSON object of prices, found none that can be read", e);
        }
    }

    /**
     * Returns a model's price.
     *
     * @param model its name
     * @return its price, or empty if the table has none
     */
    public Optional<Price> find(String model) {
        var exact = prices.get(model);
        if (exact != null) {
            return Optional.of(exact);
        }
        return prices.entrySet().stream()
                .filter(it -> it.getKey().endsWith("*")
                        && model.startsWith(it.getKey().substring(0, it.getKey().length() - 1)))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static BigDecimal amount(Path file, String model, JsonNode price, String name) {
        var amount = price.path(name);
        if (!amount.isNumber() || amount.decimalValue().signum() < 0) {
            throw new LlmopsException(file + ": expected a number of 0 or more at '" + name + "' of model '" + model
                    + "', found " + amount.getNodeType());
        }
        return amount.decimalValue();
    }
}

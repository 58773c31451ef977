package io.llmops.core.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What stands in a row, as {@link Row} tells it. */
sealed interface Cells permits TableCells, JsonCells {

    List<String> columns();

    String text(String column);

    Optional<String> find(String column);

    /** What stands in a column, as JSON. */
    JsonNode value(String column);

    /** The whole row, as JSON, not to be changed. */
    JsonNode row();
}

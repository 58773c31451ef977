package io.llmops.core.dataset;

/**
 * Where a row is. Immutable.
 *
 * @param source the file or resource
 * @param line the physical line, counted from 1
 * @param number the number of the row, counted from 1
 */
record Place(String source, long line, long number) {

    DataException error(String problem) {
        return DataException.at(source, line, problem);
    }

    DataException empty(String column) {
        return error("column " + Excerpt.of(column) + " is empty");
    }

    DataException error(String problem, Throwable cause) {
        return DataException.at(source, line, problem, cause);
    }
}

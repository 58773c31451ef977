package io.llmops.core.dataset;

import java.util.function.Function;

/**
 * Reads a file of rows into a {@link Dataset}. Set the options first, each a {@code withX} that returns a changed copy;
 * then say which columns are the input and the reference.
 *
 * <pre>{@code
 * Dataset<String, String> tickets =
 *         Datasets.csv(Path.of("tickets.csv")).withId("ticket").withTags("language").labels("text", "intent");
 * Dataset<Question, Double> sums =
 *         Datasets.jsonl("classpath:sums.jsonl").read(row -> row.as(Question.class), row -> row.value("sum", Double.class));
 * }</pre>
 *
 * <p>The file is read at once, unless {@link #streamed()} says otherwise, and whatever is wrong with it is a
 * {@link DataException} that names the line. Immutable.
 */
public sealed interface DatasetReader permits TableReader, JsonReader {

    /**
     * Returns this reader with another name for its dataset.
     *
     * @param name what reports call the dataset; without this, the name of the file
     * @return the changed copy
     */
    DatasetReader withName(String name);

    /**
     * Returns this reader with ids from a column. Without this, an example's id is the number of its row, counted
     * from 1. Ids are kept in memory while a file is read, to refuse the second of two equal ones.
     *
     * @param column the column
     * @return the changed copy
     */
    DatasetReader withId(String column);

    /**
     * Returns this reader with tags from columns, which are named like them; where a column is blank there is no tag.
     *
     * @param columns the columns
     * @return the changed copy
     */
    DatasetReader withTags(String... columns);

    /**
     * Returns this reader with another limit to the length of a field. A file that exceeds it is taken to be broken.
     *
     * @param characters the most {@code char}s in one field; without this, a million
     * @return the changed copy
     * @throws IllegalArgumentException if not positive
     */
    DatasetReader withMaxFieldLength(int characters);

    /**
     * Returns this reader with another limit to the length of a row. A file that exceeds it is taken to be broken.
     *
     * @param characters the most {@code char}s in one row; without this, ten million
     * @return the changed copy
     * @throws IllegalArgumentException if not positive
     */
    DatasetReader withMaxRowLength(int characters);

    /**
     * Returns this reader making datasets that are read off the file each time they are gone through, and never kept in
     * memory. What is wrong with the file comes to light when that row is reached.
     *
     * @return the changed copy
     */
    DatasetReader streamed();

    /**
     * Returns the dataset of the file.
     *
     * @param input makes a row's input
     * @param reference makes a row's reference
     * @param <I> the type of the inputs
     * @param <R> the type of the references
     * @return the dataset
     * @throws DataException if the file is not what it should be
     */
    <I, R> Dataset<I, R> read(Function<? super Row, ? extends I> input, Function<? super Row, ? extends R> reference);

    /**
     * Returns the dataset of a file without right answers.
     *
     * @param input makes a row's input
     * @param <I> the type of the inputs
     * @return the dataset
     * @throws DataException if the file is not what it should be
     */
    default <I> Dataset<I, NoReference> read(Function<? super Row, ? extends I> input) {
        return read(input, row -> NoReference.NONE);
    }

    /**
     * Returns the dataset of texts and labels.
     *
     * @param text the column of the text, which may be empty
     * @param label the column of the label, which may not be blank
     * @return the dataset
     * @throws DataException if the file is not what it should be
     */
    default Dataset<String, String> labels(String text, String label) {
        return read(row -> row.text(text), row -> row.label(label));
    }

    /**
     * Returns the dataset of texts without right answers.
     *
     * @param text the column of the text, which may be empty
     * @return the dataset
     * @throws DataException if the file is not what it should be
     */
    default Dataset<String, NoReference> unlabelled(String text) {
        return read(row -> row.text(text));
    }
}

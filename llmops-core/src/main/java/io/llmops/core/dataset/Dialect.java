package io.llmops.core.dataset;

/**
 * How a table is written. Immutable.
 *
 * @param delimiter what is between two fields
 * @param quotes whether a field that begins with a quote is quoted
 * @param looseQuotes whether a field that does not begin with a quote may contain one
 */
record Dialect(char delimiter, boolean quotes, boolean looseQuotes) {

    /** RFC 4180. */
    static final Dialect CSV = new Dialect(',', true, false);

    /** RFC 4180 with tabs; many write quotes inside fields, where only a delimiter needs quoting. */
    static final Dialect TSV = new Dialect('\t', true, true);

    Dialect {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException(
                    "expected a delimiter other than a quote or a line end, found " + Excerpt.of(delimiter));
        }
    }

    Dialect withDelimiter(char other) {
        return new Dialect(other, quotes, looseQuotes);
    }

    Dialect withoutQuotes() {
        return new Dialect(delimiter, false, true);
    }
}

package io.llmops.core.dataset;

/**
 * How long things in a file may get before it is taken to be broken. Immutable.
 *
 * @param field characters in one field
 * @param row characters in one row
 */
record Limits(int field, int row) {

    static final Limits STANDARD = new Limits(1_000_000, 10_000_000);

    Limits {
        if (field < 1 || row < 1) {
            throw new IllegalArgumentException(
                    "expected limits of 1 character or more, found " + field + " a field and " + row + " a row");
        }
    }

    Limits withField(int characters) {
        return new Limits(characters, row);
    }

    Limits withRow(int characters) {
        return new Limits(field, characters);
    }

    String fieldTooLong() {
        return "expected fields of at most " + field + " characters, found a longer one;"
                + " withMaxFieldLength raises the limit";
    }

    String rowTooLong() {
        return "expected rows of at most " + row + " characters, found a longer one;"
                + " withMaxRowLength raises the limit";
    }
}

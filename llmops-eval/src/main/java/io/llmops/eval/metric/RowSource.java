package io.llmops.eval.metric;

/** Where the rows of a metric come from: numbers as they are, labels by their codes. */
interface RowSource<O, R> {

    boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels);

    boolean readBest(Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels);

    static <O, R> RowSource<O, R> ofNumbers(RowReader<O, R> reader) {
        return new RowSource<>() {
            @Override
            public boolean read(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels) {
                return reader.read(observation, into);
            }

            @Override
            public boolean readBest(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels) {
                return reader.readBest(observation, into);
            }
        };
    }

    static <O, R> RowSource<O, R> ofLabels(LabelReader<O, R> reader) {
        return new RowSource<>() {
            @Override
            public boolean read(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels) {
                var read = new String[into.length];
                var found = reader.read(observation, read);
                for (var i = 0; found && i < read.length; i++) {
                    into[i] = labels.code(read[i]);
                }
                return found;
            }

            @Override
            public boolean readBest(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, LabelCodes labels) {
                return false;
            }
        };
    }
}

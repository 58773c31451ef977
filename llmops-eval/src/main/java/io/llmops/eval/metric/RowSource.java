package io.llmops.eval.metric;

/** Where the rows of a metric come from: numbers as they are, labels by their numbers. */
interface RowSource<O, R> {

    boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels);

    boolean readBest(Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels);

    static <O, R> RowSource<O, R> of(RowReader<O, R> reader) {
        return new RowSource<>() {
            @Override
            public boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels) {
                return reader.read(observation, into);
            }

            @Override
            public boolean readBest(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels) {
                return reader.readBest(observation, into);
            }
        };
    }

    static <O, R> RowSource<O, R> of(LabelReader<O, R> reader) {
        return new RowSource<>() {
            @Override
            public boolean read(Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels) {
                var read = new String[into.length];
                var found = reader.read(observation, read);
                for (var i = 0; found && i < read.length; i++) {
                    into[i] = labels.number(read[i]);
                }
                return found;
            }

            @Override
            public boolean readBest(
                    Observation<?, ? extends O, ? extends R> observation, double[] into, Labels labels) {
                return false;
            }
        };
    }
}

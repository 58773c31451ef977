package io.llmops.preprocess.dedup;

import io.llmops.preprocess.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of a test set, and where each stands in the training data. A run that many test examples share is kept once, and
 * of a run that many training documents share the first ten are: so the work grows as the tokens do. A hash that is found is
 * compared word by word. Not safe for use by many threads.
 */
final class NgramIndex {

    private static final int MOST_PLACES = 10;

    /** Where a run stands in the training data: the document, its number there, its characters. */
    private record Place(String id, int document, int at, Span span) {}

    /** A run, at one of the places where it stands in the test set. */
    private record Ngram(TokenizedExample example, int at, List<Place> places) {}

    /** The same words in both, from one place to another, and where that is in the test example. */
    private record Run(Place first, Place last, int at) {

        int steps() {
            return last.at - first.at;
        }

        boolean goesOnAt(Place place) {
            return place.document == last.document && place.at == last.at + 1;
        }
    }

    private final int length;
    private final List<TokenizedExample> tests = new ArrayList<>();
    private final Map<Long, Ngram> ngrams = new HashMap<>();
    private int documents;

    NgramIndex(int length) {
        this.length = length;
    }

    void addTest(TokenizedExample example) {
        tests.add(example);
        for (var at = 0; at < example.runs(length); at++) {
            ngrams.putIfAbsent(hash(example, at), new Ngram(example, at, new ArrayList<>(0)));
        }
    }

    void addTraining(TokenizedExample example) {
        for (var at = 0; at < example.runs(length); at++) {
            var ngram = ngrams.get(hash(example, at));
            if (ngram != null && isNew(ngram.places) && example.hasSameRun(at, ngram.example, ngram.at, length)) {
                ngram.places.add(new Place(example.id(), documents, at, span(example, at, length)));
            }
        }
        documents++;
    }

    private boolean isNew(List<Place> places) {
        return places.isEmpty() || (places.size() < MOST_PLACES && places.get(places.size() - 1).document != documents);
    }

    private long hash(TokenizedExample example, int at) {
        return Hash.of(example.hashes(), at, length);
    }

    private static Span span(TokenizedExample example, int at, int tokens) {
        return new Span(
                example.tokens().get(at).start(),
                example.tokens().get(at + tokens - 1).end());
    }

    ContaminationReport report() {
        var leaks = new ArrayList<Leak>();
        var tooShort = 0;
        for (var test : tests) {
            tooShort += test.runs(length) == 0 ? 1 : 0;
            leak(test, leaks);
        }
        return new ContaminationReport(length, tests.size(), tooShort, leaks);
    }

    private void leak(TokenizedExample test, List<Leak> leaks) {
        var runs = new ArrayList<Run>();
        var running = List.<Run>of();
        var covered = 0;
        var coveredTo = 0;
        for (var at = 0; at < test.runs(length); at++) {
            var places = places(test, at);
            if (!places.isEmpty()) {
                covered += at + length - Math.max(coveredTo, at);
                coveredTo = at + length;
            }
            running = extend(running, places, at, runs);
        }
        runs.addAll(running);
        if (covered > 0) {
            leaks.add(new Leak(test.id(), (double) covered / test.hashes().length, overlaps(test, runs)));
        }
    }

    private List<Place> places(TokenizedExample test, int at) {
        var ngram = ngrams.get(hash(test, at));
        return ngram == null || !test.hasSameRun(at, ngram.example, ngram.at, length) ? List.of() : ngram.places;
    }

    /** Returns the runs that go on at a place; those that do not are done. */
    private static List<Run> extend(List<Run> running, List<Place> places, int at, List<Run> done) {
        var goOn = new ArrayList<Run>(places.size());
        var ended = new ArrayList<>(running);
        for (var place : places) {
            var before = ended.stream().filter(run -> run.goesOnAt(place)).findFirst();
            before.ifPresent(ended::remove);
            goOn.add(new Run(
                    before.map(Run::first).orElse(place),
                    place,
                    before.map(Run::at).orElse(at)));
        }
        done.addAll(ended);
        return goOn;
    }

    private List<Leak.Overlap> overlaps(TokenizedExample test, List<Run> runs) {
        return runs.stream()
                .sorted(Comparator.comparingInt((Run run) -> -run.steps()).thenComparingInt(Run::at))
                .limit(MOST_PLACES)
                .map(run -> {
                    var inTest = span(test, run.at, run.steps() + length);
                    var inTraining = new Span(run.first.span.start(), run.last.span.end());
                    return new Leak.Overlap(run.first.id, inTest, inTraining, inTest.of(test.input()));
                })
                .toList();
    }
}

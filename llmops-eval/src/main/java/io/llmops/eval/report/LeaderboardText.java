package io.llmops.eval.report;

import io.llmops.eval.compare.Candidate;
import io.llmops.eval.compare.Correction;
import io.llmops.eval.compare.Leaderboard;
import io.llmops.eval.compare.ModelCard;
import io.llmops.eval.compare.Standing;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** A leaderboard as text, within 100 columns. */
final class LeaderboardText {

    private static final String UNKNOWN = "–";

    private LeaderboardText() {}

    static String of(Leaderboard<?, ?> board) {
        var table = new TextTable(List.of(
                "by " + board.metric(),
                "place",
                "value",
                "interval",
                "ties",
                "per 1,000",
                "median",
                "size",
                "context",
                ""));
        board.standings().forEach(standing -> table.add(row(standing)));
        var pick = board.pick();
        return String.join("\n", table.lines())
                + "\nthose that share a letter cannot be told apart; p adjusted by " + words(board.correction())
                + "; * nobody is as good, as cheap and as quick\npick: "
                + Shown.of(pick.candidate().name(), 40) + ": " + pick.reason() + "\n";
    }

    private static List<String> row(Standing<?, ?> standing) {
        Candidate<?, ?> candidate = standing.candidate();
        var model = candidate.model();
        return List.of(
                candidate.name(),
                Integer.toString(standing.place()),
                Numerals.of(standing.value().value()),
                standing.value()
                        .interval()
                        .map(interval -> Numerals.of(interval))
                        .orElse(UNKNOWN),
                standing.groups(),
                candidate
                        .costPerThousand()
                        .map(cost -> cost.round(new MathContext(3)).toPlainString())
                        .orElse(UNKNOWN),
                candidate.medianTime().map(Numerals::time).orElse(UNKNOWN),
                model.map(ModelCard::billionParameters)
                        .filter(size -> size.isPresent())
                        .map(size -> String.format(Locale.ROOT, "%s B", size.getAsDouble()))
                        .orElse(UNKNOWN),
                model.map(ModelCard::contextWindow)
                        .filter(window -> window.isPresent())
                        .map(window -> Numerals.count(window.getAsInt()))
                        .orElse(UNKNOWN),
                standing.onFront() ? "*" : "");
    }

    private static String words(Correction correction) {
        return correction == Correction.HOLM ? "Holm" : "Benjamini and Hochberg";
    }
}

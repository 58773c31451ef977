package io.llmops.eval.metric.text;

import io.llmops.eval.golden.GoldenCase;
import io.llmops.eval.golden.GoldenChecker;
import io.llmops.eval.golden.GoldenChecks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** sacreBLEU's tokenizers. */
public final class MtTokenizersGolden implements GoldenChecker {

    @Override
    public void check(GoldenCase golden, GoldenChecks checks) {
        var text = golden.input().get("text").textValue();
        for (var tokenizer : List.of(BleuTokenizer.V13A, BleuTokenizer.INTERNATIONAL, BleuTokenizer.CHINESE)) {
            checks.that(joined(tokenizer::tokens, text), tokenizer.signature());
        }
        // the file keeps white space as characters, which BLEU drops when it cuts the line
        checks.that(
                () -> BleuTokenizer.CHARACTER
                                .tokens(text)
                                .equals(Words.of(golden.expected().get("char").textValue()))
                        ? golden.expected().get("char").textValue()
                        : BleuTokenizer.CHARACTER.tokens(text).toString(),
                "char");
        checks.that(joined(new TercomTokenizer(false, false, true, false)::tokens, text), "tercom_default");
        checks.that(joined(new TercomTokenizer(false, true, true, false)::tokens, text), "tercom_normalized");
        checks.that(joined(new TercomTokenizer(false, false, false, false)::tokens, text), "tercom_no_punct");
        checks.that(joined(new TercomTokenizer(false, true, true, true)::tokens, text), "tercom_asian_normalized");
    }

    private static Callable<String> joined(Function<String, List<String>> tokenizer, String text) {
        return () -> String.join(" ", tokenizer.apply(text));
    }
}

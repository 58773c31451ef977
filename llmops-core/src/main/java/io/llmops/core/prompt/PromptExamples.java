package io.llmops.core.prompt;

import io.llmops.core.Fingerprint;
import io.llmops.core.dataset.Example;
import java.util.List;

/** Examples a template shows the model: each a value for the variable, and the answer to it. */
record PromptExamples(String variable, List<Example<String, String>> examples) {

    PromptExamples {
        examples = List.copyOf(examples);
    }

    void addTo(Fingerprint.Hasher hasher) {
        hasher.add(variable).add(examples.size());
        examples.forEach(example -> hasher.add(example.input()).add(example.reference()));
    }
}

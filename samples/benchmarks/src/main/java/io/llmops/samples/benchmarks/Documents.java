package io.llmops.samples.benchmarks;

import io.llmops.core.dataset.Example;
import io.llmops.samples.supportdesk.SupportDesk;
import java.util.ArrayList;
import java.util.List;

/** Texts to work on: the samples' support messages, joined to documents of about 1,000 characters. */
final class Documents {

    private static final int LENGTH = 1_000;

    private Documents() {}

    static List<String> of(int count) {
        var messages = SupportDesk.tickets().stream().map(Example::input).toList();
        var documents = new ArrayList<String>();
        var next = 0;
        while (documents.size() < count) {
            var document = new StringBuilder();
            while (document.length() < LENGTH) {
                document.append(messages.get(next++ * 7 % messages.size())).append('\n');
            }
            documents.add(document.toString());
        }
        return documents;
    }
}

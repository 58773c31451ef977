package io.llmops.samples.peers;

import io.llmops.samples.benchmarks.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same jobs by Tribuo (the report on labels), by the evaluation module of Quarkus LangChain4j (cases through a
 * function and an exact match) and by Spring AI's evaluator (answers judged by a model), in one process, in turn.
 * Argument: the folder to write {@code peers.md} to.
 */
public final class Peers {

    private Peers() {}

    /**
     * Runs them.
     *
     * @param arguments where to
     * @throws Exception if a job fails or the table can't be written
     */
    public static void main(String... arguments) throws Exception {
        var table = new ResultTable();
        table.add(TribuoPeer.lines());
        table.add(QuarkusPeer.lines());
        table.add(SpringPeer.lines());
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("peers.md"), table.markdown());
        System.out.println(table.markdown());
    }
}

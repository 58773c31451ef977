package io.llmops.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER = "89abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    private void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void readsALooseBranchFromADirectoryBelow() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");
        write("module/src/file", "");

        assertThat(GitCommit.of(directory.resolve("module/src"))).contains(COMMIT);
    }

    @Test
    void readsADetachedHead() throws IOException {
        write(".git/HEAD", COMMIT + "\n");

        assertThat(GitCommit.of(directory)).contains(COMMIT);
    }

    @Test
    void readsABranchThatIsPacked() throws IOException {
        write(".git/HEAD", "ref: refs/heads/feature/main\n");
        write(
                ".git/packed-refs",
                "# pack-refs with: peeled fully-peeled sorted\n" + OTHER + " refs/heads/main\n" + COMMIT
                        + " refs/heads/feature/main\n^" + OTHER + "\n");

        assertThat(GitCommit.of(directory)).contains(COMMIT);
    }

    @Test
    void readsTheBranchOfAWorktreeFromTheRepositoryItBelongsTo() throws IOException {
        write("repository/.git/refs/heads/topic", COMMIT);
        write("repository/.git/worktrees/topic/HEAD", "ref: refs/heads/topic");
        write("repository/.git/worktrees/topic/commondir", "../..\n");
        write("topic/.git", "gitdir: " + directory.resolve("repository/.git/worktrees/topic") + "\n");

        assertThat(GitCommit.of(directory.resolve("topic"))).contains(COMMIT);
    }

    @Test
    void isEmptyWhereNothingCanBeKnown() throws IOException {
        write("unborn/.git/HEAD", "ref: refs/heads/main");
        write("broken/.git/HEAD", "\uFFFF\u0000");
        write("empty/.git/objects/x", "");
        write("escaping/.git/HEAD", "ref: ../../outside");
        write("outside", COMMIT);

        for (var repository : new String[] {"unborn", "broken", "empty", "escaping"}) {
            assertThat(GitCommit.of(directory.resolve(repository)))
                    .as(repository)
                    .isEmpty();
        }
    }
}

package dev.drydock.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CommitIdentity;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitException;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.LocalRepository;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBranchesTest {
    @TempDir
    Path temp;

    private LocalBranches.Outcome write(GitCommand git, RequestOptions options, boolean dryRun) {
        CommitIdentity drydock = new CommitIdentity("Drydock", "drydock@example.org");
        BranchCommitter.Settings settings =
                new BranchCommitter.Settings(drydock, drydock, false, Optional.empty(), Clock.systemUTC());
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ChangeSet changes = PullRequestServiceTest.find(HeadFiles.of(local.repository(), local.head()));
            return new LocalBranches(local, settings, options)
                    .write(local.head(), changes, dryRun)
                    .get(0);
        } catch (GitException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBranchIsMadeKeptRebuiltAndNeverTakenFromPeople() {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM node:18\n").commitAll("first");
        assertThat(write(git, RequestOptions.USUAL, true).written()).isTrue();
        assertThat(git.run("branch", "--format=%(refname:short)")).isEqualTo("main");
        git.write("Dockerfile", "FROM dirty\n");
        LocalBranches.Outcome made = write(git, RequestOptions.USUAL, false);
        assertThat(made.message()).startsWith("made at ");
        assertThat(made.warnings())
                .containsExactly("Dockerfile has changes in the work tree that the branch does not have");
        assertThat(git.run("show", "drydock/fixes:Dockerfile")).isEqualTo("FROM node:18.20");
        assertThat(write(git, RequestOptions.USUAL, false).message()).isEqualTo("up to date");
        git.run("checkout", "-q", "Dockerfile");
        git.write("other", "x").commitAll("second");
        assertThat(write(git, RequestOptions.USUAL, false).message()).startsWith("rebuilt at ");
        git.run("checkout", "-q", "drydock/fixes");
        LocalBranches.Outcome checkedOut = write2(git);
        assertThat(checkedOut.message()).startsWith("is checked out");
        git.write("mine", "x").commitAll("Mine");
        git.run("checkout", "-q", "main");
        LocalBranches.Outcome foreign = write(git, RequestOptions.USUAL, false);
        assertThat(foreign.written()).isFalse();
        assertThat(foreign.message()).contains("\"Mine\" by A Person");
        assertThat(write(git, Choices.forceUpdate(), false).written()).isTrue();
        assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    }

    /** On the branch itself the Dockerfile is repaired; the change of main stands for what would be found. */
    private LocalBranches.Outcome write2(GitCommand git) {
        CommitIdentity drydock = new CommitIdentity("Drydock", "drydock@example.org");
        BranchCommitter.Settings settings =
                new BranchCommitter.Settings(drydock, drydock, false, Optional.empty(), Clock.systemUTC());
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ChangeSet changes = PullRequestServiceTest.find(HeadFiles.of(local.repository(), local.commit("main")));
            return new LocalBranches(local, settings, RequestOptions.USUAL)
                    .write(local.commit("main"), changes, false)
                    .get(0);
        } catch (GitException e) {
            throw new AssertionError(e);
        }
    }
}

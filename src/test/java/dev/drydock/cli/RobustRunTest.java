package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run over many projects does where they meet, or where one of them is odd. */
class RobustRunTest {
    private static final String MAINTAINER = "FROM debian:12\nMAINTAINER ops\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "4"})
    void projectsThatWantTheSameIgnoreFileGiveTheSameWhateverTheNumberOfJobs(String jobs) throws IOException {
        write("compose.yaml", "services:\n  api:\n    build: {context: ., dockerfile: docker/api/Dockerfile}\n");
        for (String name : new String[] {"api", "web", "job"}) {
            write("docker/" + name + "/Dockerfile", "FROM debian:12\nCOPY src/" + name + " /srv\n");
            write("src/" + name + "/main", "x");
        }
        write("docker/web/id_rsa.pub", "x");

        String patch = CommandCase.in(folder).run("drydock diff -q -j " + jobs).stdout();
        CommandCase.Result fixed = CommandCase.in(folder).run("drydock fix -q -t none -j " + jobs);
        Map<String, String> after = contents();
        CommandCase.Result again = CommandCase.in(folder).run("drydock fix -q -t none -j " + jobs);

        assertThat(fixed.stderr()).isEmpty();
        assertThat(fixed.exit()).isZero();
        assertThat(patch).contains("b/.dockerignore");
        assertThat(after.get(".dockerignore")).startsWith("# Version control\n.git\n");
        assertThat(again.stderr()).isEmpty();
        assertThat(contents()).isEqualTo(after);
    }

    @Test
    void aConfigurationDoesNotExtendWhatLiesOutsideOfItsRepository(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("x.yaml"), "safety: vT9-kq2-wolf\n");
        Files.createDirectory(folder.resolve(".git"));
        write("Dockerfile", MAINTAINER);
        write("a/.drydock.yaml", "extends: " + outside + "\n");
        write("a/Dockerfile", MAINTAINER);
        write("b/.drydock.yaml", "extends: near.yaml\n");
        Files.createSymbolicLink(folder.resolve("b/near.yaml"), outside);
        write("b/Dockerfile", MAINTAINER);
        Files.createDirectory(folder.resolve("c"));
        Files.createSymbolicLink(folder.resolve("c/.drydock.yaml"), outside);
        write("c/Dockerfile", MAINTAINER);

        for (String command : new String[] {"check", "diff", "fix", "checklist"}) {
            CommandCase.Result result = CommandCase.in(folder).run("drydock " + command);
            assertThat(result.exit()).as(command).isEqualTo(2);
            assertThat(result.stdout() + result.stderr()).as(command).doesNotContain("vT9");
            assertThat(result.stderr().lines().filter(line -> line.startsWith("drydock: error: ")))
                    .as(command)
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("not there, or not in the repository"),
                            line -> assertThat(line).endsWith("not there, or not in the repository"),
                            line -> assertThat(line).endsWith("c/.drydock.yaml: cannot be read"));
            assertThat(result.stdout()).as(command).contains("Dockerfile");
        }
    }

    @Test
    void aLinkToNothingThatNobodyNamedIsNoError() throws IOException {
        write("Dockerfile", MAINTAINER);
        Files.createSymbolicLink(folder.resolve("run.sh"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("x.Dockerfile"), Path.of("x.Dockerfile"));

        assertThat(CommandCase.in(folder).run("drydock check").exit()).isEqualTo(1);
        assertThat(CommandCase.in(folder).run("drydock check run.sh").exit()).isEqualTo(2);
    }

    @Test
    void aFixRemovesWhatAKilledOneLeft() throws IOException {
        write("a/Dockerfile", "FROM scratch\n");
        Path leftover = write("a/.drydock-0123456789abcdef.tmp", "half");
        Path other = write("a/.drydock-mine.tmp", "whole");

        CommandCase.in(folder).run("drydock check");
        assertThat(leftover).exists();
        CommandCase.in(folder).run("drydock fix");
        assertThat(leftover).doesNotExist();
        assertThat(other).exists();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return contents;
    }
}

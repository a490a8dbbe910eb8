package dev.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.engine.FileDelta;
import dev.drydock.project.ProjectPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnifiedDiffTest {
    @TempDir
    Path folder;

    private static String diff(String before, String after) {
        return UnifiedDiff.of(ProjectPath.of("Dockerfile"), Optional.of(before), after);
    }

    @Test
    void aHunkHasThreeLinesOfContext() {
        assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5x\n6\n7\n8\n9\n"))
                .isEqualTo("--- a/Dockerfile\n+++ b/Dockerfile\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+5x\n 6\n 7\n 8\n");
    }

    @Test
    void aMissingNewlineIsMarkedOnItsSide() {
        assertThat(diff("a\nb", "a\nb\n")).endsWith("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
        assertThat(diff("a\n", "b"))
                .isEqualTo("--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n");
        assertThat(diff("x\nb", "y\nb")).endsWith("-x\n+y\n b\n\\ No newline at end of file\n");
    }

    @Test
    void aNewFileComesFromNowhere() {
        assertThat(UnifiedDiff.of(ProjectPath.of("a b/\u00fc"), Optional.empty(), "x\n"))
                .startsWith(
                        "diff --git \"a/a b/\\303\\274\" \"b/a b/\\303\\274\"\nnew file mode 100644\n--- /dev/null\n")
                .endsWith("+++ \"b/a b/\\303\\274\"\t\n@@ -0,0 +1 @@\n+x\n");
    }

    @Test
    void aConfidentialFileIsNotPrinted() {
        FileDelta secret = new FileDelta(ProjectPath.of("secrets/db"), Optional.empty(), "hunter2", true);
        assertThat(UnifiedDiff.of(List.of(secret))).isEqualTo("# new file secrets/db; its content is confidential\n");
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(diff("a\n", "a\n")).isEmpty();
    }

    static List<List<String>> pairs() {
        return List.of(
                List.of("a\nb\n", "a\nc\n"),
                List.of("a\nb", "a\nc"),
                List.of("a\nb\n", "a\nb"),
                List.of("a\nb", "a\nb\n"),
                List.of("", "a\n"),
                List.of("", "a"),
                List.of("a\n", ""),
                List.of("a\r\nb\r\n", "a\r\nc\r\n"),
                List.of("a\r\nb\r\n", "a\nb\n"),
                List.of("a\r\nb", "a\r\nb\r\n"),
                List.of("\uFEFFa\nb\n", "\uFEFFx\nb\n"),
                List.of("a\n\n\nb\n", "a\n\nb\n"),
                List.of("a\u2028b\u0085c\nd\n", "a\u2028b\u0085x\nd\n"),
                List.of("a\rb\nc\n", "a\rx\nc\n"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void gitAppliesIt(List<String> pair) throws Exception {
        assumeTrue(hasGit(), "git is not on the PATH");
        assertThat(applied("some dir/Dockerfile", pair.get(0), pair.get(1))).isEqualTo(pair.get(1));
        assertThat(applied("\u00fc\"\\.Dockerfile", pair.get(0), pair.get(1))).isEqualTo(pair.get(1));
    }

    @Test
    void gitAppliesRandomChanges() throws Exception {
        assumeTrue(hasGit(), "git is not on the PATH");
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 25; i++) {
            String before = randomText(random);
            String after = mutated(before, random);
            assertThat(applied("f", before, after)).isEqualTo(after);
        }
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(60);
        for (int i = 0; i < lines; i++) {
            text.append((char) ('a' + random.nextInt(5))).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return random.nextInt(4) == 0 ? text.append('z').toString() : text.toString();
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        int edits = 1 + random.nextInt(6);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(changed.length() + 1);
            if (random.nextBoolean() || at == changed.length()) {
                changed.insert(at, random.nextBoolean() ? "q\n" : "q");
            } else {
                changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private String applied(String name, String before, String after) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "work");
        Path file = work.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, before);
        String patch = UnifiedDiff.of(ProjectPath.of(name), Optional.of(before), after);
        if (patch.isEmpty()) {
            return before;
        }
        Files.writeString(work.resolve("p.diff"), patch);
        Process git = new ProcessBuilder("git", "apply", "--whitespace=nowarn", "p.diff")
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(git.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(git.exitValue()).as(output + patch).isZero();
        return Files.readString(file);
    }

    static boolean hasGit() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .anyMatch(dir -> !dir.isEmpty() && Files.isExecutable(Path.of(dir, "git")));
    }

    @Test
    void manyEqualLinesDoNotTakeQuadraticSpace() {
        String before = "a\n".repeat(40_000) + "b\n" + "c\n".repeat(40_000);
        String after = "x\n" + "a\n".repeat(40_000) + "c\n".repeat(40_000) + "y\n";
        assertThat(diff(before, after)).contains("+x\n").contains("-b\n").contains("+y\n");
        String allDifferent = "d\n".repeat(90_000);
        assertThat(diff(before, allDifferent)).contains("@@ -1,80001 +1,90000 @@");
    }
}

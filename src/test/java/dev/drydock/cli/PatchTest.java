package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} prints, explanations included, turns the files into what {@code fix} writes when git applies it. */
class PatchTest {
    private static final String RULES = " --select add-to-copy,maintainer-to-label,drop-ssh-port";

    @TempDir
    Path temporary;

    @Test
    void gitAppliesWhatDiffPrints() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Dockerfile", "FROM scratch\nADD a /a\nEXPOSE 22 80\n");
        files.put("crlf/Dockerfile", "FROM scratch\r\nADD a /a\r\nMAINTAINER me\r\n");
        files.put("no-newline/Dockerfile", "FROM scratch\nADD a /a");
        files.put("crlf-no-newline/Dockerfile", "FROM scratch\r\nADD a /a");
        files.put("bom/Dockerfile", "\uFEFFFROM scratch\nADD a /a\n");
        files.put("with blank/caf\u00E9.Dockerfile", "FROM scratch\nADD a /a\n");
        files.put("quote\"d/Dockerfile", "FROM scratch\nADD a /a\n");
        files.put(
                "far-apart/Dockerfile",
                "FROM scratch\nADD a /a\n" + "ENV a=b\n".repeat(30) + "ADD b /b\nMAINTAINER me");
        files.put(
                "near-secrets/Dockerfile",
                "FROM scratch\nENV A_TOKEN=hunter2\nADD a /a\nENV A=b\nENV B_TOKEN=hunter3\nADD b /b\nENV B=c\nENV C_TOKEN=hunter4\n");
        files.put(
                "log-commands/Dockerfile",
                "FROM debian\nADD a /a\nRUN <<E\n::set-output name=x::y\n  ::b::\nE\nENV B=c\nADD b /b\n");
        files.put(
                "heredoc/Dockerfile",
                "FROM debian\nRUN <<E\n::x::\nE\nADD a /a\nRUN <<E\n::x::\n ##[y]\nE\nENV B=c\nADD b /b\n");
        files.put("::stop-commands::x/##[y]/Dockerfile", "FROM scratch\nADD a /a\n");
        for (String command : List.of("diff", "diff --explain", "check -f diff")) {
            Path patched = tree("patched-" + command.replace(' ', '-'), files);
            String patch =
                    CommandCase.in(patched).run("drydock " + command + RULES).stdout();
            Path fixed = tree("fixed-" + command.replace(' ', '-'), files);
            CommandCase.Result fix = CommandCase.in(fixed).run("drydock fix" + RULES);

            assertThat(patch).doesNotContain("hunter").doesNotContain("********");
            assertThat(patch.lines()).noneMatch(line -> line.stripLeading().startsWith("::") || line.contains("##["));
            git(patched, patch, "apply", "--whitespace=nowarn", "-");

            assertThat(fix.exit()).isZero();
            assertThat(CommandCase.snapshot(patched)).isEqualTo(CommandCase.snapshot(fixed));
            assertThat(CommandCase.in(fixed).run("drydock diff -q" + RULES).stdout())
                    .isEmpty();
        }
    }

    @Test
    void aTerminalDoesNotObeyWhatStandsInAFile() throws Exception {
        Path root = tree("terminal", Map.of("Dockerfile", "FROM scratch\n# \u001B]2;pwn\u0007\u202E\nADD a /a\n"));

        String shown =
                CommandCase.in(root).onTerminal().run("drydock diff" + RULES).stdout();
        String exact = CommandCase.in(root).run("drydock diff" + RULES).stdout();

        assertThat(shown).contains(" # \\u001B]2;pwn\\u0007\\u202E").doesNotContain("\u0007");
        assertThat(exact).contains(" # \u001B]2;pwn\u0007\u202E");
    }

    private Path tree(String name, Map<String, String> files) throws IOException {
        Path root = Files.createDirectory(temporary.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    private static void git(Path folder, String input, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add("git");
        builder.command().addAll(List.of(arguments));
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}

package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a program that fails only if something is wrong is asked a question here, which it answers by its exit
 * status. Source: the manuals of GNU coreutils, sed, tar, gzip, GnuPG, OpenSSL, jq, curl and wget, POSIX awk; 2026-11.
 */
final class StatusAnswer {
    /** Letters of options, alone or among others in one word. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("jq", "e"),
            Map.entry("sort", "cC"),
            Map.entry("sha1sum", "c"),
            Map.entry("sha256sum", "c"),
            Map.entry("sha512sum", "c"),
            Map.entry("shasum", "c"),
            Map.entry("gzip", "t"),
            Map.entry("gunzip", "t"),
            Map.entry("bzip2", "t"),
            Map.entry("xz", "t"),
            Map.entry("tar", "d"));

    private static final Set<String> WORDS = Set.of(
            "--exit-status",
            "--check",
            "--test",
            "--diff",
            "--compare",
            "--spider",
            "--verify",
            "--verify-files",
            "-verify",
            "-checkend",
            "-checkhost",
            "-checkip",
            "-checkemail");

    /** Subcommands of openssl that speak to a server or judge. */
    private static final Set<String> JUDGES = Set.of("verify", "s_client", "ocsp", "prime");

    private StatusAnswer() {}

    static boolean isGivenBy(Invocation invocation) {
        String name = invocation.program().orElse("");
        List<ShellWord> words = invocation.arguments();
        // timeout ends what does not end by itself, and says so by its own status.
        return invocation.wrappers().contains("timeout")
                || words.stream().map(ShellWord::literalPrefix).anyMatch(word -> asks(name, word))
                || switch (name) {
                    case "awk", "gawk", "mawk" -> words.stream().anyMatch(StatusAnswer::mayExit);
                    case "sed" -> words.stream().anyMatch(word -> quitsWithStatus(word.text()));
                    case "openssl" ->
                        words.stream()
                                .findFirst()
                                .filter(first -> JUDGES.contains(first.literalPrefix()))
                                .isPresent();
                    default -> false;
                };
    }

    private static boolean asks(String name, String word) {
        String letters = LETTERS.getOrDefault(name, "");
        boolean shorts = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
        return WORDS.contains(word)
                || word.startsWith("--check=")
                || (shorts && word.substring(1).chars().anyMatch(letter -> letters.indexOf(letter) >= 0));
    }

    /** A program in a file, or in a variable, may do so as well. */
    private static boolean mayExit(ShellWord word) {
        return word.text().contains("exit") || word.is("-f") || word.is("--file") || word.hasExpansion();
    }

    /** Finds {@code q} and {@code Q} with a number behind, spaces or none between. */
    private static boolean quitsWithStatus(String text) {
        boolean quit = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quit && Character.isDigit(letter)) {
                return true;
            }
            quit = letter == 'q' || letter == 'Q' || (quit && letter == ' ');
        }
        return false;
    }
}

package dev.drydock.model;

import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonArray;
import dev.drydock.dockerfile.ShellInstruction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells that a Dockerfile builds on Windows: an image, a platform, a shell, or the escape character that leaves the
 * backslash to paths. Paths, quotes, accounts and shells are others there.
 */
public final class WindowsSigns {
    private static final char ESCAPE_OF_WINDOWS = '`';
    /** Shells that no Linux image has; {@code pwsh} runs on both. */
    private static final List<String> SHELLS = List.of("powershell", "cmd");

    private WindowsSigns() {}

    /** Returns the sign in a phrase that names its line, or empty for a file without any. */
    public static Optional<String> of(Build build) {
        for (BuildStage stage : build.stages()) {
            Instruction from = stage.stage().from();
            if (stage.image().isWindows()) {
                return Optional.of("line " + from.line() + " starts from an image for Windows");
            }
            boolean platform = stage.stage()
                    .from()
                    .platform()
                    .flatMap(Flag::value)
                    .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("windows"))
                    .isPresent();
            if (platform) {
                return Optional.of("line " + from.line() + " chooses the platform Windows");
            }
            Optional<ShellInstruction> shell = stage.stage()
                    .instructions(ShellInstruction.class)
                    .filter(found -> isOfWindows(found, stage))
                    .findFirst();
            if (shell.isPresent()) {
                return Optional.of("line " + shell.get().line() + " chooses a shell of Windows");
            }
        }
        boolean escape = build.file().escapeCharacter() == ESCAPE_OF_WINDOWS;
        return escape && (build.stages().stream().anyMatch(stage -> !isLinux(stage)) || namesDrive(build))
                ? Optional.of("its escape character is the one for paths of Windows")
                : Optional.empty();
    }

    private static boolean isOfWindows(ShellInstruction shell, BuildStage stage) {
        String path = shell.exec()
                .map(JsonArray::values)
                .filter(words -> !words.isEmpty())
                .map(words -> words.get(0).toLowerCase(Locale.ROOT).replace('\\', '/'))
                .orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        String program = name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
        boolean likely = !name.equals(program) || program.equals("pwsh");
        return SHELLS.contains(program) || (likely && !isLinux(stage));
    }

    private static boolean isLinux(BuildStage stage) {
        return stage.image().isScratch()
                || stage.facts().filter(facts -> facts.osFamily().isPresent()).isPresent();
    }

    /** Returns whether a drive of Windows stands in the file: a letter, a colon and a backslash. */
    private static boolean namesDrive(Build build) {
        String text = build.file().source().text();
        for (int at = text.indexOf(":\\"); at > 0; at = text.indexOf(":\\", at + 1)) {
            boolean first = at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2));
            if (first && Character.isLetter(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}

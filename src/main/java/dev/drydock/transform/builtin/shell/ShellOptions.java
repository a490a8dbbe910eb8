package dev.drydock.transform.builtin.shell;

import dev.drydock.model.ShellInUse;
import java.util.List;

/** Which options of a SHELL leave a single command alone. */
final class ShellOptions {
    private ShellOptions() {}

    /** Returns whether the shell is a POSIX shell that reads no start files and has no options that would be missed. */
    static boolean leaveCommandsAlone(ShellInUse shell) {
        List<String> words = shell.command();
        return shell.isPosix()
                && words.subList(1, words.size()).stream()
                        .allMatch(word -> word.equals("pipefail") || isHarmless(word));
    }

    private static boolean isHarmless(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && word.substring(1).chars().allMatch(letter -> "ceuo".indexOf(letter) >= 0);
    }
}

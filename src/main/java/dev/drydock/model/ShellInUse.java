package dev.drydock.model;

import java.util.List;

/**
 * The shell that runs the shell form of RUN, CMD and ENTRYPOINT at one place.
 *
 * @param command the words before the script: {@code /bin/sh -c} unless a SHELL instruction says otherwise
 * @param isDefault whether no SHELL instruction applies
 */
public record ShellInUse(List<String> command, boolean isDefault) {
    /** What Docker uses on Linux when nothing is said. */
    static final ShellInUse LINUX_DEFAULT = new ShellInUse(List.of("/bin/sh", "-c"), true);

    static final ShellInUse WINDOWS_DEFAULT = new ShellInUse(List.of("cmd", "/S", "/C"), true);

    public ShellInUse {
        command = List.copyOf(command);
    }

    /** Returns the name of the program without its folder: {@code bash}. */
    public String program() {
        if (command.isEmpty()) {
            return "";
        }
        String path = command.get(0);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns whether scripts are read as POSIX shell: sh, ash, dash, bash or busybox sh, given {@code -c}. */
    public boolean isPosix() {
        return switch (program()) {
            case "sh", "ash", "dash", "bash" ->
                command.subList(1, command.size()).stream()
                        .anyMatch(word -> word.startsWith("-") && !word.startsWith("--") && word.endsWith("c"));
            default -> false;
        };
    }

    /** Returns whether the shell is started with an option: {@code -e}, {@code -u}, {@code -x}, or {@code -o name}. */
    public boolean hasOption(String option) {
        for (int i = 1; i < command.size(); i++) {
            String word = command.get(i);
            if (word.equals(option)
                    || (option.length() == 1
                            && word.startsWith("-")
                            && !word.startsWith("--")
                            && word.contains(option))) {
                return true;
            }
        }
        return false;
    }
}

package dev.drydock.shell.commands;

import java.util.Map;
import java.util.Optional;

/** The commands that run the command in their operands, in the same file system and with the same meaning. */
final class Wrappers {

    /**
     * How such a command reads its words.
     *
     * @param options its own options, which end at the first operand
     * @param operands how many operands stand before the command
     * @param assignments whether {@code NAME=value} words may stand before the command
     */
    record Wrapper(OptionSpec options, int operands, boolean assignments) {}

    private static final Map<String, Wrapper> BY_NAME = Map.ofEntries(
            Map.entry(
                    "sudo",
                    wrapper(
                            0,
                            true,
                            "ugpCrtTUDRh",
                            "user",
                            "group",
                            "prompt",
                            "close-from",
                            "role",
                            "type",
                            "chroot",
                            "chdir",
                            "other-user",
                            "command-timeout",
                            "host")),
            Map.entry("doas", wrapper(0, false, "uC")),
            Map.entry("env", wrapper(0, true, "uC", "unset", "chdir")),
            Map.entry("time", wrapper(0, false, "fo", "format", "output")),
            Map.entry("nice", wrapper(0, false, "n", "adjustment")),
            Map.entry("ionice", wrapper(0, false, "cn", "class", "classdata")),
            Map.entry("nohup", wrapper(0, false, "")),
            Map.entry("setsid", wrapper(0, false, "")),
            Map.entry("exec", wrapper(0, false, "a")),
            Map.entry("command", wrapper(0, false, "")),
            Map.entry("builtin", wrapper(0, false, "")),
            Map.entry("stdbuf", wrapper(0, false, "ioe", "input", "output", "error")),
            Map.entry("timeout", wrapper(1, false, "ks", "kill-after", "signal")),
            Map.entry(
                    "xargs",
                    wrapper(
                            0,
                            false,
                            "adEILnPs",
                            "arg-file",
                            "delimiter",
                            "max-lines",
                            "max-args",
                            "max-procs",
                            "max-chars",
                            "process-slot-var")),
            Map.entry("gosu", wrapper(1, false, "")),
            Map.entry("su-exec", wrapper(1, false, "")),
            Map.entry("eatmydata", wrapper(0, false, "")),
            Map.entry("fakeroot", wrapper(0, false, "lsibf")),
            Map.entry("unbuffer", wrapper(0, false, "")),
            Map.entry("chronic", wrapper(0, false, "")),
            Map.entry("linux32", wrapper(0, false, "")),
            Map.entry("linux64", wrapper(0, false, "")),
            Map.entry("setarch", wrapper(1, false, "")),
            Map.entry("busybox", wrapper(0, false, "")));

    private Wrappers() {}

    private static Wrapper wrapper(int operands, boolean assignments, String shorts, String... longs) {
        return new Wrapper(OptionSpec.of(shorts, longs).untilOperand(), operands, assignments);
    }

    static Optional<Wrapper> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

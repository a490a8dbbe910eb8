package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code pip install}, also as {@code python -m pip}. */
public final class Pip extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "rceiftdwC",
            "requirement",
            "constraint",
            "editable",
            "index-url",
            "extra-index-url",
            "find-links",
            "target",
            "prefix",
            "root",
            "src",
            "trusted-host",
            "proxy",
            "timeout",
            "retries",
            "cache-dir",
            "log",
            "python-version",
            "platform",
            "abi",
            "implementation",
            "only-binary",
            "no-binary",
            "progress-bar",
            "cert",
            "client-cert",
            "exists-action",
            "upgrade-strategy",
            "global-option",
            "install-option",
            "build-option",
            "config-settings",
            "root-user-action",
            "report",
            "python",
            "use-feature",
            "use-deprecated",
            "dest",
            "wheel-dir",
            "keyring-provider");

    private final ShellWord pipWord;

    private Pip(Invocation invocation, List<ShellWord> words, ShellWord pipWord) {
        super(invocation, CommandLineView.of(words, OPTIONS));
        this.pipWord = pipWord;
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Pip> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    /** Accepts {@code pip}, {@code pip3}, {@code pip3.12} and {@code python -m pip}. */
    public static Optional<Pip> from(Invocation invocation) {
        String program = invocation.program().orElse("");
        List<ShellWord> words = invocation.arguments();
        if (isVersionOf("pip", program)) {
            return Optional.of(
                    new Pip(invocation, words, invocation.programWord().orElseThrow()));
        }
        if (isVersionOf("python", program)
                && words.size() > 1
                && words.get(0).is("-m")
                && words.get(1).is("pip")) {
            return Optional.of(new Pip(invocation, words.subList(2, words.size()), words.get(1)));
        }
        return Optional.empty();
    }

    private static boolean isVersionOf(String name, String program) {
        return program.startsWith(name)
                && program.chars().skip(name.length()).allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    @Override
    ShellWord optionAnchor() {
        return subcommandWord().orElse(pipWord);
    }

    /** Returns whether packages are fetched. */
    public boolean installs() {
        return does("install", "download", "wheel");
    }

    /** Returns whether nothing is kept in the cache; pip takes every beginning of an option that only one has. */
    public boolean skipsCache() {
        return line().options().stream()
                .map(CommandLineView.Option::name)
                .anyMatch(name -> name.startsWith("--no-ca") && "--no-cache-dir".startsWith(name));
    }

    /** Returns the files that {@code -r} names. */
    public List<ShellWord> requirementFiles() {
        return line().all("-r", "--requirement").stream()
                .flatMap(option -> option.valueWord().stream())
                .toList();
    }

    /** Returns the packages named on the command line; directories, also with extras, are files. */
    public List<PackageOperand> packages() {
        if (!installs()) {
            return List.of();
        }
        return PackageOperand.all(operands(), "===", "==", "~=", "!=", ">=", "<=", ">", "<", "@").stream()
                .map(operand -> isPath(operand) ? operand.as(PackageOperand.Kind.FILE) : operand)
                .toList();
    }

    private static boolean isPath(PackageOperand operand) {
        return operand.kind() == PackageOperand.Kind.NAME
                && operand.name()
                        .filter(name -> name.startsWith(".") || name.contains("/"))
                        .isPresent();
    }
}

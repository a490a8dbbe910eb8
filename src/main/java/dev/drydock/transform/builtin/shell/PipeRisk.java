package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.Command;
import dev.drydock.shell.CommandContext;
import dev.drydock.shell.Pipeline;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Judges whether a pipe that works today works with {@code pipefail}: no command before the last one fails in a good run.
 * One does if its exit status is an answer ({@code grep}, {@code diff}), or if the next command stops reading before the
 * end ({@code head}), which kills it.
 */
final class PipeRisk {
    /** Commands that fail only if something is wrong, as long as somebody reads all they write. */
    private static final Set<String> WRITERS = Set.of(
            "awk",
            "base64",
            "bzcat",
            "bzip2",
            "cat",
            "curl",
            "cut",
            "date",
            "echo",
            "envsubst",
            "gawk",
            "gpg",
            "gunzip",
            "gzip",
            "jq",
            "mawk",
            "nl",
            "od",
            "openssl",
            "printf",
            "rev",
            "sed",
            "seq",
            "sha1sum",
            "sha256sum",
            "sha512sum",
            "shasum",
            "sort",
            "tail",
            "tar",
            "tee",
            "tr",
            "uname",
            "uniq",
            "wget",
            "xz",
            "xzcat",
            "zcat");

    /** Commands that read to the end. Shells do, unless the script ends itself in the middle. */
    private static final Set<String> READERS = Set.of(
            "apt-key",
            "ash",
            "awk",
            "base64",
            "bash",
            "bsdtar",
            "bunzip2",
            "bzip2",
            "cat",
            "chpasswd",
            "cpio",
            "crontab",
            "cut",
            "dash",
            "debconf-set-selections",
            "envsubst",
            "gawk",
            "gpg",
            "grep",
            "gunzip",
            "gzip",
            "jq",
            "mawk",
            "md5sum",
            "mysql",
            "node",
            "openssl",
            "patch",
            "perl",
            "php",
            "psql",
            "python",
            "python2",
            "python3",
            "ruby",
            "sed",
            "sh",
            "sha1sum",
            "sha256sum",
            "sha512sum",
            "sort",
            "tail",
            "tar",
            "tee",
            "tr",
            "uniq",
            "wc",
            "xargs",
            "xz",
            "zcat");

    /** Commands that succeed unless nobody reads what they write. */
    private static final Set<String> PRINTERS = Set.of("echo", "printf");

    /** Folders that every image of a distribution has. */
    private static final Set<String> PLACES = Set.of(
            "/etc",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/local",
            "/usr/local/bin",
            "/usr/local/lib",
            "/usr/sbin",
            "/usr/share",
            "/var/cache",
            "/var/lib",
            "/var/log");

    private PipeRisk() {}

    /** Returns the pipes of a script: pipelines of more than one command, on any level. */
    static List<Pipeline> pipes(ShellScript script) {
        return script.descendants(Pipeline.class)
                .filter(pipeline -> pipeline.commands().size() > 1)
                .toList();
    }

    /** Returns whether a command in front of a pipe can fail at all, so that somebody gains by noticing. */
    static boolean canFail(Pipeline pipe) {
        List<Command> commands = pipe.commands();
        return commands.subList(0, commands.size() - 1).stream()
                .anyMatch(command -> !(command instanceof SimpleCommand simple
                        && Invocation.of(simple)
                                .program()
                                .filter(PRINTERS::contains)
                                .isPresent()));
    }

    /**
     * Returns why a pipe may fail that does not fail now; empty if it does not.
     *
     * @param asRoot whether its commands surely run as root, who can read every folder
     */
    static Optional<String> of(Pipeline pipe, boolean asRoot) {
        List<Command> commands = pipe.commands();
        for (int i = 0; i < commands.size(); i++) {
            if (!(commands.get(i) instanceof SimpleCommand simple)) {
                return Optional.of("cannot tell what a compound command in a pipe reads and writes");
            }
            Optional<String> risk = of(simple, asRoot, i > 0, i < commands.size() - 1);
            if (risk.isPresent()) {
                return risk;
            }
        }
        CommandContext context = ((SimpleCommand) commands.get(0)).context();
        boolean decides = context.inCondition()
                || context.negated()
                || context.beforeOr()
                || context.afterOr()
                || context.background();
        return decides ? Optional.of("the result of a pipe decides what runs next") : Optional.empty();
    }

    private static Optional<String> of(SimpleCommand command, boolean asRoot, boolean reads, boolean writes) {
        Invocation invocation = Invocation.of(command);
        String name = invocation.program().orElse("");
        if (name.isEmpty()) {
            return Optional.of("which program runs in a pipe is known only in the build");
        }
        boolean writer =
                WRITERS.contains(name) ? !StatusAnswer.isGivenBy(invocation) : asRoot && isSafeFind(name, invocation);
        if (writes && !writer) {
            return Optional.of(name + " may exit non-zero on purpose before the pipe");
        }
        if (writes && ErrorOutput.isDiscarded(command)) {
            return Optional.of(name + " before the pipe may fail: what it complains of is thrown away");
        }
        // xargs reads it all and hands it on as words.
        boolean toTheEnd =
                invocation.hasHiddenOperands() || (READERS.contains(name) && !stopsEarly(name, invocation.arguments()));
        if (reads && !toTheEnd) {
            return Optional.of(name + " behind a pipe may stop reading before the end");
        }
        return Optional.empty();
    }

    /** A search fails if a place is not there, or if what it finds goes away while it looks, as folders do. */
    private static boolean isSafeFind(String name, Invocation invocation) {
        List<String> words =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        List<String> places =
                words.stream().takeWhile(word -> !word.startsWith("-")).toList();
        boolean files = IntStream.range(1, words.size())
                        .anyMatch(i ->
                                words.get(i - 1).equals("-type") && words.get(i).equals("f"))
                || (words.contains("-name") && words.stream().anyMatch(word -> word.startsWith("*.")));
        return name.equals("find")
                // What stands around it may run it as another user.
                && invocation.wrappers().isEmpty()
                && files
                && !places.isEmpty()
                && places.stream().allMatch(PLACES::contains)
                && words.stream()
                        .noneMatch(word -> word.equals("-delete") || word.startsWith("-exec") || word.equals("-quit"));
    }

    private static boolean stopsEarly(String name, List<ShellWord> arguments) {
        return switch (name) {
            case "grep" ->
                arguments.stream()
                        .map(ShellWord::literalPrefix)
                        .anyMatch(word -> word.startsWith("-")
                                && !word.startsWith("--color")
                                && word.chars().anyMatch(letter -> "qmlL".indexOf(letter) >= 0));
            case "sed" ->
                arguments.stream()
                        .anyMatch(word -> word.text().toLowerCase(Locale.ROOT).contains("q"));
            case "awk", "gawk", "mawk" ->
                arguments.stream().anyMatch(word -> word.text().contains("exit"));
            case "sh", "ash", "bash", "dash", "node", "perl", "php", "python", "python2", "python3", "ruby" ->
                !readsProgram(arguments);
            default -> false;
        };
    }

    /** Returns whether an interpreter gets its program from the pipe, not from a word or a file. */
    private static boolean readsProgram(List<ShellWord> arguments) {
        return arguments.stream()
                .findFirst()
                .map(word -> word.is("-")
                        || word.is("-s")
                        || word.is("--")
                        || word.is("-es")
                        || word.is("-x")
                        || word.is("-e"))
                .orElse(true);
    }
}

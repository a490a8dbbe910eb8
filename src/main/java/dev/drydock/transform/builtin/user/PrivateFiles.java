package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Chmod;
import dev.drydock.shell.commands.Chown;
import dev.drydock.shell.commands.Invocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files that come into an image with a mode that keeps everybody but root from reading them, although nobody asks for it. */
final class PrivateFiles {
    /** Commands of openssl whose {@code -out} is a private key, by their manual pages; checked 2026-11. */
    private static final Set<String> KEYS =
            Set.of("genrsa", "genpkey", "gendsa", "ecparam", "rsa", "ec", "pkey", "pkcs8", "pkcs12");

    private static final Set<String> FOLDERS = Set.of(
            "/tmp",
            "/var/tmp",
            "/opt",
            "/srv",
            "/etc",
            "/usr/bin",
            "/usr/sbin",
            "/usr/local/bin",
            "/usr/local/sbin",
            "/bin",
            "/sbin");

    private final BuildStage stage;

    PrivateFiles(BuildStage stage) {
        this.stage = stage;
    }

    /** Returns the private key that a command makes for whoever runs it, unless the file opens it to others. */
    Optional<String> keyOf(RunScript script, SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        List<String> words = invocation.arguments().stream()
                .map(word -> word.staticValue().orElse(""))
                .toList();
        Optional<String> named = Optional.empty();
        if (invocation.runs("openssl") && !words.isEmpty()) {
            named = after(words, "-keyout")
                    .or(() -> KEYS.contains(words.get(0)) ? after(words, "-out") : Optional.empty());
        } else if (invocation.runs("ssh-keygen")) {
            named = after(words, "-f");
        } else if (invocation.runs("mkcert")) {
            named = after(words, "-key-file");
        }
        return named.flatMap(text -> ContainerPath.resolve(stage.workdirAt(script.run()), text))
                .filter(path -> !ContainerPath.isWithin(path, "/root") && !ContainerPath.isWithin(path, "/tmp"))
                .filter(path -> !isOpened(path, false));
    }

    private static Optional<String> after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() && !words.get(at + 1).isEmpty()
                ? Optional.of(words.get(at + 1))
                : Optional.empty();
    }

    /**
     * Returns the file that an ADD fetches from an address and that the container may read: the start, a variable or a program of the
     * search path names it, also where a RUN moved it, or no RUN has to do with it. Such files have the mode 600 (Dockerfile
     * reference, ADD). A program that is made executable for everybody needs no more to be started.
     */
    Optional<String> fetched(Instruction instruction, FileTransfer transfer) {
        return transfer.sources().stream()
                .filter(source -> FileTransfer.isAddress(source.value()))
                .map(source -> stage.expand(source, instruction).orElse(source.value()))
                .flatMap(source -> transfer
                        .destination()
                        .flatMap(argument -> stage.expand(argument, instruction))
                        .map(target -> isFolder(target, stage.workdirAt(instruction))
                                ? target + "/" + source.substring(source.lastIndexOf('/') + 1)
                                : target)
                        .flatMap(target -> ContainerPath.resolve(stage.workdirAt(instruction), target))
                        .stream())
                .filter(this::mayBeReadLater)
                .findFirst();
    }

    /** A target without a slash at its end is a file, unless it is a directory that images have. */
    private static boolean isFolder(String target, Optional<String> workdir) {
        return target.endsWith("/")
                || target.endsWith(".")
                || FOLDERS.contains(target)
                || workdir.filter(target::equals).isPresent();
    }

    private boolean mayBeReadLater(String path) {
        Set<String> places = new LinkedHashSet<>(Set.of(path));
        boolean used = false;
        boolean removed = false;
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Invocation invocation = Invocation.of(command);
                List<String> named = invocation.arguments().stream()
                        .filter(word -> !word.literalPrefix().startsWith("-"))
                        .flatMap(word -> word.valueWith(name -> stage.variableAt(name, script.run())).stream())
                        .flatMap(text -> ContainerPath.resolve(stage.workdirAt(script.run()), text).stream())
                        .toList();
                boolean concerns = named.stream().anyMatch(places::contains);
                used |= concerns;
                removed |= concerns && invocation.runs("rm");
                if (concerns && invocation.runs("mv", "cp", "ln") && named.size() == 2) {
                    String target = named.get(1);
                    places.add(target);
                    places.add(target + "/" + path.substring(path.lastIndexOf('/') + 1));
                }
                if (concerns && invocation.runs("install")) {
                    return false;
                }
            }
        }
        boolean named = places.stream().anyMatch(this::isNamed);
        return (named || !(used || removed)) && places.stream().noneMatch(place -> isOpened(place, isProgram(place)));
    }

    private static boolean isProgram(String path) {
        return path.lastIndexOf('.') <= path.lastIndexOf('/');
    }

    private boolean isNamed(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean onSearchPath = path.contains("/bin/") || path.contains("/sbin/");
        Stream<String> start = Stream.concat(
                stage.startCommand().words().stream(),
                stage.startCommand().scripts().stream()
                        .flatMap(ShellScript::simpleCommands)
                        .flatMap(command -> command.words().stream())
                        .map(ShellWord::literalPrefix));
        return Stream.concat(
                        start,
                        stage.history(EnvInstruction.class)
                                .flatMap(environment -> environment.pairs().stream())
                                .flatMap(pair -> pair.value().map(Argument::value).stream()))
                .anyMatch(word -> word.contains(path) || (onSearchPath && word.equals(name)));
    }

    private boolean isOpened(String path, boolean executableIsEnough) {
        return stage.inheritedScripts().stream()
                .anyMatch(script -> script.commands().stream().anyMatch(command -> {
                    Optional<Chmod> chmod = Chmod.from(command);
                    Optional<String> mode = chmod.flatMap(Chmod::mode).flatMap(ShellWord::staticValue);
                    boolean opens = mode.filter(text -> isReadable(text) || (executableIsEnough && isExecutable(text)))
                            .isPresent();
                    List<ShellWord> words = opens
                            ? chmod.get().paths()
                            : Chown.from(command).map(Chown::paths).orElse(List.of());
                    return words.stream()
                            .flatMap(word ->
                                    ContainerPath.resolve(stage.workdirAt(script.run()), word.literalPrefix()).stream())
                            .anyMatch(place -> ContainerPath.isWithin(path, place));
                }));
    }

    /** Whether a mode in letters lets everybody run a program: {@code +x}, not {@code u+x}. */
    private static boolean isExecutable(String mode) {
        return mode.indexOf('x') >= 0 && (mode.charAt(0) != 'u' || mode.indexOf('o') > 0);
    }

    private static boolean isReadable(String mode) {
        boolean octal = mode.length() >= 3 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        return octal
                ? !FileModes.isPrivate(mode)
                : (mode.charAt(0) != 'u' || mode.indexOf('o') > 0)
                        && mode.indexOf('r') > Math.max(mode.indexOf('+'), mode.indexOf('='))
                        && mode.indexOf('-') < 0;
    }
}

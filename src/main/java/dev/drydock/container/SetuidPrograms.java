package dev.drydock.container;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.shell.commands.Zypper;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds programs of a container that get more privileges than who starts them: by a setuid bit, by capabilities of their file,
 * or because they start containers. Without SETUID and SETGID they cannot change the user, with no_new_privs they stay who
 * starts them, and what they start may write anywhere: whoever takes rights away asks here first.
 */
final class SetuidPrograms {
    /** Programs that do nothing without their setuid bit. */
    private static final Set<String> PROGRAMS = Set.of(
            "sudo", "doas", "fusermount", "fusermount3", "pkexec", "newuidmap", "newgidmap", "sudoedit", "firejail");

    /** Packages that are installed for such a program, and what it is. */
    private static final Set<String> PACKAGES = Set.of(
            "sudo",
            "doas",
            "opendoas",
            "doas-sudo-shim",
            "fuse",
            "fuse3",
            "policykit-1",
            "pkexec",
            "polkit",
            "uidmap",
            "shadow-uidmap",
            "firejail");

    /** Packages whose programs run containers. */
    private static final Set<String> ENGINE_PACKAGES = Set.of(
            "docker-ce",
            "docker-engine",
            "moby-engine",
            "containerd.io",
            "podman",
            "podman-docker",
            "buildah",
            "cri-o",
            "docker-ce-rootless-extras",
            "rootlesskit");

    private static final Set<String> ENGINES = Set.of(
            "dockerd",
            "containerd",
            "podman",
            "buildah",
            "buildkitd",
            "rootlesskit",
            "dockerd-rootless.sh",
            "dockerd-entrypoint.sh",
            "k3s",
            "crio");

    /** Variables by which images give their user sudo: those of LinuxServer.io, Jupyter, devcontainers and desktops; November 2026. */
    private static final List<String> SUDO_VARIABLES = List.of(
            "SUDO_PASSWORD",
            "SUDO_PASSWORD_HASH",
            "SUDO_PASSWORD_FILE",
            "FILE__SUDO_PASSWORD",
            "SUDO_ACCESS",
            "GRANT_SUDO",
            "ENABLE_SUDO",
            "USER_SUDO");

    private static final Set<String> OFF = Set.of("no", "false", "0", "off", "none");

    private static final int MOST_DIRECTORIES = 8;
    private static final String OVERLAY = "s6-overlay";

    private final Container container;
    private final Optional<ImageFacts> facts;

    SetuidPrograms(Container container) {
        this.container = container;
        this.facts = container.image().facts();
    }

    /** Returns why the container has to keep what it has, or empty. */
    Optional<String> reason() {
        return ofStart()
                .or(this::ofVariables)
                .or(this::ofFacts)
                .or(this::ofOverlay)
                .or(() -> container.image() instanceof ContainerImage.Built built
                        ? ofStage(built.stage()).or(() -> ofBuildScripts(built)).or(() -> ofScripts(built))
                        : Optional.empty());
    }

    private Optional<String> ofStart() {
        if (container.start().isEmpty()) {
            return Optional.empty();
        }
        Start start = container.start().get();
        Stream<String> words = start.words().stream().map(RootPrograms::name);
        Stream<String> programs = start.scripts().stream().flatMap(SetuidPrograms::programs);
        return Stream.concat(words, programs)
                .flatMap(name -> reasonOfProgram(name).stream())
                .findFirst()
                .map(reason -> "it is started with " + reason);
    }

    /** Images that give their user sudo ask for it by a variable. */
    private Optional<String> ofVariables() {
        return SUDO_VARIABLES.stream()
                .filter(name -> container.variables().containsKey(name))
                .filter(name ->
                        !OFF.contains(container.variables().get(name).strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> name + " is set, so that people use sudo inside, which needs its setuid bit");
    }

    private static Stream<String> programs(ShellScript script) {
        return script.simpleCommands().flatMap(command -> {
            Invocation invocation = Invocation.of(command);
            List<String> names = new ArrayList<>(invocation.wrappers());
            invocation.program().map(RootPrograms::name).ifPresent(names::add);
            return names.stream();
        });
    }

    /** Returns what a program needs that gets more privileges than who starts it, or empty. */
    static Optional<String> reasonOfProgram(String name) {
        if (PROGRAMS.contains(name)) {
            return Optional.of(name + ", which needs its setuid bit");
        }
        return ENGINES.contains(name) ? Optional.of(name + ", which runs containers itself") : Optional.empty();
    }

    /** What the knowledge base says of the image; what it says of capabilities was looked at together with such programs. */
    private Optional<String> ofFacts() {
        Optional<String> program = facts.stream()
                .flatMap(known -> known.setuidTools().stream())
                .filter(PROGRAMS::contains)
                .findFirst();
        boolean covered = facts.flatMap(ImageFacts::capabilities)
                .filter(needs -> needs.add().containsAll(List.of("SETUID", "SETGID")))
                .isPresent();
        return program.filter(name -> !covered)
                .map(name -> container.image().label() + " uses " + name + " inside, which needs its setuid bit");
    }

    /** The init of s6-overlay becomes root by its own setuid bit where it is started as somebody else (just-containers, 3.x). */
    private Optional<String> ofOverlay() {
        if (!container.isKnownNonRoot()) {
            return Optional.empty();
        }
        boolean known = container.keepsEntrypoint()
                && facts.flatMap(ImageFacts::stepDown)
                        .filter(step -> step.tool().equals("s6")
                                && step.entrypoint().filter("/init"::equals).isPresent())
                        .isPresent();
        boolean built = container.image() instanceof ContainerImage.Built image
                && container.start().stream()
                        .flatMap(start -> start.words().stream().limit(1))
                        .anyMatch("/init"::equals)
                && image.stage().history().stream()
                        .anyMatch(instruction -> instruction.text().contains(OVERLAY));
        return known || built
                ? Optional.of("the init of s6-overlay, which is not started as root, needs its setuid bit")
                : Optional.empty();
    }

    private static Optional<String> ofStage(BuildStage stage) {
        Optional<String> copied = transfers(stage)
                .filter(transfer -> transfer.flag("chmod")
                        .flatMap(flag -> flag.value())
                        .filter(SetuidPrograms::setsSetuid)
                        .isPresent())
                .findFirst()
                .map(transfer -> "a COPY sets a setuid bit");
        if (copied.isPresent()) {
            return copied;
        }
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand command : script.commands()) {
                Optional<String> reason = ofRun(Invocation.of(command), "a RUN");
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<FileTransfer> transfers(BuildStage stage) {
        return stage.history().stream().filter(FileTransfer.class::isInstance).map(FileTransfer.class::cast);
    }

    private static Optional<String> ofRun(Invocation invocation, String who) {
        String program = invocation.program().map(RootPrograms::name).orElse("");
        if (program.equals("setcap")) {
            return Optional.of(who + " marks a program with capabilities of its own (setcap)");
        }
        boolean changesMode = Set.of("chmod", "install", "dpkg-statoverride").contains(program)
                && invocation.arguments().stream()
                        .map(word -> word.literalPrefix())
                        .map(word -> word.startsWith("--mode=") ? word.substring("--mode=".length()) : word)
                        .map(word -> word.startsWith("-m") ? word.substring("-m".length()) : word)
                        .anyMatch(SetuidPrograms::setsSetuid);
        if (changesMode) {
            return Optional.of(who + " sets a setuid bit");
        }
        List<PackageOperand> packages = new ArrayList<>();
        AptGet.from(invocation).filter(AptGet::installs).ifPresent(view -> packages.addAll(view.packages()));
        Apk.from(invocation).filter(Apk::installs).ifPresent(view -> packages.addAll(view.packages()));
        Dnf.from(invocation).filter(Dnf::installs).ifPresent(view -> packages.addAll(view.packages()));
        Zypper.from(invocation).filter(Zypper::installs).ifPresent(view -> packages.addAll(view.packages()));
        return packages.stream()
                .flatMap(operand -> operand.name().stream())
                .flatMap(name -> ofPackage(name).stream())
                .findFirst();
    }

    private static Optional<String> ofPackage(String name) {
        if (PACKAGES.contains(name)) {
            return Optional.of("the image has " + name + ", which needs its setuid bit");
        }
        return ENGINE_PACKAGES.contains(name)
                ? Optional.of("the image has " + name + ", and containers inside inherit what is taken away here")
                : Optional.empty();
    }

    /** Returns whether a mode, by number or by letters, sets the bit of the user: {@code 4755}, {@code u+s}, {@code +s}. */
    private static boolean setsSetuid(String mode) {
        boolean number = (mode.length() == 4 || (mode.length() == 5 && mode.charAt(0) == '0'))
                && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        if (number) {
            return mode.charAt(mode.length() - 4) >= '4';
        }
        return Stream.of(mode.split(",", -1)).anyMatch(SetuidPrograms::clauseSetsSetuid);
    }

    private static boolean clauseSetsSetuid(String clause) {
        int operator = 0;
        while (operator < clause.length() && "ugoa".indexOf(clause.charAt(operator)) >= 0) {
            operator++;
        }
        String who = clause.substring(0, operator);
        boolean forUser = who.isEmpty() || who.indexOf('u') >= 0 || who.indexOf('a') >= 0;
        String permissions = clause.substring(Math.min(clause.length(), operator + 1));
        return operator < clause.length()
                && (clause.charAt(operator) == '+' || clause.charAt(operator) == '=')
                && forUser
                && permissions.indexOf('s') >= 0
                && permissions.chars().allMatch(c -> "rwxXst".indexOf(c) >= 0);
    }

    /** The scripts of the context that a RUN runs, which may set such bits or install such programs. */
    private static Optional<String> ofBuildScripts(ContainerImage.Built built) {
        return built.stage().inheritedScripts().stream()
                .flatMap(run -> run.commands().stream())
                .flatMap(command -> command.words().stream())
                .map(ShellWord::literalPrefix)
                .filter(word -> !word.isEmpty() && !word.startsWith("-") && !word.endsWith("/"))
                .distinct()
                .flatMap(word -> script(built, word).stream()
                        .flatMap(ShellScript::simpleCommands)
                        .flatMap(command -> ofRun(Invocation.of(command), word).stream()))
                .findFirst();
    }

    /** The scripts of the context that are started: what they call, the container needs. */
    private Optional<String> ofScripts(ContainerImage.Built built) {
        Set<String> started = new LinkedHashSet<>();
        container.start().ifPresent(start -> {
            started.addAll(start.words());
            start.scripts()
                    .forEach(script -> script.simpleCommands()
                            .flatMap(command -> command.words().stream())
                            .flatMap(word -> word.staticValue().stream())
                            .forEach(started::add));
        });
        return started.stream()
                .filter(word -> !word.isEmpty() && !word.startsWith("-") && !word.endsWith("/"))
                .flatMap(word -> script(built, word).stream()
                        .flatMap(SetuidPrograms::programs)
                        .flatMap(name -> reasonOfProgram(name).stream())
                        .map(reason -> word + " runs " + reason))
                .findFirst();
    }

    /** A path without its first directories, one after the other: the context does not show where a COPY puts it. */
    private static Stream<String> endings(String path) {
        List<String> endings = new ArrayList<>();
        String rest = ContainerPath.normalise("/" + path);
        while (!rest.isEmpty()) {
            rest = rest.substring(1);
            endings.add(rest);
            rest = rest.indexOf('/') < 0 ? "" : rest.substring(rest.indexOf('/'));
        }
        return endings.stream().limit(MOST_DIRECTORIES);
    }

    private static Optional<ShellScript> script(ContainerImage.Built built, String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        return transfers(built.stage())
                .filter(transfer -> transfer.flag("from").isEmpty())
                .flatMap(transfer -> transfer.sources().stream())
                .flatMap(source -> source.staticValue().stream())
                .flatMap(
                        source -> Stream.concat(Stream.of(source), endings(word).map(ending -> source + "/" + ending)))
                .filter(source -> source.equals(name) || source.endsWith("/" + name))
                .distinct()
                .flatMap(source -> ContextSearch.read(built.project(), built.dockerfile(), source).stream())
                .flatMap(bytes -> shellScript(bytes).stream())
                .findFirst();
    }

    private static Optional<ShellScript> shellScript(byte[] bytes) {
        try {
            SourceText text = SourceText.decode(bytes);
            String first = text.text().substring(0, text.lineContentEndAt(0));
            boolean shell = first.startsWith("#!") && first.contains("sh");
            return shell ? Optional.of(StartCommand.script(text)) : Optional.empty();
        } catch (UndecodableTextException e) {
            return Optional.empty();
        }
    }
}

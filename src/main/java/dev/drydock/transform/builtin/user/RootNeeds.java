package dev.drydock.transform.builtin.user;

import dev.drydock.container.RootPrograms;
import dev.drydock.container.WritablePaths;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.dockerfile.WorkdirInstruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.model.RunScript;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.shell.commands.Pip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for evidence that a stage needs root at run time: low ports, privileged packages, files below {@code /root}, tools
 * that install into the home of the user who builds.
 */
final class RootNeeds {
    private static final int SSH_PORT = 22;

    /** Places below /root that only the build uses. */
    private static final List<String> BUILD_ONLY = List.of(
            "/root/.cache",
            "/root/.ssh",
            "/root/.npm",
            "/root/.npmrc",
            "/root/.netrc",
            "/root/.pip",
            "/root/.config/pip",
            "/root/.m2",
            "/root/.gradle",
            "/root/.gitconfig",
            "/root/.gnupg",
            "/root/.bashrc",
            "/root/.profile",
            "/root/.bash_profile",
            "/root/.yarnrc",
            "/root/.docker",
            "/root/.config/composer");

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    private final BuildStage stage;
    private final List<String> owned;
    private final boolean lowPorts;

    /** Looks at a stage whose folders {@code owned} get a new owner. */
    RootNeeds(BuildStage stage, List<String> owned) {
        this(stage, owned, false);
    }

    private RootNeeds(BuildStage stage, List<String> owned, boolean lowPorts) {
        this.stage = stage;
        this.owned = owned;
        this.lowPorts = lowPorts;
    }

    /** Returns the same for engines that let every user open every port. */
    RootNeeds withLowPorts() {
        return new RootNeeds(stage, owned, true);
    }

    /** Returns why the stage needs root, or empty if nothing says so. */
    Optional<String> reason() {
        for (Instruction instruction : stage.history()) {
            Optional<String> reason = reasonOf(instruction);
            if (reason.isPresent()) {
                return reason;
            }
        }
        for (RunScript script : stage.inheritedScripts()) {
            if (script.script().isOpaque()) {
                return Optional.of("a RUN of the final image cannot be read");
            }
            for (SimpleCommand command : script.commands()) {
                Optional<String> reason = reasonOf(command);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOf(Instruction instruction) {
        if (instruction.text().contains("docker.sock")) {
            return Optional.of("line " + instruction.line() + " speaks of the socket of Docker, which belongs to root");
        }
        if (instruction instanceof OnbuildInstruction) {
            return Optional.of("ONBUILD makes it a base for other images, which may need root");
        }
        if (instruction instanceof ExposeInstruction expose) {
            return expose.ports().stream()
                    .flatMap(port -> lowPort(expose, port).stream())
                    .findFirst();
        }
        if (instruction instanceof WorkdirInstruction workdir) {
            return workdir.argument()
                    .flatMap(path -> rootHome(stage.expand(path, workdir).orElse("")));
        }
        if (instruction instanceof EnvInstruction environment) {
            return environment.pairs().stream()
                    .flatMap(pair -> reasonOf(pair).stream())
                    .findFirst();
        }
        if (instruction instanceof VolumeInstruction volume) {
            return volume.paths().stream()
                    .flatMap(path -> rootHome(path.value()).stream())
                    .findFirst();
        }
        if (instruction instanceof FileTransfer transfer) {
            return transfer.destination().map(Argument::value).flatMap(RootNeeds::rootHome);
        }
        return Optional.empty();
    }

    private Optional<String> lowPort(ExposeInstruction expose, Word word) {
        return PrivilegedPort.ofExpose(stage.expand(word, expose).orElse(""))
                .filter(port -> port != SSH_PORT && !lowPorts)
                .map(port -> "port " + port + " is " + PrivilegedPort.BELOW);
    }

    private Optional<String> reasonOf(KeyValue pair) {
        String value = pair.value().map(Word::value).orElse("");
        if (VariablePlaces.namesData(pair.name()) && staysWithRoot(value)) {
            return Optional.of("the variable " + pair.name() + " names " + value + ", which stays with root");
        }
        if (!lowPorts && PrivilegedPort.ofVariable(pair.name(), value).isPresent()) {
            return Optional.of(pair.name() + "=" + value + " is " + PrivilegedPort.BELOW);
        }
        boolean inherits = pair.name().equals("HOME") && value.equals("/root");
        return inherits || !pair.name().equals("PATH") || value.contains("/root")
                ? rootHomeIn(value)
                : Optional.empty();
    }

    /** Returns whether the value is a folder of an application that gets no new owner. */
    private boolean staysWithRoot(String value) {
        String path = value.replace("\"", "");
        return path.startsWith("/")
                && path.indexOf(':') < 0
                && path.indexOf('$') < 0
                && !WritablePaths.isScratch(path)
                && WritablePaths.folderOf(ContainerPath.normalise(path), owned).isEmpty();
    }

    /** Looks at each part of a list such as PATH. */
    private static Optional<String> rootHomeIn(String value) {
        int start = 0;
        while (start <= value.length()) {
            int colon = value.indexOf(':', start);
            int end = colon < 0 ? value.length() : colon;
            Optional<String> reason = rootHome(value.substring(start, end).replace("\"", ""));
            if (reason.isPresent()) {
                return reason;
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static Optional<String> rootHome(String path) {
        boolean home = path.equals("~") || path.startsWith("~/") || path.equals("/root") || path.startsWith("/root/");
        if (!home) {
            return Optional.empty();
        }
        String absolute = ContainerPath.normalise(path.startsWith("~") ? "/root" + path.substring(1) : path);
        return BUILD_ONLY.stream().anyMatch(place -> absolute.startsWith(place))
                ? Optional.empty()
                : Optional.of(path + " is in the home of root, which no other user may read");
    }

    private Optional<String> reasonOf(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        String program = invocation.program().map(RootPrograms::name).orElse("");
        if (program.equals("rm")) {
            return Optional.empty();
        }
        for (PackageOperand operand : packages(invocation)) {
            String need = operand.name().map(RootPrograms::needOfPackage).orElse("");
            if (!need.isEmpty()) {
                return Optional.of(need + " is installed, whose use needs root");
            }
        }
        Optional<String> installer = homeInstaller(invocation, program, command);
        return installer.isPresent() ? installer : rootHomeInWords(command);
    }

    private static List<PackageOperand> packages(Invocation invocation) {
        List<PackageOperand> packages = new ArrayList<>();
        AptGet.from(invocation).filter(AptGet::installs).ifPresent(view -> packages.addAll(view.packages()));
        Apk.from(invocation).filter(Apk::installs).ifPresent(view -> packages.addAll(view.packages()));
        Dnf.from(invocation).filter(Dnf::installs).ifPresent(view -> packages.addAll(view.packages()));
        return packages;
    }

    private static Optional<String> rootHomeInWords(SimpleCommand command) {
        List<ShellWord> words = new ArrayList<>(command.words());
        command.redirects().stream().map(Redirect::target).forEach(words::add);
        for (ShellWord word : words) {
            String text = word.literalPrefix();
            boolean home = word.text().startsWith("$HOME") || word.text().startsWith("${HOME}");
            Optional<String> reason = home ? rootHome(homePath(word.text())) : rootHome(text);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private static String homePath(String word) {
        return "~" + word.substring(word.startsWith("${") ? "${HOME}".length() : "$HOME".length());
    }

    /** Returns why a tool that installs into the home of its user makes the result unreadable to others. */
    private Optional<String> homeInstaller(Invocation invocation, String program, SimpleCommand command) {
        List<String> words =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        String first =
                words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
        boolean home = switch (program) {
            case "poetry" -> first.equals("install") && !configured("POETRY_VIRTUALENVS_");
            case "pipenv" -> Set.of("install", "sync").contains(first) && !words.contains("--system");
            case "pipx", "rustup", "rustup-init", "sdk", "nvm" -> true;
            case "pm2" -> first.equals("install");
            case "composer" -> first.equals("global");
            case "npm", "yarn", "pnpm" -> first.equals("config") && startsPackages() && !words.contains("--global");
            case "corepack" -> !first.equals("disable");
            case "uv" -> !first.equals("pip");
            case "dotnet" -> first.equals("tool");
            case "go" -> first.equals("install") && !configured("GO");
            case "cargo" -> first.equals("install") && !configured("CARGO_HOME") && !words.contains("--root");
            default -> false;
        };
        if (home || Pip.from(invocation).filter(pip -> pip.has("--user")).isPresent()) {
            String what = first.equals("config") ? " keeps its settings in" : " installs into";
            return Optional.of(program + what + " the home of root, which no other user may read");
        }
        boolean fed = SHELLS.contains(program)
                && command.context().inPipeline()
                && command.context().pipelinePosition() > 0
                && words.stream().allMatch(word -> word.startsWith("-"));
        return fed
                ? Optional.of("a script from elsewhere is piped into " + program + "; cannot tell what it installs")
                : Optional.empty();
    }

    /** Returns whether the container fetches packages when it starts, and so needs the settings of who built it. */
    private boolean startsPackages() {
        List<String> start = stage.startCommand().words();
        return !start.isEmpty() && RootPrograms.name(start.get(0)).equals("npx");
    }

    /** Returns whether the file or the image sets a variable whose name starts like this. */
    private boolean configured(String prefix) {
        boolean inFile = stage.history(EnvInstruction.class)
                .flatMap(environment -> environment.pairs().stream())
                .anyMatch(pair -> pair.name().startsWith(prefix));
        return inFile
                || stage.facts()
                        .map(facts -> facts.environment().keySet().stream().anyMatch(name -> name.startsWith(prefix)))
                        .orElse(false);
    }
}

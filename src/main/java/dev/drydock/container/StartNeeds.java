package dev.drydock.container;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.OsFamily;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.model.StartCommand;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Curl;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Wget;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.written.WrittenPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether the program that a container starts is content without root. Everything that is not known to be is a
 * reason to leave the image alone.
 */
public final class StartNeeds {
    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final Writers writers;
    private final List<String> writable;
    private final boolean lowPorts;
    private final boolean trusting;
    private final Optional<StartWrites> writes;

    /** Judges the stage; {@code writable} are the folders that will belong to its user. */
    public StartNeeds(Project project, ProjectFile file, BuildStage stage, Writers writers, List<String> writable) {
        this(project, file, stage, writers, writable, false, false, Optional.empty());
    }

    /** Returns the judge that holds programs of which nothing is known, and those with a low port, for content without root. */
    public StartNeeds trusting() {
        return new StartNeeds(project, file, stage, writers, writable, lowPorts, true, writes);
    }

    private StartNeeds(
            Project project,
            ProjectFile file,
            BuildStage stage,
            Writers writers,
            List<String> writable,
            boolean lowPorts,
            boolean trusting,
            Optional<StartWrites> writes) {
        this.project = project;
        this.file = file;
        this.stage = stage;
        this.writers = writers;
        this.writable = writable;
        this.lowPorts = lowPorts;
        this.trusting = trusting;
        this.writes = writes;
    }

    /** Judges the stage as run by a root that owns all files and may open all ports, but has no other privileges. */
    static StartNeeds asRoot(Project project, ProjectFile file, BuildStage stage, Writers writers) {
        return new StartNeeds(project, file, stage, writers, List.of("/"), true, false, Optional.empty());
    }

    /** Returns what the start command, and the scripts that it starts, write by themselves. */
    public static List<WrittenPlace> writes(Project project, ProjectFile file, BuildStage stage, Writers writers) {
        return stage.startCommand().isInherited()
                ? List.of()
                : writes(project, file, stage, writers, Start.of(stage.startCommand()));
    }

    /** Returns the same of another start than the one that the file names. */
    static List<WrittenPlace> writes(
            Project project, ProjectFile file, BuildStage stage, Writers writers, Start start) {
        int line = stage.startCommand()
                .command()
                .map(Instruction.class::cast)
                .or(() -> stage.startCommand().entrypoint().map(Instruction.class::cast))
                .map(Instruction::line)
                .orElse(1);
        StartWrites writes = new StartWrites(file.path().value(), line, stage.workdir());
        new StartNeeds(project, file, stage, writers, List.of("/"), true, false, Optional.of(writes)).reason(start);
        return writes.places();
    }

    /** Returns why the container must start as root, or what is not known about it; empty if it need not. */
    public Optional<String> reason() {
        if (stage.startCommand().isInherited()) {
            return Optional.of("the file has no CMD and no ENTRYPOINT, so that what the container runs is unknown");
        }
        return reason(Start.of(stage.startCommand()));
    }

    /** Returns the same of another start than the one that the file names. */
    Optional<String> reason(Start start) {
        Optional<String> ofVariables = reasonOfVariables();
        if (ofVariables.isPresent()) {
            return ofVariables;
        }
        for (ShellScript script : start.scripts()) {
            Optional<String> reason = reasonOf(script, "the start command");
            if (reason.isPresent()) {
                return reason;
            }
        }
        List<String> words = start.words();
        return words.isEmpty() ? Optional.empty() : reasonOfWords(words);
    }

    /** Programs take options from variables as well: {@code GUNICORN_CMD_ARGS}. */
    private Optional<String> reasonOfVariables() {
        for (Map.Entry<String, String> each : writers.optionVariables().entrySet()) {
            Optional<String> value = stage.environment(each.getKey());
            if (value.isEmpty()) {
                continue;
            }
            List<String> words = new ArrayList<>(List.of(each.getValue()));
            words.addAll(Start.split(value.get())
                    .orElseGet(() -> List.of(value.get().replace("\"", "").split("\\s+", -1))));
            Optional<String> reason =
                    lowPort(words).or(() -> writtenFile(words)).or(() -> changedUser(words));
            if (reason.isPresent()) {
                return reason.map(text -> each.getKey() + ": " + text);
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOfWords(List<String> words) {
        int first = 0;
        while (first < words.size()
                && (isStarter(words.get(first)) || words.get(first).startsWith("-"))) {
            first++;
        }
        if (first == words.size()) {
            return Optional.of("cannot tell which program the container starts");
        }
        String program = words.get(first);
        if (StartCommand.isShell(program)) {
            if (first + 1 == words.size()) {
                return Optional.of("the container starts an interactive shell; what runs in it is unknown");
            }
            // The text behind -c was judged as a script already.
            return words.get(first + 1).startsWith("-") ? Optional.empty() : reasonOfProgram(words.get(first + 1));
        }
        List<String> rest = words.subList(first, words.size());
        return lowPort(words)
                .or(() -> writtenFile(words))
                .or(() -> changedUser(rest))
                .or(() -> new ManifestScripts(project, file, writable, lowPorts, writes).reason(rest))
                .or(() -> reasonOfProgram(program));
    }

    private static boolean isStarter(String word) {
        return RootPrograms.isStarter(RootPrograms.name(word)) || word.equals("--");
    }

    private Optional<String> lowPort(List<String> words) {
        if (lowPorts || trusting) {
            return Optional.empty();
        }
        return PrivilegedPort.ofWords(words).map(port -> "port " + port + " is " + PrivilegedPort.BELOW);
    }

    /** Finds an option that names a file which the program writes, in a place that the user may not write to. */
    private Optional<String> writtenFile(List<String> words) {
        for (WrittenOptions.Named named : WrittenOptions.of(words, writers)) {
            writes.ifPresent(each -> each.option(named.option(), named.path()));
            if (!mayWrite(named.path())) {
                return Optional.of("the start command writes to " + named.path());
            }
        }
        return Optional.empty();
    }

    /** Returns the option by which what starts changes the user, which takes root. */
    static Optional<String> changedUser(Start start) {
        return changedUser(start.words())
                .or(() -> start.scripts().stream()
                        .filter(script -> !script.isOpaque())
                        .flatMap(ShellScript::simpleCommands)
                        .map(command -> command.words().stream()
                                .map(ShellWord::literalPrefix)
                                .toList())
                        .flatMap(words -> changedUser(words).stream())
                        .findFirst());
    }

    /** Finds an option by which a program, started by root, becomes another user. */
    private static Optional<String> changedUser(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Set<String> options = RootPrograms.userOptions(RootPrograms.name(words.get(i)));
            for (String word : options.isEmpty() ? List.<String>of() : words.subList(i + 1, words.size())) {
                int equals = word.indexOf('=');
                if (options.contains(equals < 0 ? word : word.substring(0, equals))) {
                    return Optional.of(RootPrograms.name(words.get(i)) + " changes the user by itself (" + word + ")");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOfProgram(String word) {
        String name = RootPrograms.name(word);
        if (isServerOfBusybox(name)) {
            return Optional.empty();
        }
        String need = RootPrograms.needOf(name);
        if (!need.isEmpty()) {
            return Optional.of(need);
        }
        if (RootPrograms.stepsDown(name)) {
            return Optional.of(name + " changes the user by itself");
        }
        if (RootPrograms.onlyWaits(name)) {
            return Optional.of("the container starts only " + name + "; what runs in it later is unknown");
        }
        boolean bare = word.indexOf('/') < 0;
        if (bare && RootPrograms.isApplication(name)) {
            return Optional.empty();
        }
        Optional<String> imageEntrypoint = stage.facts().flatMap(ImageFacts::entrypoint);
        if (imageEntrypoint.filter(word::equals).isPresent()) {
            return Optional.empty();
        }
        return RootPrograms.isApplication(name) && isInSystemFolder(word) ? Optional.empty() : reasonOfFile(word, name);
    }

    /** The httpd of busybox runs as whoever starts it; Apache is called so only where it is installed. */
    private boolean isServerOfBusybox(String name) {
        boolean busybox = stage.facts()
                .flatMap(ImageFacts::osFamily)
                .map(OsFamily::id)
                .filter(family -> family.startsWith("busybox") || family.startsWith("alpine"))
                .isPresent();
        return name.equals("httpd")
                && busybox
                && stage.facts().filter(facts -> facts.name().equals("httpd")).isEmpty()
                && stage.inheritedScripts().stream()
                        .flatMap(script -> script.commands().stream())
                        .flatMap(command -> command.words().stream())
                        .noneMatch(word -> word.literalPrefix().startsWith("apache2"));
    }

    private static boolean isInSystemFolder(String word) {
        return word.startsWith("/usr/") || word.startsWith("/bin/") || word.startsWith("/opt/");
    }

    /** Judges a program that is a file of the application. */
    private Optional<String> reasonOfFile(String word, String name) {
        Optional<String> path = word.indexOf('/') < 0
                ? Optional.of("/usr/local/bin/" + word)
                : ContainerPath.resolve(stage.workdir(), word);
        Optional<Instruction> origin = path.flatMap(this::origin);
        if (origin.isEmpty()) {
            boolean built = path.map(
                            place -> WritablePaths.folderOf(place, writable).isPresent())
                    .orElse(false);
            boolean made = path.map(place -> new BuiltPrograms(project, file, stage).make(place, false))
                    .orElse(false);
            return trusting || ((built || made) && !looksLikeScript(word))
                    ? Optional.empty()
                    : Optional.of("cannot tell what " + word + " needs");
        }
        FileTransfer transfer = (FileTransfer) origin.get();
        if (transfer.flag("from").isPresent()) {
            return looksLikeScript(word)
                    ? Optional.of("the script " + name + " comes from another stage and cannot be read")
                    : Optional.empty();
        }
        Optional<byte[]> content = contextFile(transfer, path.get());
        if (content.isEmpty()
                && !looksLikeScript(word)
                && new BuiltPrograms(project, file, stage)
                        .make(path.get(), project.workspace().isKnown())) {
            return Optional.empty();
        }
        return content.map(bytes -> reasonOfContent(bytes, word))
                .orElseGet(() -> Optional.of(missing(word, origin.get())).filter(reason -> !trusting));
    }

    private String missing(String word, Instruction origin) {
        boolean fetched = origin instanceof FileTransfer transfer
                && transfer.sources().stream().anyMatch(source -> FileTransfer.isAddress(source.value()));
        if (fetched) {
            return "line " + origin.line() + " fetches " + word + ", of which nothing is known";
        }
        return project.workspace().isKnown()
                ? "line " + origin.line() + " would bring " + word
                        + ", but it is not in the build context, and no RUN is known to build it"
                : "the file " + word + " is not there to be read";
    }

    private static boolean looksLikeScript(String word) {
        return word.endsWith(".sh") || word.endsWith("entrypoint") || word.endsWith("entrypoint.bash");
    }

    /** Returns the last COPY or ADD that may have put the file there. */
    private Optional<Instruction> origin(String path) {
        Instruction found = null;
        for (Instruction instruction : stage.history()) {
            if (instruction instanceof FileTransfer transfer && covers(instruction, transfer, path)) {
                found = instruction;
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean covers(Instruction instruction, FileTransfer transfer, String path) {
        Optional<String> destination = transfer.destination()
                .flatMap(argument -> stage.expand(argument, instruction))
                .flatMap(text -> ContainerPath.resolve(stage.workdirAt(instruction), text));
        if (destination.isEmpty()) {
            return false;
        }
        if (destination.get().equals(path)) {
            return true;
        }
        if (!ContainerPath.isWithin(path, destination.get())) {
            return false;
        }
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        boolean named =
                transfer.sources().stream().anyMatch(source -> source.value().endsWith(fileName));
        return named || WritablePaths.isApplication(destination.get());
    }

    private Optional<byte[]> contextFile(FileTransfer transfer, String path) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        List<String> names = new ArrayList<>();
        for (Argument source : transfer.sources()) {
            source.staticValue().ifPresent(text -> {
                names.add(text);
                names.add(text + "/" + fileName);
                transfer.destination()
                        .map(Argument::value)
                        .filter(path::startsWith)
                        .ifPresent(destination -> names.add(text + "/" + path.substring(destination.length())));
            });
        }
        return names.stream()
                .filter(name -> name.endsWith(fileName) || transfer.sources().size() == 1)
                .flatMap(name -> ContextSearch.read(project, file, name).stream())
                .findFirst();
    }

    private Optional<String> reasonOfContent(byte[] bytes, String word) {
        if (bytes.length < 2 || bytes[0] != '#' || bytes[1] != '!') {
            return looksLikeScript(word)
                    ? Optional.of("the script " + word + " does not say which shell reads it")
                    : Optional.empty();
        }
        SourceText text;
        try {
            text = SourceText.decode(bytes);
        } catch (UndecodableTextException e) {
            return Optional.of("the script " + word + " cannot be read");
        }
        String first = text.slice(new TextRange(0, text.lineContentEndAt(0)));
        String interpreter = RootPrograms.name(first.substring(first.lastIndexOf(' ') + 1));
        if (RootPrograms.isApplication(interpreter)) {
            return Optional.empty();
        }
        return first.contains("sh")
                ? reasonOf(StartCommand.script(text), "the script " + word)
                : Optional.of("cannot tell what reads the script " + word);
    }

    private Optional<String> reasonOf(ShellScript script, String where) {
        if (script.isOpaque()) {
            return Optional.of(where + " cannot be read");
        }
        for (SimpleCommand command : script.simpleCommands().toList()) {
            Optional<String> reason = reasonOf(command, where);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOf(SimpleCommand command, String where) {
        writes.ifPresent(each -> each.redirects(command));
        for (Redirect redirect : command.redirects()) {
            if (redirect.operator().contains(">") && !mayWrite(redirect.target())) {
                return Optional.of(where + " writes to " + redirect.target().text());
            }
        }
        if (command.words().isEmpty()) {
            return Optional.empty();
        }
        Invocation invocation = Invocation.of(command);
        if (invocation.program().isEmpty()) {
            return isArguments(invocation) ? Optional.empty() : Optional.of(where + " runs what a variable names");
        }
        String name = RootPrograms.name(invocation.program().get());
        for (String wrapper : invocation.wrappers()) {
            if (RootPrograms.stepsDown(wrapper)) {
                return Optional.of(where + " changes the user by itself (" + wrapper + ")");
            }
        }
        List<String> words = new ArrayList<>(List.of(name));
        invocation.arguments().stream().map(ShellWord::literalPrefix).forEach(words::add);
        Optional<String> outside = lowPort(words)
                .or(() -> writtenFile(words))
                .or(() -> changedUser(words))
                .or(() -> new ManifestScripts(project, file, writable, lowPorts, writes).reason(words));
        if (outside.isPresent()) {
            return outside;
        }
        Optional<String> output = output(invocation);
        output.ifPresent(path -> writes.ifPresent(each -> each.output(path)));
        if (output.filter(path -> !mayWrite(path)).isPresent()) {
            return Optional.of(where + " writes to " + output.get());
        }
        Optional<String> cleared = cleared(invocation).filter(path -> !mayWrite(path));
        if (cleared.isPresent()) {
            return Optional.of(where + " removes files below " + cleared.get());
        }
        if (changesFiles(name, invocation)) {
            writes.ifPresent(each -> each.made(invocation));
            return invocation.arguments().stream()
                            .filter(word -> !word.literalPrefix().startsWith("-"))
                            .allMatch(this::mayWrite)
                    ? Optional.empty()
                    : Optional.of(where + " changes files with " + name);
        }
        return RootPrograms.isHarmless(name)
                ? Optional.empty()
                : reasonOfProgram(invocation.programWord().orElseThrow().literalPrefix())
                        .map(reason -> where + ": " + reason);
    }

    private static boolean isArguments(Invocation invocation) {
        return invocation.programWord().isEmpty()
                || invocation.programWord().get().text().equals("\"$@\"")
                || invocation.programWord().get().text().equals("$@");
    }

    /** Returns the file that a download goes to, if a word names it. */
    private static Optional<String> output(Invocation invocation) {
        return Curl.from(invocation)
                .flatMap(Curl::output)
                .or(() -> Wget.from(invocation).flatMap(Wget::output))
                .filter(path -> !path.equals("-"));
    }

    /** Returns the directory of which {@code find} removes files, which takes the right to write to it. */
    private static Optional<String> cleared(Invocation invocation) {
        List<String> words =
                invocation.arguments().stream().map(ShellWord::literalPrefix).toList();
        boolean removes = words.contains("-delete")
                || (words.contains("rm") && (words.contains("-exec") || words.contains("-execdir")));
        return invocation.runs("find") && removes
                ? words.stream().filter(word -> word.startsWith("/")).findFirst()
                : Optional.empty();
    }

    private static boolean changesFiles(String program, Invocation invocation) {
        return switch (program) {
            case "mkdir", "touch", "rm", "cp", "mv", "ln", "tee", "chmod", "install", "rsync", "tar", "unzip" -> true;
            case "sed" ->
                invocation.arguments().stream()
                        .anyMatch(word -> word.literalPrefix().startsWith("-i")
                                || word.literalPrefix().startsWith("--in-place"));
            default -> false;
        };
    }

    private boolean mayWrite(ShellWord word) {
        return word.staticValue()
                .filter(text -> text.startsWith("&") || text.chars().allMatch(Character::isDigit) || mayWrite(text))
                .isPresent();
    }

    private boolean mayWrite(String path) {
        return ContainerPath.resolve(stage.workdir(), path)
                .map(place -> WritablePaths.isScratch(place)
                        || WritablePaths.folderOf(place, writable).isPresent())
                .orElse(false);
    }
}

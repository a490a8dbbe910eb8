package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.knowledge.ListUsers;
import dev.drydock.knowledge.PackageManager;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CommandEnvironment;
import dev.drydock.model.RunScript;
import dev.drydock.model.Timeline;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.DerivedImages;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.CommandLineView;
import dev.drydock.shell.commands.CommandView;
import dev.drydock.shell.commands.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds who installs from the cache of a package manager after it was filled: a later command that goes without the
 * network, in the same stage or in one that is built on it, in a script or at the start of the container; and stages that
 * take the folder along.
 */
final class CacheUses {
    private static final Set<String> HARMLESS = Set.of("rm", "rmdir", "find", "ls", "du", "mkdir", "chown", "chmod");
    private static final Set<String> RUNNERS = Set.of("npm", "yarn", "pnpm", "npx");
    private static final String PREFERENCE = "--prefer";
    private static final List<String> SETTINGS = List.of(".npmrc", ".yarnrc");
    private static final Set<String> OFFLINE_SETTINGS = Set.of("offline", "prefer-offline");

    private final Build build;
    private final Project project;
    private final ProjectFile file;
    private final PackageCache cache;
    private final List<String> options;
    private final List<String> variables;
    private final Map<BuildStage, List<Use>> uses = new HashMap<>();
    private final Map<BuildStage, HiddenInstalls> hidden = new HashMap<>();
    private Map<BuildStage, String> taken;
    private Map<BuildStage, Use> behind;
    private Timeline<Optional<Instruction>> brought;
    private Timeline<Boolean> said;

    /** Where the cache is used, and how. */
    private record Use(int start, String reason) {}

    /** Looks at one file, for the cache of one package manager. */
    CacheUses(Build build, Project project, ProjectFile file, PackageCache cache, Optional<PackageManager> manager) {
        this(
                build,
                project,
                file,
                cache,
                manager.map(PackageManager::offline).orElse(List.of()),
                manager.map(PackageManager::offlineEnvironment).orElse(List.of()));
    }

    private CacheUses(
            Build build,
            Project project,
            ProjectFile file,
            PackageCache cache,
            List<String> options,
            List<String> variables) {
        this.build = build;
        this.project = project;
        this.file = file;
        this.cache = cache;
        this.options = options;
        this.variables = variables;
    }

    /** Returns what installs without naming the package manager in a stage and in those that go on from it, read once. */
    HiddenInstalls hiddenInstalls(ListUsers known, BuildStage stage) {
        return hidden.computeIfAbsent(stage, each -> new HiddenInstalls(known, each));
    }

    /** Returns who uses, later than a command of {@code script}, what it leaves in the cache; empty if nobody is seen to. */
    Optional<String> after(BuildStage stage, RunScript script, SimpleCommand command) {
        return script.commands().stream()
                .filter(later -> later.range().start() > command.range().start())
                .flatMap(later -> use(stage, script, later).stream())
                .findFirst()
                .or(() -> later(stage, script.run()))
                .or(() -> elsewhere(stage))
                .or(this::inherited);
    }

    /** Returns who installs from the cache in another Dockerfile that is based on the image. */
    private Optional<String> inherited() {
        return DerivedImages.of(project, file, build.images()).stream()
                .flatMap(derived -> inherited(derived).stream()
                        .map(reason -> derived.path() + ", which is based on this image: " + reason))
                .findFirst();
    }

    private Optional<String> inherited(DerivedImages.Derived derived) {
        CacheUses uses = new CacheUses(derived.stage().build(), project, derived.file(), cache, options, variables);
        return uses.usesOf(derived.stage()).stream()
                .findFirst()
                .or(() -> Optional.ofNullable(uses.behind().get(derived.stage())))
                .map(Use::reason);
    }

    /** Returns whether a script removes, behind a command, the cache whose place it asks of the package manager. */
    boolean isRemovedWhereAsked(RunScript script, SimpleCommand command) {
        return new AskedCache(script, cache).isRemovedAfter(command);
    }

    /** Returns whether a command is told to install from the cache. */
    boolean isOffline(BuildStage stage, RunScript script, SimpleCommand command) {
        Optional<? extends CommandView> view = cache.view().apply(command);
        return view.isPresent() && isOffline(stage, script, view.get());
    }

    /** Returns whether a command may fetch packages, and so fill the cache: it may even if it prefers what is there. */
    boolean mayFetch(BuildStage stage, RunScript script, SimpleCommand command) {
        Optional<? extends CommandView> view = cache.view().apply(command);
        return view.isPresent()
                && (!isOffline(stage, script, view.get())
                        || view.get().line().options().stream()
                                .anyMatch(each -> each.name().startsWith(PREFERENCE)));
    }

    private boolean isOffline(BuildStage stage, RunScript script, CommandView view) {
        boolean option = view.line().options().stream()
                .anyMatch(each -> each.is(options.toArray(String[]::new)) && !isFalse(each));
        return option
                || script.run()
                        .flag("network")
                        .flatMap(Flag::value)
                        .filter("none"::equals)
                        .isPresent()
                || variables.stream()
                        .anyMatch(name -> CommandEnvironment.of(stage, script, view.command())
                                .value(name)
                                .filter(value -> !value.equals("false") && !value.equals("0"))
                                .isPresent());
    }

    private static boolean isFalse(CommandLineView.Option option) {
        return option.value().filter("false"::equals).isPresent();
    }

    private Optional<String> later(BuildStage stage, Instruction place) {
        return usesOf(stage).stream()
                .filter(use -> use.start() > place.range().start())
                .findFirst()
                .or(() -> Optional.ofNullable(behind().get(stage)))
                .map(Use::reason);
    }

    /** Returns for each stage the first use in those that are built on it, which all stand behind it in the file. */
    private Map<BuildStage, Use> behind() {
        if (behind == null) {
            behind = new HashMap<>();
            List<BuildStage> stages = build.stages();
            for (int i = stages.size() - 1; i >= 0; i--) {
                BuildStage stage = stages.get(i);
                List<Use> own = usesOf(stage);
                Use first = own.isEmpty() ? behind.get(stage) : own.get(0);
                if (first != null) {
                    stage.parent()
                            .ifPresent(below -> behind.merge(
                                    below, first, (one, other) -> one.start() <= other.start() ? one : other));
                }
            }
        }
        return behind;
    }

    /** Each stage is read once, however many of its commands fill the cache. */
    private List<Use> usesOf(BuildStage stage) {
        List<Use> known = uses.get(stage);
        if (known == null) {
            known = stage.stage().instructions().stream()
                    .flatMap(instruction -> use(stage, instruction).stream()
                            .map(reason -> new Use(instruction.range().start(), reason)))
                    .toList();
            uses.put(stage, known);
        }
        return known;
    }

    private Optional<String> use(BuildStage stage, Instruction instruction) {
        if (instruction instanceof RunInstruction run) {
            Optional<RunScript> script =
                    stage.script(run).filter(known -> !known.script().isOpaque());
            return script.isPresent()
                    ? script.get().commands().stream()
                            .flatMap(command -> use(stage, script.get(), command).stream())
                            .findFirst()
                    : useOf(instruction);
        }
        boolean runs = instruction instanceof CmdInstruction
                || instruction instanceof EntrypointInstruction
                || instruction instanceof OnbuildInstruction;
        return runs ? useOf(instruction) : Optional.empty();
    }

    private Optional<String> useOf(Instruction instruction) {
        String text = instruction.text();
        return isOffline(text)
                ? Optional.of(because(instruction, "installs from the cache"))
                : filesOf(instruction, text);
    }

    private Optional<String> use(BuildStage stage, RunScript script, SimpleCommand command) {
        if (isOffline(stage, script, command)) {
            return Optional.of(because(script.run(), "installs from the cache"));
        }
        Invocation invocation = Invocation.of(command);
        boolean harmless = invocation.program().filter(HARMLESS::contains).isPresent();
        boolean names = !harmless && command.words().stream().anyMatch(word -> cache.isNamedIn(word.text()));
        if (names) {
            return Optional.of(because(script.run(), "uses the cache"));
        }
        boolean text = command.words().stream()
                .map(ShellWord::text)
                .anyMatch(word -> word.indexOf(' ') > 0 && isOffline(word));
        if (text) {
            return Optional.of(because(script.run(), "installs from the cache"));
        }
        if (setsOffline(invocation, command)) {
            return Optional.of(because(script.run(), "has later installs take what is in the cache"));
        }
        boolean plain = cache.view().apply(command).isPresent() && isSetOffline();
        if (plain) {
            return Optional.of(because(script.run(), "installs, and a setting says from the cache"));
        }
        return filesOf(script.run(), command.text());
    }

    /** Settings of npm and Yarn 1 that hold for every install. */
    private boolean isSetOffline() {
        return cache.manager().equals("npm")
                && SETTINGS.stream()
                        .flatMap(name -> read(name).stream())
                        .flatMap(String::lines)
                        .anyMatch(CacheUses::isOfflineSetting);
    }

    private static boolean isOfflineSetting(String line) {
        String setting = line.replace(" ", "");
        int sign = setting.indexOf('=');
        return sign > 0
                && OFFLINE_SETTINGS.contains(setting.substring(0, sign))
                && setting.substring(sign + 1).equals("true");
    }

    /**
     * Returns whether a command makes the setting: by the package manager itself ({@code npm config set offline true},
     * {@code conda config --set offline true}), or by writing the line into a file of settings.
     */
    private boolean setsOffline(Invocation invocation, SimpleCommand command) {
        List<String> words = command.words().stream()
                .map(word -> word.staticValue().orElseGet(word::text))
                .toList();
        if (!invocation.runs(cache.manager())) {
            return cache.manager().equals("npm")
                    && words.stream().flatMap(String::lines).anyMatch(CacheUses::isOfflineSetting);
        }
        boolean sets = words.contains("set") || words.contains("--set");
        if (!sets) {
            return false;
        }
        boolean apart = IntStream.range(0, words.size() - 1)
                .anyMatch(i -> OFFLINE_SETTINGS.contains(words.get(i))
                        && words.get(i + 1).equals("true"));
        return apart || words.stream().anyMatch(CacheUses::isOfflineSetting);
    }

    /** Looks into the files that a command runs: scripts, the Makefile, the scripts of package.json. */
    private Optional<String> filesOf(Instruction instruction, String text) {
        List<String> names = new ArrayList<>();
        for (String word : words(text)) {
            String name = word.substring(word.lastIndexOf('/') + 1);
            if (name.endsWith(".sh") || name.endsWith(".bash")) {
                names.add(word);
                names.add(name);
            } else if (name.equals("make")) {
                names.add("Makefile");
            } else if (RUNNERS.contains(name)) {
                names.add("package.json");
            }
        }
        return names.stream()
                .map(name -> name.startsWith("./") ? name.substring(2) : name)
                .filter(name -> read(name).filter(this::isOffline).isPresent())
                .findFirst()
                .map(name -> because(instruction, "runs " + name + ", which installs from the cache"));
    }

    private Optional<String> read(String name) {
        return ContextSearch.read(project, file, name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns whether a line of a text of any language calls the package manager with such an option. */
    private boolean isOffline(String text) {
        return text.lines().anyMatch(line -> {
            List<String> words = words(line);
            int program = words.indexOf(cache.manager());
            return program >= 0
                    && words.subList(program, words.size()).stream()
                            .anyMatch(word -> word.length() > 2 && options.contains(word));
        });
    }

    /** Returns the words of a text, which ends them at blanks, quotes and operators. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) || "-_./~@".indexOf(c) >= 0) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Returns what brings a cache from elsewhere into the stage before a place, so that a later install may use it. */
    Optional<String> broughtBefore(BuildStage stage, Instruction place) {
        if (brought == null) {
            brought = Timeline.of(
                    build,
                    start -> Optional.empty(),
                    (each, instruction, before) ->
                            before.isEmpty() && brings(instruction) ? Optional.of(instruction) : before);
        }
        return brought.before(stage, place).map(each -> because(each, "brings a cache"));
    }

    private boolean brings(Instruction instruction) {
        return instruction instanceof FileTransfer transfer
                && transfer.destination()
                        .filter(path ->
                                cache.isAt(path.value()) && !path.value().equals("/root"))
                        .isPresent();
    }

    /** Returns whether an instruction before a place holds a text of a kind: always the same kind for one object. */
    boolean isSaidBefore(BuildStage stage, Instruction place, Predicate<String> kind) {
        if (said == null) {
            said = Timeline.of(
                    build, start -> false, (each, instruction, before) -> before || kind.test(instruction.text()));
        }
        return said.before(stage, place);
    }

    /** Returns which stage takes the cache from this one, or from one that is built on it. */
    Optional<String> elsewhere(BuildStage stage) {
        if (taken == null) {
            taken = new HashMap<>();
            for (BuildStage each : build.stages()) {
                each.stage().instructions().forEach(instruction -> takes(each, instruction));
            }
        }
        return Optional.ofNullable(taken.get(stage));
    }

    /** Remembers the first taker of each stage; what is taken from a stage may come from the ones below it. */
    private void takes(BuildStage taker, Instruction instruction) {
        for (Taking taking : takings(taker, instruction)) {
            Optional<String> use = takes(taker, instruction, taking.path());
            Optional<BuildStage> from = use.isPresent() ? Optional.of(taking.from()) : Optional.empty();
            while (from.isPresent() && !taken.containsKey(from.get())) {
                taken.put(from.get(), use.orElseThrow());
                from = from.get().parent();
            }
        }
    }

    /** A path that is taken from a stage. */
    private record Taking(BuildStage from, String path) {}

    private Optional<String> takes(BuildStage taker, Instruction instruction, String path) {
        if (cache.isAt(path)) {
            return Optional.of(because(instruction, "takes the cache along"));
        }
        boolean other = usesOf(taker).stream()
                .anyMatch(use -> use.start() >= instruction.range().start());
        return cache.isBelow(path) && other
                ? Optional.of(because(instruction, "takes the cache along, and the stage installs from it"))
                : Optional.empty();
    }

    /** Returns the paths that an instruction takes from other stages. */
    private List<Taking> takings(BuildStage taker, Instruction instruction) {
        if (instruction instanceof CopyInstruction copy) {
            return copy.from()
                    .flatMap(Flag::value)
                    .flatMap(name -> earlier(taker, name))
                    .map(from -> copy.sources().stream()
                            .map(source -> source.staticValue().orElseGet(source::value))
                            .map(path -> taking(from, path))
                            .toList())
                    .orElse(List.of());
        }
        if (instruction instanceof RunInstruction run) {
            return run.mounts().stream()
                    .flatMap(mount -> mount.mountOption("from").flatMap(name -> earlier(taker, name)).stream()
                            .map(from -> taking(
                                    from, mount.mountOption("source", "src").orElse("/"))))
                    .toList();
        }
        return List.of();
    }

    private static Taking taking(BuildStage from, String path) {
        return new Taking(from, path.startsWith("/") ? path : "/" + path);
    }

    private Optional<BuildStage> earlier(BuildStage taker, String name) {
        return build.stageNamed(name, taker.stage().index());
    }

    private static String because(Instruction instruction, String what) {
        return "line " + instruction.line() + " " + what;
    }
}

package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.knowledge.DebugTools;
import dev.drydock.knowledge.DebugTools.DebugTool;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.LeftComment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes editors and debugging tools that nothing uses out of the install lists of the final stage. */
public final class DropDebugTools extends DockerfileTransform {
    private static final Set<String> FOR_PEOPLE =
            Set.of("dev", "devel", "development", "debug", "test", "tests", "testing", "tools", "devcontainer", "ci");

    /** One tool in an install list. */
    private record Installed(PackageOperand operand, DebugTool tool) {}

    public DropDebugTools() {
        super("drop-debug-tools");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<BuildStage> last = subject.build().finalStage();
        if (last.isEmpty()) {
            return;
        }
        Set<String> kept = new HashSet<>(subject.inspection().options().list("keep", List.of()));
        Set<String> also = new HashSet<>(subject.inspection().options().list("also", List.of()));
        for (RunScript script : last.get().scripts()) {
            Map<SimpleCommand, List<Installed>> found = new LinkedHashMap<>();
            for (SimpleCommand command : script.commands()) {
                List<Installed> tools = packages(command).stream()
                        .flatMap(operand -> tool(subject, operand, kept, also).stream())
                        .toList();
                if (!tools.isEmpty()) {
                    found.put(command, tools);
                }
            }
            // What is risky goes alone, as a suggestion, and takes nothing else with it.
            for (boolean risky : new boolean[] {false, true}) {
                Map<SimpleCommand, List<Installed>> some = new LinkedHashMap<>();
                found.forEach((command, tools) -> {
                    List<Installed> kind = tools.stream()
                            .filter(each -> (each.tool().group() == DebugTools.Group.RISKY) == risky)
                            .toList();
                    if (!kind.isEmpty()) {
                        some.put(command, kind);
                    }
                });
                if (!some.isEmpty()) {
                    inspect(subject, last.get(), script, some, risky);
                }
            }
        }
    }

    private static List<PackageOperand> packages(SimpleCommand command) {
        Optional<List<PackageOperand>> apt =
                AptGet.from(command).filter(AptGet::installs).map(AptGet::packages);
        return apt.or(() -> Apk.from(command)
                        .filter(apk -> apk.installs() && !apk.isVirtual())
                        .map(Apk::packages))
                .or(() -> Dnf.from(command).filter(Dnf::installs).map(Dnf::packages))
                .orElse(List.of());
    }

    private static Optional<Installed> tool(
            Subject subject, PackageOperand operand, Set<String> kept, Set<String> also) {
        Optional<String> name = operand.name().filter(text -> operand.kind() == PackageOperand.Kind.NAME);
        if (name.isEmpty() || kept.contains(name.get())) {
            return Optional.empty();
        }
        DebugTools tools = subject.inspection().facts().knowledge().debugTools();
        Optional<DebugTool> known = tools.find(name.get());
        if (also.contains(name.get())) {
            return Optional.of(new Installed(
                    operand,
                    known.orElseGet(() -> new DebugTool(name.get(), DebugTools.Group.OPTIONAL, List.of(name.get())))));
        }
        return known.filter(tool -> tool.group() != DebugTools.Group.OPTIONAL)
                .map(tool -> new Installed(operand, tool));
    }

    private static void inspect(
            Subject subject,
            BuildStage stage,
            RunScript script,
            Map<SimpleCommand, List<Installed>> found,
            boolean risky) {
        Optional<String> people = isForPeople(subject, stage);
        ProgramOrigin origin = new ProgramOrigin(stage);
        ToolUses uses = new ToolUses(
                subject.inspection().facts().knowledge().debugTools(),
                subject.inspection().project(),
                subject.file(),
                subject.build(),
                stage);
        Map<SimpleCommand, List<Installed>> unused = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        found.forEach((command, tools) -> {
            for (Installed installed : tools) {
                Optional<String> obstacle = people.or(() -> purpose(subject, script, installed))
                        .or(() -> uses.of(installed.tool(), installed.operand()));
                if (obstacle.isPresent()) {
                    subject.abstain(
                            script.toFile(installed.operand().word().range()),
                            message(installed.tool().name()),
                            obstacle.get());
                } else {
                    unused.computeIfAbsent(command, key -> new ArrayList<>()).add(installed);
                    names.add(installed.tool().name());
                }
            }
        });
        if (unused.isEmpty()) {
            return;
        }
        var first = unused.values().iterator().next().get(0).operand().word();
        Optional<List<TextEdit>> edits = edits(subject, script, unused);
        if (edits.isEmpty()) {
            subject.abstain(
                    script.toFile(first.range()), message(String.join(", ", names)), "they cannot be taken out alone");
            return;
        }
        subject.repair(
                script.toFile(first.range()),
                message(String.join(", ", names)),
                new Rewrite(
                        "do not install " + String.join(", ", names),
                        origin.isOfTheProject() && !risky ? Safety.REVIEW : Safety.SUGGEST,
                        List.of(new FileChange.Edits(subject.file().path(), edits.get())),
                        List.of(
                                "Nobody works inside the running container with " + String.join(", ", names) + ".",
                                "The application does not start " + (names.size() == 1 ? "it" : "them")
                                        + "; nothing in the Dockerfile and the build context names "
                                        + (names.size() == 1 ? "it." : "them.")),
                        isWhole(edits.get(), script) ? LeftComment.of(script.run()) : List.of()));
    }

    private static boolean isWhole(List<TextEdit> edits, RunScript script) {
        TextRange run = script.run().range();
        return edits.stream()
                .map(TextEdit::range)
                .anyMatch(range -> range.start() <= run.start() && range.end() >= run.end());
    }

    /** A comment above or beside a package says what it is for, whatever it says. */
    private static Optional<String> purpose(Subject subject, RunScript script, Installed installed) {
        SourceText source = subject.file().source();
        int line = source.line(script.toFile(installed.operand().word().range()).start());
        List<String> names = new ArrayList<>(installed.tool().commands());
        names.add(installed.tool().name());
        int first = script.run().line();
        for (int at = line; at > 0; at--) {
            String text = lineAt(source, at);
            int comment = text.startsWith("#") ? 0 : at == line ? text.indexOf(" #") : -1;
            boolean directlyAbove = at == line - 1 && line > first;
            boolean above = at < first;
            if (comment < 0 && above) {
                break;
            }
            boolean speaks =
                    comment >= 0 && names.stream().anyMatch(name -> ToolUses.mentions(text.substring(comment), name));
            if (comment >= 0 && (at == line || directlyAbove || speaks)) {
                return Optional.of("the comment on line " + at + " says what it is for");
            }
        }
        return Optional.empty();
    }

    private static String lineAt(SourceText source, int line) {
        int start = source.lineStart(line);
        return source.text().substring(start, source.lineContentEndAt(start)).strip();
    }

    private static String message(String names) {
        return "the image holds tools that its container seldom needs: " + names;
    }

    /** An image whose container starts a shell, or one for developers, is there to work in. */
    private static Optional<String> isForPeople(Subject subject, BuildStage stage) {
        String path = subject.file().path().value().toLowerCase(Locale.ROOT);
        String stageName = stage.stage().name().orElse("").toLowerCase(Locale.ROOT);
        boolean named = path.contains("devcontainer")
                || FOR_PEOPLE.contains(stageName)
                || FOR_PEOPLE.stream()
                        .anyMatch(word ->
                                path.endsWith("dockerfile." + word) || path.endsWith("/" + word + ".dockerfile"));
        if (named) {
            return Optional.of("the image is one for developers");
        }
        StartCommand start = stage.startCommand();
        if (start.isInherited()) {
            return Optional.of("cannot tell what the container starts; people may work in it");
        }
        if (startsShell(start.words()) || start.scripts().stream().anyMatch(DropDebugTools::isShellAlone)) {
            return Optional.of("the container starts a shell; people work in it");
        }
        Optional<String> workplace = new ProgramOrigin(stage).purpose();
        if (workplace.isPresent()) {
            return workplace;
        }
        boolean waits =
                onlyWaits(start.words()) || start.scripts().stream().anyMatch(script -> onlyWaits(soleCommand(script)));
        return waits ? Optional.of("the container only waits; people work in it") : Optional.empty();
    }

    /** Whether words start a shell to type in: by itself or behind one other program, and with nothing but options. */
    private static boolean startsShell(List<String> words) {
        for (int i = 0; i < Math.min(2, words.size()); i++) {
            if (StartCommand.isShell(words.get(i))) {
                return words.stream().skip(i + 1L).allMatch(word -> word.startsWith("-") && !word.equals("-c"));
            }
        }
        return false;
    }

    /** Whether words keep a container up and do nothing in it. */
    private static boolean onlyWaits(List<String> words) {
        return words.size() >= 2
                && (words.get(0).equals("sleep")
                        || (words.get(0).equals("tail")
                                && words.get(words.size() - 1).equals("/dev/null")));
    }

    private static boolean isShellAlone(ShellScript script) {
        return lastCommand(script)
                .filter(command -> command.name().filter(StartCommand::isShell).isPresent()
                        && command.arguments().stream()
                                .allMatch(word -> word.text().startsWith("-")
                                        && !word.text().equals("-c")))
                .isPresent();
    }

    private static List<String> soleCommand(ShellScript script) {
        List<SimpleCommand> commands = script.simpleCommands().toList();
        return commands.size() == 1
                ? commands.get(0).words().stream().map(ShellWord::text).toList()
                : List.of();
    }

    private static Optional<SimpleCommand> lastCommand(ShellScript script) {
        List<SimpleCommand> commands = script.simpleCommands().toList();
        return commands.isEmpty() ? Optional.empty() : Optional.of(commands.get(commands.size() - 1));
    }

    private static Optional<List<TextEdit>> edits(
            Subject subject, RunScript script, Map<SimpleCommand, List<Installed>> unused) {
        ShellEditor editor = subject.editor(script);
        List<TextEdit> edits = new ArrayList<>();
        List<SimpleCommand> emptied = new ArrayList<>();
        for (Map.Entry<SimpleCommand, List<Installed>> entry : unused.entrySet()) {
            SimpleCommand command = entry.getKey();
            if (entry.getValue().size() == packages(command).size()) {
                emptied.add(command);
                continue;
            }
            Optional<List<TextEdit>> words = editor.deleteWords(entry.getValue().stream()
                    .map(installed -> installed.operand().word())
                    .toList());
            if (words.isEmpty()) {
                return Optional.empty();
            }
            edits.addAll(words.get());
        }
        if (!emptied.isEmpty()
                && script.commands().stream().allMatch(each -> emptied.contains(each) || prepares(each))) {
            return Optional.of(List.of(subject.editor().deleteParagraph(script.run())));
        }
        for (SimpleCommand command : emptied) {
            Optional<TextEdit> removal = editor.deleteFromChain(command);
            if (removal.isEmpty()) {
                return Optional.empty();
            }
            edits.add(removal.get());
        }
        List<TextRange> ranges = edits.stream().map(TextEdit::range).sorted().toList();
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i - 1).overlaps(ranges.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(edits);
    }

    /** Whether a command only makes ready for an installation, or cleans up after it. */
    private static boolean prepares(SimpleCommand command) {
        boolean index = AptGet.from(command)
                        .filter(apt -> apt.does("update", "clean", "autoclean", "autoremove"))
                        .isPresent()
                || Apk.from(command).filter(Apk::updates).isPresent()
                || Dnf.from(command)
                        .filter(dnf -> dnf.does("clean", "makecache"))
                        .isPresent();
        boolean lists = command.name().filter("rm"::equals).isPresent()
                && command.arguments().stream()
                        .allMatch(word -> word.text().startsWith("-")
                                || word.text().startsWith("/var/lib/apt/lists")
                                || word.text().startsWith("/var/cache/"));
        return index || lists;
    }
}

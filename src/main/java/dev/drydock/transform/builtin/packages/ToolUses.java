package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.knowledge.DebugTools;
import dev.drydock.knowledge.DebugTools.DebugTool;
import dev.drydock.knowledge.DebugTools.Group;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.StartCommand;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.Workspace;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Git;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.PackageOperand;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who uses a tool: the Dockerfile itself, the compose files, and the files of the build context, as far as they are text.
 *
 * <p>A name anywhere counts as a use. Commands that are everyday words count only where a command is expected.
 */
final class ToolUses {
    private static final Set<String> WORDS = Set.of(
            "host", "route", "less", "man", "screen", "joe", "pager", "arp", "service", "ssh", "mc", "sar", "mtr");

    private final DebugTools tools;
    private final Project project;
    private final ProjectFile dockerfile;
    private final Build build;
    private final BuildStage stage;
    private List<ContextTexts.Text> sources;

    ToolUses(DebugTools tools, Project project, ProjectFile dockerfile, Build build, BuildStage stage) {
        this.tools = tools;
        this.project = project;
        this.dockerfile = dockerfile;
        this.build = build;
        this.stage = stage;
    }

    /** Returns who uses the tool, or why that is not known; empty if nobody does. */
    Optional<String> of(DebugTool tool, PackageOperand installed) {
        List<String> names = new ArrayList<>(tool.commands());
        names.add(tool.name());
        names.addAll(tools.startersOf(tool));
        return inDockerfile(tool, names, installed).or(() -> inContext(tool, names));
    }

    private Optional<String> inDockerfile(DebugTool tool, List<String> names, PackageOperand installed) {
        for (Instruction instruction : build.file().instructions()) {
            boolean here = stage.lineage().stream()
                    .anyMatch(each -> each.stage().instructions().contains(instruction));
            if (!here) {
                continue;
            }
            boolean used = instruction instanceof RunInstruction run
                    ? stageScript(run)
                            .map(script -> uses(script, names, installed))
                            .orElseGet(() -> speaks(run, names))
                    : speaks(instruction, names);
            if (used) {
                return Optional.of(instruction.name() + " in line " + instruction.line() + " uses " + tool.name());
            }
        }
        return Optional.empty();
    }

    private Optional<RunScript> stageScript(RunInstruction run) {
        return build.stageOf(run)
                .flatMap(owner -> owner.script(run))
                .filter(script -> !script.script().isOpaque());
    }

    private static boolean uses(RunScript script, List<String> names, PackageOperand installed) {
        for (SimpleCommand command : script.commands()) {
            boolean starts =
                    Invocation.of(command).program().filter(names::contains).isPresent();
            boolean named = command.words().stream()
                    .skip(1)
                    .filter(word -> word != installed.word())
                    .anyMatch(word -> names.stream()
                            .filter(name -> !WORDS.contains(name))
                            .anyMatch(name -> mentions(word.text(), name)));
            boolean assigned = command.assignments().stream()
                    .anyMatch(set -> names.stream().anyMatch(name -> mentions(set.text(), name)));
            boolean written = command.redirects().stream()
                    .anyMatch(redirect -> names.stream().anyMatch(name -> mentions(redirect.text(), name)));
            if (starts || named || assigned || written) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaks(Instruction instruction, List<String> names) {
        StringBuilder text = new StringBuilder(instruction.logicalLine().text());
        instruction.heredocs().forEach(heredoc -> text.append('\n').append(heredoc.text()));
        return names.stream().anyMatch(name -> mentions(text.toString(), name));
    }

    private Optional<String> inContext(DebugTool tool, List<String> names) {
        if (sources == null) {
            Optional<String> unseen = unseen();
            if (unseen.isPresent()) {
                return unseen;
            }
            Optional<List<ContextTexts.Text>> read = ContextTexts.of(project, dockerfile);
            if (read.isEmpty()) {
                return Optional.of("the build context has more files than one looks through");
            }
            sources = read.get();
        }
        for (ContextTexts.Text source : sources) {
            boolean starter = tool.group() == Group.NETWORK || tool.group() == Group.DEBUGGERS;
            if (names.stream().anyMatch(name -> uses(source, name) || (starter && isPartOfPackage(source, name)))) {
                return Optional.of(source.path() + " may use it");
            }
        }
        return Optional.empty();
    }

    /** Returns what comes into the image and cannot be looked at. */
    private Optional<String> unseen() {
        for (Instruction instruction : stage.history()) {
            boolean elsewhere =
                    instruction instanceof CopyInstruction copy && copy.from().isPresent();
            if (instruction instanceof FileTransfer transfer && !elsewhere) {
                for (Argument source : transfer.sources()) {
                    if (!source.value().startsWith("<<") && !isThere(source)) {
                        return Optional.of(source.value() + " is not there to be looked at");
                    }
                }
            }
        }
        boolean cloned = stage.inheritedScripts().stream()
                .flatMap(script -> script.commands().stream())
                .anyMatch(command -> Git.from(command).filter(Git::clones).isPresent());
        return cloned ? Optional.of("what is cloned into the image is not there to be looked at") : Optional.empty();
    }

    private boolean isThere(Argument source) {
        String text = source.value().startsWith("/") ? source.value().substring(1) : source.value();
        if (source.hasVariables() || text.contains("://")) {
            return false;
        }
        int pattern = 0;
        while (pattern < text.length() && "*?[".indexOf(text.charAt(pattern)) < 0) {
            pattern++;
        }
        // Of a pattern, the folder before it is what has to be there.
        String path = pattern == text.length() ? text : text.substring(0, text.lastIndexOf('/', pattern) + 1);
        return dockerfile
                .path()
                .parent()
                .resolve(path)
                .filter(found -> project.workspace().kind(found) == Workspace.Kind.FILE
                        || project.workspace().list(found).stream()
                                .anyMatch(each -> ContextTexts.isOfTheProject(dockerfile, each)))
                .isPresent();
    }

    private static boolean uses(ContextTexts.Text source, String name) {
        if (!mentions(source.text(), name)) {
            return false;
        }
        if (!WORDS.contains(name)) {
            return true;
        }
        boolean script =
                source.path().fileName().endsWith(".sh") || source.text().startsWith("#!");
        return script
                && StartCommand.script(SourceText.of(source.text()))
                        .simpleCommands()
                        .anyMatch(command -> Invocation.of(command)
                                .program()
                                .filter(name::equals)
                                .isPresent());
    }

    /** Libraries that start a program are often called after it: {@code nodejs-traceroute}. Short names mean too much else. */
    private static boolean isPartOfPackage(ContextTexts.Text source, String name) {
        return name.length() > 3
                && !WORDS.contains(name)
                && (source.text().contains("-" + name + "\"") || source.text().contains("-" + name + "'"));
    }

    /** Whether the text holds the name as a word, or the name of its settings: {@code .vimrc}. */
    static boolean mentions(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean before = at > 0 && isWord(text.charAt(at - 1));
            boolean settings = text.startsWith("rc", end);
            boolean after = !settings && end < text.length() && isWord(text.charAt(end));
            if (!before && !after) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}

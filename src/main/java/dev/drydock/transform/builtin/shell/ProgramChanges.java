package dev.drydock.transform.builtin.shell;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.written.CopiedScripts;
import dev.drydock.written.WrittenPaths;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for whoever changes programs of an image: its scripts and sources, what it starts, and later RUNs. Names of files count. */
final class ProgramChanges {
    private final Project project;
    private final ProjectFile dockerfile;
    private final BuildStage stage;
    private final Writers writers;
    private final Set<String> names;

    /** @param names the programs, without their folders */
    ProgramChanges(Project project, ProjectFile dockerfile, BuildStage stage, Writers writers, Set<String> names) {
        this.project = project;
        this.dockerfile = dockerfile;
        this.stage = stage;
        this.writers = writers;
        this.names = names;
    }

    /** Returns where one of them is changed behind a place of the Dockerfile, as a reason to leave the right to do so. */
    Optional<String> behind(int place) {
        return ofStages(place).or(this::ofScripts).or(this::ofSources).map(where -> where + " writes to one of them");
    }

    private Stream<BuildStage> stages() {
        return Stream.concat(Stream.of(stage), stage.descendants().stream());
    }

    private Optional<String> ofStages(int place) {
        Optional<String> later = stages().flatMap(each -> each.scripts().stream())
                .filter(script -> script.run().range().start() > place)
                .filter(script -> changes(script.script()).isPresent())
                .map(RunScript::run)
                .map(run -> "line " + run.line())
                .findFirst();
        return later.or(() -> stages().flatMap(each -> each.startCommand().scripts().stream())
                .filter(script -> changes(script).isPresent())
                .map(script -> "the start command")
                .findFirst());
    }

    private Optional<String> ofScripts() {
        return stages().flatMap(each -> CopiedScripts.of(project, dockerfile, each, writers).entrySet().stream())
                .flatMap(each ->
                        changes(each.getValue()).map(line -> each.getKey().value() + ":" + line).stream())
                .findFirst();
    }

    private Optional<String> ofSources() {
        return stages().flatMap(each -> WrittenPaths.of(project, dockerfile, each, writers).places().stream())
                .filter(written -> isOne(written.path()))
                .map(written -> written.evidence() + ":" + written.line())
                .findFirst();
    }

    /** Returns the line of the first command of a script that writes to one of the programs. */
    private Optional<Integer> changes(ShellScript script) {
        return script.simpleCommands()
                .filter(command -> command.redirects().stream().anyMatch(this::isInto) || changes(command))
                .map(SimpleCommand::line)
                .findFirst();
    }

    private boolean isInto(Redirect redirect) {
        return (redirect.operator().startsWith(">") || redirect.operator().startsWith("&>"))
                && isOne(redirect.target());
    }

    private boolean changes(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        return invocation.program().filter(writers::isChangingProgram).isPresent()
                && invocation.arguments().stream().anyMatch(this::isOne);
    }

    private boolean isOne(ShellWord word) {
        String text = word.staticValue().orElse(word.text());
        return isOne(text.endsWith("\"") ? text.substring(0, text.length() - 1) : text);
    }

    private boolean isOne(String path) {
        return names.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}

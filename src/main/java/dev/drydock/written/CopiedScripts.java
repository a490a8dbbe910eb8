package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.BuildStage;
import dev.drydock.model.StartCommand;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.script.Shebang;
import dev.drydock.shell.ShellScript;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The shell scripts that a stage copies from the build context. */
public final class CopiedScripts {
    private static final int LARGEST = 1 << 18;

    private CopiedScripts() {}

    /** Returns the trees of the scripts by their paths; a script is known by its ending or its first line. */
    public static Map<ProjectPath, ShellScript> of(
            Project project, ProjectFile dockerfile, BuildStage stage, Writers writers) {
        Map<ProjectPath, ShellScript> scripts = new LinkedHashMap<>();
        ImageSources.of(project, dockerfile, stage, ImageSources.context(project, dockerfile, stage), writers)
                .files()
                .keySet()
                .forEach(path -> read(project, path).ifPresent(text -> scripts.put(path, StartCommand.script(text))));
        return scripts;
    }

    private static Optional<SourceText> read(Project project, ProjectPath path) {
        String name = path.fileName();
        boolean named = name.endsWith(".sh") || name.endsWith(".bash");
        if (!named && name.lastIndexOf('.') > 0) {
            return Optional.empty();
        }
        return project.workspace()
                .read(path, LARGEST)
                .flatMap(CopiedScripts::decode)
                .filter(text -> {
                    boolean shell = Shebang.namesShell(text.text());
                    return named ? shell || Shebang.program(text.text()).isEmpty() : shell;
                });
    }

    private static Optional<SourceText> decode(byte[] bytes) {
        try {
            return Optional.of(SourceText.decode(bytes));
        } catch (UndecodableTextException e) {
            return Optional.empty();
        }
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.knowledge.Secrets;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.EnvFileLibraries;
import java.util.Collection;
import java.util.Optional;

/**
 * Who else reads {@code .env}: a library of the application takes its variables from there where it runs without a container, and
 * would get values that are meant for one.
 */
final class EnvFileReader {
    private final Project project;
    private final ProjectPath folder;
    private final Secrets secrets;

    /** @param folder that of the file of values */
    EnvFileReader(Project project, ProjectPath folder, Secrets secrets) {
        this.project = project;
        this.folder = folder;
        this.secrets = secrets;
    }

    /** Returns what has to be so if one of the variables may be in the file, as a sentence; empty if nobody else reads it. */
    Optional<String> assumption(Collection<String> variables) {
        CodeMentions code = new CodeMentions(project.workspace(), Optional.of(folder));
        return EnvFileLibraries.in(project.workspace(), folder, secrets)
                .flatMap(library -> variables.stream()
                        .flatMap(name -> code.of(name).stream()
                                .map(path -> "Nothing outside of containers takes " + name + " from .env, although "
                                        + library + " reads that file, and " + path + " names the variable."))
                        .findFirst());
    }
}

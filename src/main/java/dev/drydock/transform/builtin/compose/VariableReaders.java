package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Guest;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.WholeWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds commands that are executed in the container of a service and read a variable of it there. */
final class VariableReaders {
    private static final int LARGEST = 1 << 16;
    /** Programs that show every variable. */
    private static final Set<String> SHOWING_ALL = Set.of("env", "printenv", "export", "set");

    private final Project project;
    private final ProjectFile file;
    private final ComposeService service;

    VariableReaders(Project project, ProjectFile file, ComposeService service) {
        this.project = project;
        this.file = file;
        this.service = service;
    }

    /** Returns the place of the first command that reads the variable: {@code backup.sh:3}. */
    Optional<String> of(String variable) {
        return new ContainerUses(project, file)
                .of(service, ContainerUse.Kind.EXEC)
                .filter(use -> reads(use, variable))
                .map(ContainerUse::place)
                .findFirst();
    }

    /** Returns the place of the first job, which another service is told to do in the container, that reads the variable. */
    Optional<String> ofJobs(String variable, Knowledge knowledge) {
        return new ProjectGuests(project, file, knowledge)
                .of(service).stream()
                        .filter(Guest.Command.class::isInstance)
                        .map(Guest.Command.class::cast)
                        .filter(job -> !job.onlyLooks())
                        .filter(job -> job.words().stream().anyMatch(word -> WholeWords.contains(word, variable)))
                        .map(Guest.Command::place)
                        .findFirst();
    }

    private boolean reads(ContainerUse use, String variable) {
        List<ShellWord> words = use.words();
        boolean all = words.size() == 1
                && words.get(0).staticValue().filter(SHOWING_ALL::contains).isPresent();
        return all
                || words.stream().anyMatch(word -> readsInside(word, variable))
                || ServiceGraph.names(use.rest().replace('$', ' '), variable)
                || words.stream().anyMatch(word -> isScriptThatReads(word, variable));
    }

    /** What the shell outside puts in is not read inside. */
    private static boolean readsInside(ShellWord word, String variable) {
        String text = word.text().replace('$', ' ');
        boolean outside = word.descendants(Parameter.class)
                .anyMatch(parameter -> parameter.name().equals(variable));
        String value =
                WrittenValue.of(word).text().replace("${" + variable + "}", "").replace('$', ' ');
        return ServiceGraph.names(outside ? value : text, variable);
    }

    /** A script of the project that is mounted, and started by its path in the container. */
    private boolean isScriptThatReads(ShellWord word, String variable) {
        Optional<String> path = word.staticValue().filter(text -> text.startsWith("/"));
        return path.isPresent()
                && service.volumes().stream()
                        .filter(mount -> mount.type() == VolumeMount.Type.BIND)
                        .flatMap(mount -> source(mount, path.get()).stream())
                        .flatMap(source -> file.path().parent().resolve(source).stream())
                        .flatMap(source -> project.workspace().read(source, LARGEST).stream())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace('$', ' '))
                        .anyMatch(text -> ServiceGraph.names(text, variable));
    }

    private static Optional<String> source(VolumeMount mount, String path) {
        if (path.equals(mount.target())) {
            return mount.source();
        }
        return path.startsWith(mount.target() + "/")
                ? mount.source()
                        .map(source -> source + path.substring(mount.target().length()))
                : Optional.empty();
    }
}

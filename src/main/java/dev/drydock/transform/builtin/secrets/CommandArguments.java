package dev.drydock.transform.builtin.secrets;

import dev.drydock.edit.CommandEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.project.FileKind;
import dev.drydock.project.ImageBuild;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.script.Fragment;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.ForClause;
import dev.drydock.shell.Parameter;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.Mentions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the scripts, Makefiles and workflows that pass a build argument to a Dockerfile once it is a secret:
 * {@code --build-arg} to {@code --secret}, from the same variable.
 *
 * @param changes the edits, one for each file that passes the argument and can be changed
 * @param files all files that pass the argument to this Dockerfile or may do so, changed or not
 * @param strangers the files that pass an argument of this name, but to other Dockerfiles alone
 * @param without the files with a build of surely this Dockerfile that does not pass it
 */
record CommandArguments(
        List<FileChange> changes, Set<ProjectPath> files, Set<ProjectPath> strangers, Set<ProjectPath> without) {
    private static final String ARGUMENT = "build-arg";
    /** Commands that set variables which need not be exported. */
    private static final Set<String> SETTERS = Set.of(
            ".", "source", "read", "mapfile", "readarray", "getopts", "local", "declare", "typeset", "eval", "printf");

    CommandArguments {
        changes = List.copyOf(changes);
        files = Set.copyOf(files);
        strangers = Set.copyOf(strangers);
        without = Set.copyOf(without);
    }

    /** Returns the changes for a build argument of a Dockerfile. */
    static CommandArguments of(Project project, ProjectFile dockerfile, String argument) {
        List<FileChange> changes = new ArrayList<>();
        Set<ProjectPath> files = new LinkedHashSet<>();
        Set<ProjectPath> strangers = new LinkedHashSet<>();
        Set<ProjectPath> without = new LinkedHashSet<>();
        for (ProjectFile file : project.files()) {
            Migration migration = new Migration(project, file, dockerfile.path(), argument);
            if (migration.buildsWithout()) {
                without.add(file.path());
            }
            if (migration.isOfOthers()) {
                strangers.add(file.path());
            } else if (migration.passes()) {
                files.add(file.path());
                migration
                        .edits()
                        .map(edits -> new FileChange.Edits(file.path(), edits))
                        .ifPresent(changes::add);
            }
        }
        return new CommandArguments(changes, files, strangers, without);
    }

    /** Returns whether the file is changed along, or need not be. */
    boolean settles(ProjectPath path) {
        return strangers.contains(path)
                || changes.stream().anyMatch(change -> change.path().equals(path));
    }

    /** The change of one file. */
    private static final class Migration {
        private final Project project;
        private final ProjectFile file;
        private final ProjectPath dockerfile;
        private final String argument;
        private final List<ImageBuild> builds;
        private final List<ImageBuild> passing;

        Migration(Project project, ProjectFile file, ProjectPath dockerfile, String argument) {
            this.project = project;
            this.file = file;
            this.dockerfile = dockerfile;
            this.argument = argument;
            this.builds = file.kind().holdsCommands() ? ImageBuild.of(file) : List.of();
            this.passing =
                    builds.stream().filter(build -> !arguments(build).isEmpty()).toList();
        }

        boolean passes() {
            return !passing.isEmpty();
        }

        /** Returns whether a build of surely this Dockerfile works without the argument; options in variables may pass it. */
        boolean buildsWithout() {
            return builds.stream()
                    .filter(build -> !passing.contains(build)
                            && !build.command().mayHideFlags()
                            && build.command().flags("secret").stream().noneMatch(this::isOfSameName))
                    .anyMatch(build -> built(build).filter(dockerfile::equals).isPresent());
        }

        /** Returns whether every build that gets the argument is surely one of another Dockerfile. */
        boolean isOfOthers() {
            return passes()
                    && hasNoOtherMention()
                    && passing.stream()
                            .map(this::built)
                            .allMatch(built -> built.filter(path -> !path.equals(dockerfile))
                                    .isPresent());
        }

        private List<ContainerCommand.Flag> arguments(ImageBuild build) {
            return build.command().flags(ARGUMENT).stream()
                    .filter(flag -> flag.text().equals(argument)
                            || flag.text().startsWith(argument + "=")
                            || (flag.text().startsWith("${")
                                    && Mentions.word(file.source().text(), argument)))
                    .toList();
        }

        /** Returns the Dockerfile of a build if only one can be meant. */
        private Optional<ProjectPath> built(ImageBuild build) {
            List<ProjectPath> there = build.dockerfiles().stream()
                    .filter(path -> project.file(path).isPresent()
                            || project.workspace().kind(path) == Workspace.Kind.FILE)
                    .toList();
            return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
        }

        /** Returns whether build arguments are spoken of nowhere but in the flags of builds that are understood. */
        private boolean hasNoOtherMention() {
            long understood = builds.stream()
                    .flatMap(build -> build.command().flags(ARGUMENT).stream())
                    .count();
            String text = file.source().text();
            long all = 0;
            for (int at = text.indexOf(ARGUMENT); at >= 0; at = text.indexOf(ARGUMENT, at + 1)) {
                all++;
            }
            return all == understood && !text.contains("DOCKER_BUILDKIT=0");
        }

        Optional<List<TextEdit>> edits() {
            List<TextEdit> edits = new ArrayList<>();
            if (!hasNoOtherMention()) {
                return Optional.empty();
            }
            for (ImageBuild build : passing) {
                Optional<ProjectPath> built = built(build);
                Optional<List<TextEdit>> migrated = built.isEmpty() ? Optional.empty() : migrate(build);
                boolean other = built.filter(path -> !path.equals(dockerfile)).isPresent();
                if (!other) {
                    if (migrated.isEmpty()) {
                        return Optional.empty();
                    }
                    edits.addAll(migrated.get());
                }
            }
            return Optional.of(edits).filter(found -> !found.isEmpty());
        }

        private Optional<List<TextEdit>> migrate(ImageBuild build) {
            ContainerCommand command = build.command();
            List<ContainerCommand.Flag> flags = arguments(build);
            ContainerCommand.Flag flag = flags.get(0);
            // Podman and sudo do not hand over every variable of the caller.
            boolean plain = flags.size() == 1
                    && command.program().equals("docker")
                    && command.invocation().wrappers().isEmpty()
                    && command.flags("secret").stream().noneMatch(this::isOfSameName);
            if (!plain) {
                return Optional.empty();
            }
            CommandEditor editor = new CommandEditor(build.fragment(), command);
            WrittenValue setting = flag.value().orElseThrow();
            if (setting.text().equals(argument)) {
                return editor.replace(flag, SecretMounts.option(argument, argument))
                        .map(List::of);
            }
            if (!setting.text().startsWith(argument + "=")) {
                return Optional.empty();
            }
            WrittenValue value = setting.behind(argument.length() + 1);
            Optional<String> variable = value.expandedName().filter(name -> isEnvironment(name, value));
            if (variable.isPresent()) {
                return editor.replace(flag, SecretMounts.option(argument, variable.get()))
                        .map(List::of);
            }
            return value.text().contains("${")
                    ? editor.setInstead(flag, argument, value, SecretMounts.option(argument, argument))
                    : Optional.empty();
        }

        private boolean isOfSameName(ContainerCommand.Flag secret) {
            return List.of(secret.text().split(",", -1)).contains("id=" + SecretMounts.id(argument));
        }

        /** Returns whether a variable that the command line expands surely comes from the environment of the script. */
        private boolean isEnvironment(String name, WrittenValue value) {
            boolean ofShell = value.word().descendants(Parameter.class).allMatch(parameter -> {
                String written = file.source().slice(parameter.rangeInFile());
                return file.kind() == FileKind.MAKEFILE ? written.startsWith("$$") : !written.startsWith("${{");
            });
            boolean named = !name.isEmpty() && !Character.isDigit(name.charAt(0));
            return ofShell && named && file.fragments().stream().noneMatch(fragment -> maySet(fragment, name));
        }

        private static boolean maySet(Fragment fragment, String name) {
            boolean assigned = fragment.script()
                    .descendants(Assignment.class)
                    .anyMatch(assignment -> assignment.name().equals(name));
            boolean loop = fragment.script()
                    .descendants(ForClause.class)
                    .anyMatch(clause -> clause.variable().equals(name));
            return assigned
                    || loop
                    || fragment.script()
                            .simpleCommands()
                            .flatMap(command -> command.name().stream())
                            .anyMatch(SETTERS::contains);
        }
    }
}

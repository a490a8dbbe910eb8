package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.UserName;
import dev.drydock.project.Project;
import dev.drydock.transform.builtin.CodeMentions;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.files.GitReaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps secrets of a build stage out of what the final stage copies from it. */
public final class DropBuildSecretsFromFinal extends DockerfileTransform {
    public DropBuildSecretsFromFinal() {
        super("drop-build-secrets-from-final");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        List<BuildStage> stages = subject.build().stages();
        if (stages.size() < 2) {
            return;
        }
        BuildStage last = stages.get(stages.size() - 1);
        for (BuildStage stage : last.lineage()) {
            stage.stage().instructions(CopyInstruction.class).forEach(copy -> inspect(subject, stage, copy));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, CopyInstruction copy) {
        Optional<BuildStage> source = copy.from()
                .flatMap(Flag::value)
                .flatMap(name -> subject.build().stageNamed(name, stage.stage().index()));
        if (source.isEmpty()) {
            return;
        }
        List<StageSecrets.Place> taken =
                StageSecrets.of(subject.inspection(), subject.file(), source.get()).places().stream()
                        .filter(secret -> isTaken(copy, secret))
                        .toList();
        List<String> ofTools = new ArrayList<>();
        for (StageSecrets.Place secret : taken) {
            Optional<String> reader = secret.isForTools() ? reader(subject, secret.path()) : Optional.empty();
            if (reader.isPresent()) {
                subject.abstain(
                        copy.code(), message(List.of(secret.path())), "the container may read it: " + reader.get());
            } else if (secret.isForTools()) {
                ofTools.add(secret.path());
            }
        }
        if (!ofTools.isEmpty()) {
            report(subject, source.get(), copy, ofTools);
        }
        taken.stream()
                .filter(secret -> !secret.isForTools())
                .forEach(secret -> subject.abstain(
                        copy.code(),
                        message(List.of(secret.path())),
                        "the container may read it; hand it to the container when it starts"));
    }

    /** Returns what of the application reads the file as well, with the place. */
    private static Optional<String> reader(Subject subject, String path) {
        Project project = subject.inspection().project();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals(".git")) {
            return GitReaders.inCode(project, subject.file(), subject.build())
                    .map(place -> place + " asks Git about the sources");
        }
        return new CodeMentions(
                        project.workspace(), Optional.of(subject.file().path().parent()))
                .of(name)
                .map(file -> file + " names " + name);
    }

    private static boolean isTaken(CopyInstruction copy, StageSecrets.Place secret) {
        return copy.sources().stream()
                .flatMap(argument -> argument.staticValue().stream())
                .flatMap(path -> ContainerPath.resolve(Optional.of("/"), path).stream())
                .anyMatch(path -> ContainerPath.isWithin(secret.path(), path));
    }

    private static String message(List<String> paths) {
        return "the final stage takes " + String.join(" and ", paths) + " along";
    }

    private static void report(Subject subject, BuildStage source, CopyInstruction copy, List<String> paths) {
        boolean root = source.user().filter(UserName::isRoot).isPresent();
        if (!source.descendants().isEmpty() || !root) {
            subject.abstain(copy.code(), message(paths), "other stages build on this stage, or it changes USER");
            return;
        }
        DockerfileEditor editor = subject.editor();
        Instruction end = source.stage().lastInstruction();
        String line = editor.keyword("RUN", end) + " rm -rf " + String.join(" ", paths);
        subject.repair(
                copy.code(),
                message(paths),
                new Rewrite(
                        "remove it at the end of the build stage",
                        Safety.REVIEW,
                        List.of(new FileChange.Edits(
                                subject.file().path(), List.of(editor.insertBelow(end, List.of(line))))),
                        List.of("The container does not read " + String.join(" or ", paths) + "."),
                        List.of("Images that were built so far may hold it: replace what is in it.")));
    }
}

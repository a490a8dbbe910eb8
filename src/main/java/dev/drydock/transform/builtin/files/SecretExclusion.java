package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.FileSubject;
import dev.drydock.transform.builtin.Mentions;
import dev.drydock.transform.builtin.secrets.RunTimeSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a secret that a COPY of a directory takes along out of the context, and hands it to the container when it starts. Whether
 * the container reads it nobody knows for sure, so that this is a suggestion.
 */
final class SecretExclusion {
    private final FileSubject subject;
    private final Build build;
    private final IgnoreTarget target;
    private final IgnorePatterns patterns;
    private final Exclusion.Situation situation;

    SecretExclusion(
            FileSubject subject,
            Build build,
            IgnoreTarget target,
            IgnorePatterns patterns,
            Exclusion.Situation situation) {
        this.subject = subject;
        this.build = build;
        this.target = target;
        this.patterns = patterns;
        this.situation = situation;
    }

    /**
     * Returns the rewrite, or empty where a build needs the file or its name means more than one.
     *
     * @param all what all instructions take along: a file may be carried to more than one place
     */
    Optional<Rewrite> of(CarriedSecrets.Carried carried, List<CarriedSecrets.Carried> all) {
        List<String> names =
                carried.files().stream().map(situation.files()::relative).toList();
        boolean open = !carried.excludable()
                || names.stream()
                        .anyMatch(
                                name -> isPattern(name) || isRead(name) || !isExcludedBy(Exclusion.ofFile(name), name));
        return open ? Optional.empty() : Optional.of(rewrite(carried, all, names));
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> "*?[\\ !#".indexOf(c) >= 0);
    }

    /** A RUN that names the file reads it, or what another Dockerfile of the same context says may. */
    private boolean isRead(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        List<Instruction> instructions = build.file().instructions();
        boolean here = instructions.stream()
                .filter(RunInstruction.class::isInstance)
                .anyMatch(run -> Mentions.speech(run).contains(last));
        List<String> own = instructions.stream()
                .map(instruction -> instruction.logicalLine().text())
                .toList();
        return here
                || situation.needs().speech().stream()
                        .filter(text -> !own.contains(text))
                        .anyMatch(text -> text.contains(last));
    }

    private boolean isExcludedBy(Exclusion line, String name) {
        return with(List.of(line)).filter(after -> after.excludes(name)).isPresent();
    }

    private Optional<IgnorePatterns> with(List<Exclusion> lines) {
        String text = target.text().orElse("");
        int offset = target.secretsPoint(patterns);
        return IgnorePatterns.parse(
                text.substring(0, offset) + IgnoreText.addition(text, offset, lines) + text.substring(offset));
    }

    /** Returns the line of the reference list that keeps the file out and no other one that is wanted, or else one of its own. */
    private Exclusion line(String name, List<String> names) {
        return Exclusion.reference().stream()
                .filter(line -> line.kind() == Exclusion.Kind.SECRET && isExcludedBy(line, name))
                .filter(line -> situation.files().files().stream()
                        .map(situation.files()::relative)
                        .filter(other -> !patterns.excludes(other) && isExcludedBy(line, other))
                        .allMatch(names::contains))
                .filter(line -> !situation.says(line.words().toArray(String[]::new)))
                .findFirst()
                .orElseGet(() -> Exclusion.ofFile(name));
    }

    private Rewrite rewrite(CarriedSecrets.Carried carried, List<CarriedSecrets.Carried> all, List<String> names) {
        List<Exclusion> lines = new ArrayList<>();
        for (String name : names) {
            Exclusion line = line(name, names);
            if (lines.stream().noneMatch(other -> other.pattern().equals(line.pattern()))) {
                lines.add(line);
            }
        }
        List<FileChange> changes = new ArrayList<>();
        changes.add(target.text().isEmpty() ? creation(lines) : extension(lines));
        RunTimeSecret secret = RunTimeSecret.of(
                subject.inspection().project(),
                subject.file(),
                build.finalStage().flatMap(stage -> stage.stage().name()),
                items(carried.files(), all));
        changes.addAll(secret.changes());
        String shown = String.join(", ", names);
        List<String> notes = new ArrayList<>(secret.notes());
        notes.add("Images that were built so far hold " + shown + ": replace what is in "
                + (names.size() == 1 ? "it." : "them."));
        return new Rewrite(
                "exclude " + shown + " in " + target.path(),
                Safety.SUGGEST,
                changes,
                List.of("No RUN reads " + String.join(" or ", names) + "."),
                notes);
    }

    private FileChange creation(List<Exclusion> lines) {
        return new FileChange.Creation(target.path(), IgnoreText.whole(lines), false);
    }

    private FileChange extension(List<Exclusion> lines) {
        String text = target.text().orElse("");
        int offset = target.secretsPoint(patterns);
        // Whoever else adds a line goes first: what it excludes need not be said again.
        return new FileChange.Edits(
                target.path(),
                List.of(TextEdit.insert(offset, IgnoreText.addition(text, offset, lines))),
                List.of(TextRange.at(target.insertionPoint(patterns)), TextRange.at(offset)),
                List.of());
    }

    private List<RunTimeSecret.Item> items(List<ProjectPath> files, List<CarriedSecrets.Carried> all) {
        List<RunTimeSecret.Item> items = new ArrayList<>();
        for (ProjectPath file : files) {
            all.stream()
                    .filter(each -> each.files().contains(file))
                    .flatMap(each -> place(each, situation.files().relative(file)).stream())
                    .distinct()
                    .forEach(place -> items.add(new RunTimeSecret.Item(id(file.fileName()), file, place)));
        }
        return items;
    }

    private static String id(String name) {
        return name.startsWith(".") || name.startsWith("_") ? name.substring(1) : name;
    }

    /** Returns where the container finds a file that the COPY takes along; empty in a stage that does not run. */
    private Optional<String> place(CarriedSecrets.Carried carried, String name) {
        Optional<BuildStage> stage = build.stageOf(carried.instruction()).filter(BuildStage::isPartOfImage);
        FileTransfer transfer = (FileTransfer) carried.instruction();
        Optional<String> folder = stage.flatMap(in -> transfer.destination()
                .flatMap(to -> in.expand(to, carried.instruction()))
                .flatMap(to -> ContainerPath.resolve(in.workdirAt(carried.instruction()), to)));
        return folder.map(to -> (to.equals("/") ? "" : to) + "/" + below(carried.source(), name));
    }

    /** The content of a directory is copied, not the directory itself. */
    private static String below(Argument source, String name) {
        String folder = ContextNeeds.plain(source.value());
        return ContextNeeds.isWhole(folder) ? name : name.substring(folder.length() + 1);
    }
}

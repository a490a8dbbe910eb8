package dev.drydock.transform.builtin.files;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.Secrets;
import dev.drydock.model.Frontend;
import dev.drydock.model.WindowsSigns;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;

/** Keeps version control data, secrets and what tools make out of the build context. */
public final class Dockerignore extends DockerfileTransform {
    private static final int LARGEST_DOCKERFILE = 1 << 20;

    public Dockerignore() {
        super("dockerignore");
    }

    @Override
    protected void inspect(Subject subject) {
        ContextNeeds own = ContextNeeds.of(subject.build());
        Workspace workspace = subject.inspection().project().workspace();
        if (!workspace.isKnown() || own.place().isEmpty()) {
            return;
        }
        TextRange place = own.place().get().keyword().range();
        String message = "what the image does not need is sent to the build";
        Optional<ProjectPath> root = ContextSearch.root(subject.inspection().project(), subject.file(), own.named());
        if (root.isEmpty()) {
            subject.abstain(place, message, "cannot tell where the build context is");
            return;
        }
        Project project = subject.inspection().project();
        IgnoreTarget target = IgnoreTarget.of(project, subject.file(), root.get());
        Optional<ContextFiles> files = ContextFiles.of(workspace, root.get());
        if (files.isEmpty()) {
            boolean chosen = target.text()
                    .flatMap(IgnorePatterns::parse)
                    .filter(IgnorePatterns::isAllowList)
                    .isPresent();
            if (chosen) {
                subject.notNeeded(place, message, target.path() + " names what is sent");
            } else {
                subject.abstain(place, message, "the build context holds too many files to see what every build needs");
            }
            return;
        }
        List<ProjectPath> others = dockerfiles(files.get(), subject.file().path());
        // A Dockerfile that is not part of the run tells nobody.
        boolean first = others.stream()
                .filter(path -> path.compareTo(subject.file().path()) < 0)
                .filter(path -> project.file(path).isPresent() || workspace.isJudged(path))
                .sorted()
                .flatMap(path -> dockerfile(project, path).stream())
                .noneMatch(other -> tells(subject, other) && sharesTarget(subject, other, target));
        if (!first) {
            subject.notNeeded(place, message, "told for the first Dockerfile that uses " + target.path());
            return;
        }
        ContextNeeds needs = own;
        for (ProjectPath path : others) {
            Optional<ProjectFile> found = dockerfile(project, path);
            if (found.isEmpty()) {
                continue;
            }
            ProjectFile other = found.get();
            if (!ContextNeeds.isReadable(other.dockerfile())) {
                subject.abstain(place, message, "what " + other.path() + " needs cannot be read");
                return;
            }
            needs = needs.and(ContextNeeds.of(other.build(images(subject)))
                    .orBelow(files.get().relative(other.path().parent())));
        }
        judge(subject, place, target, new Exclusion.Situation(files.get(), needs));
    }

    private static Images images(Subject subject) {
        return subject.inspection().facts().knowledge().images();
    }

    private static void judge(Subject subject, TextRange place, IgnoreTarget target, Exclusion.Situation situation) {
        String message = target.text().isEmpty() || target.isMadeByRun()
                ? "no ignore file keeps anything out of the build context"
                : target.path() + " lets more into the build context than the image needs";
        Optional<IgnorePatterns> patterns = IgnorePatterns.parse(target.text().orElse(""));
        Optional<String> obstacle =
                patterns.isEmpty() ? Optional.of("has a pattern that Docker refuses") : target.obstacle();
        if (obstacle.isPresent()) {
            subject.abstain(place, message, target.path() + " " + obstacle.get());
            return;
        }
        if (situation.files().hasFile(".containerignore") && target.text().isEmpty()) {
            subject.notNeeded(place, message, ".containerignore keeps files out");
            return;
        }
        Workspace workspace = subject.inspection().project().workspace();
        Secrets secrets = subject.inspection().facts().knowledge().secrets();
        CarriedSecrets carried = new CarriedSecrets(workspace, situation, secrets);
        BuildReaders readers = new BuildReaders(
                workspace, situation, subject.inspection().facts().knowledge().workingTrees());
        ExclusionChoice choice = new ExclusionChoice(
                workspace,
                situation,
                target,
                patterns.get(),
                carried,
                readers,
                secrets,
                SettingsReaders.of(subject.inspection().project(), subject.file(), situation, secrets));
        List<Exclusion> chosen = choice.choose();
        SecretExclusion exclusion = new SecretExclusion(subject, subject.build(), target, patterns.get(), situation);
        List<CarriedSecrets.Carried> let = carried.by(subject.build().file().instructions(), choice.with(chosen));
        let.forEach(each -> exclusion
                .of(each, let)
                .ifPresentOrElse(
                        rewrite -> subject.repair(each.place(), each.message(), rewrite),
                        () -> subject.abstain(each.place(), each.message(), each.reason())));
        if (chosen.isEmpty()) {
            subject.notNeeded(place, message, "everything of the reference list is excluded, or needed");
            return;
        }
        subject.repair(place, message, rewrite(target, patterns.get(), chosen, choice.leftOut()));
    }

    /** Returns the other Dockerfiles that may be built from the context. */
    private static List<ProjectPath> dockerfiles(ContextFiles files, ProjectPath own) {
        return files.files().stream()
                .filter(path -> !path.equals(own))
                .filter(path -> FileKind.of(path)
                        .filter(kind -> kind == FileKind.DOCKERFILE)
                        .isPresent())
                .toList();
    }

    /** Returns a Dockerfile, read where it is not part of the project. */
    private static Optional<ProjectFile> dockerfile(Project project, ProjectPath path) {
        return project.file(path).or(() -> read(project.workspace(), path));
    }

    /** Returns whether what another Dockerfile of the run needs kept out is told for that one. */
    private static boolean tells(Subject subject, ProjectFile other) {
        return ContextNeeds.isReadable(other.dockerfile())
                && !Frontend.isForeign(other.dockerfile())
                && WindowsSigns.of(other.build(images(subject))).isEmpty();
    }

    private static Optional<ProjectFile> read(Workspace workspace, ProjectPath path) {
        return workspace.read(path, LARGEST_DOCKERFILE).flatMap(bytes -> {
            try {
                return Optional.of(new ProjectFile(path, FileKind.DOCKERFILE, SourceText.decode(bytes)));
            } catch (UndecodableTextException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean sharesTarget(Subject subject, ProjectFile other, IgnoreTarget target) {
        Project project = subject.inspection().project();
        ContextNeeds needs = ContextNeeds.of(other.build(images(subject)));
        return needs.place().isPresent()
                && ContextSearch.root(project, other, needs.named())
                        .map(root -> IgnoreTarget.of(project, other, root).path())
                        .equals(Optional.of(target.path()));
    }

    private static Rewrite rewrite(
            IgnoreTarget target, IgnorePatterns patterns, List<Exclusion> chosen, List<String> leftOut) {
        FileChange change;
        if (target.text().isEmpty()) {
            change = new FileChange.Creation(target.path(), IgnoreText.whole(chosen), false);
        } else {
            int offset = target.insertionPoint(patterns);
            String added = IgnoreText.addition(target.text().get(), offset, chosen);
            change = new FileChange.Edits(target.path(), List.of(TextEdit.insert(offset, added)));
        }
        String title = (target.text().isEmpty() || target.isMadeByRun() ? "create " : "extend ") + target.path() + ": "
                + String.join(", ", chosen.stream().map(Exclusion::pattern).toList());
        return new Rewrite(
                title,
                Safety.REVIEW,
                List.of(change),
                List.of("Neither the build nor the container reads one of the excluded files."),
                leftOut);
    }
}

package dev.drydock.transform.builtin;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.model.InlineDockerfile;
import dev.drydock.model.WindowsSigns;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import dev.drydock.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Dockerfile that stands in a compose file, judged like one of its own. What is found and done there is told of the compose
 * file, line by line.
 *
 * @param compose the file that it stands in
 * @param inline where its lines are
 * @param dockerfile the Dockerfile under a name that no file has, in the folder of the build context
 * @param inspection the inspection with that file in the project
 */
record InlineBuild(ProjectFile compose, InlineDockerfile inline, ProjectFile dockerfile, Inspection inspection) {

    /** Returns the sound Dockerfiles in the compose files of a project, those with variables and those for Windows left out. */
    static List<InlineBuild> of(Inspection inspection) {
        List<InlineBuild> builds = new ArrayList<>();
        inspection.project().files(FileKind.COMPOSE).forEach(file -> {
            ComposeFile compose = inspection.project().compose(file);
            Set<YamlScalar> seen = new HashSet<>();
            if (!compose.hasErrors() && compose.document().isPresent()) {
                for (ComposeService service : compose.services()) {
                    service.build()
                            .filter(ServiceBuild::isLocal)
                            .filter(build -> build.dockerfileInline()
                                    .filter(scalar -> scalar.document()
                                            == compose.document().get())
                                    .filter(seen::add)
                                    .isPresent())
                            .flatMap(build -> of(inspection, file, service, build))
                            .ifPresent(builds::add);
                }
            }
        });
        return builds;
    }

    private static Optional<InlineBuild> of(
            Inspection inspection, ProjectFile file, ComposeService service, ServiceBuild build) {
        Optional<InlineDockerfile> inline = build.dockerfileInline()
                .flatMap(InlineDockerfile::of)
                .filter(text -> !text.isInterpolated() && !text.text().isBlank());
        Optional<ProjectPath> path = file.path()
                .parent()
                .resolve(build.context())
                .flatMap(context -> context.resolve(file.path().fileName() + "." + service.name() + ".Dockerfile"));
        if (inline.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        ProjectFile dockerfile = new ProjectFile(
                path.get(), FileKind.DOCKERFILE, SourceText.of(inline.get().text()));
        boolean judged = dockerfile.dockerfile().isSound()
                && WindowsSigns.of(
                                dockerfile.build(inspection.facts().knowledge().images()))
                        .isEmpty();
        if (!judged) {
            return Optional.empty();
        }
        Inspection inside = new Inspection(
                inspection.project().with(List.of(dockerfile)), inspection.facts(), inspection.options());
        return Optional.of(new InlineBuild(file, inline.get(), dockerfile, inside));
    }

    /** Returns a finding of the Dockerfile as one of the compose file. */
    Finding inFile(Finding finding) {
        if (!finding.path().equals(dockerfile.path())) {
            return finding;
        }
        Outcome outcome = finding.rewrite().<Outcome>map(this::repaired).orElse(finding.outcome());
        return new Finding(
                finding.transform(), compose.path(), inline.around(finding.range()), finding.message(), outcome);
    }

    private Outcome repaired(Rewrite rewrite) {
        List<FileChange> changes = new ArrayList<>();
        for (FileChange change : rewrite.changes()) {
            if (!(change instanceof FileChange.Edits edits) || !edits.path().equals(dockerfile.path())) {
                changes.add(change);
                continue;
            }
            List<TextEdit> mapped = edits.edits().stream()
                    .flatMap(edit -> inline.inFile(edit, compose.source()).stream())
                    .toList();
            if (mapped.size() < edits.edits().size() || !edits.moves().isEmpty()) {
                return new Outcome.Abstained("it cannot be written into the block of the compose file");
            }
            changes.add(new FileChange.Edits(
                    compose.path(),
                    mapped,
                    edits.guards().stream().map(inline::around).toList(),
                    List.of()));
        }
        return new Outcome.Repair(rewrite.withChanges(changes));
    }
}

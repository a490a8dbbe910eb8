package dev.drydock.engine;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Confidential;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.stream.Stream;

/** What a run knows of a project and does not tell: the secrets in its files. */
public final class Discretion {
    private Discretion() {}

    /** Returns what masks the secrets that stand in the files of a project. */
    public static Confidential of(Project project, Knowledge knowledge) {
        Confidential confidential = new Confidential(knowledge.secrets());
        confidential.leaveNames(project.files(FileKind.COMPOSE)
                .flatMap(file -> project.compose(file).services().stream())
                .flatMap(Discretion::names)
                .toList());
        WrittenPasswords passwords = new WrittenPasswords(project, knowledge);
        for (ProjectFile file : project.files()) {
            confidential.learn(file.source().text());
            confidential.add(passwords.in(file));
        }
        return confidential;
    }

    /**
     * The name of a service, and that of its image without registry and owner: every message about them says it. Images are named
     * in lower case, and services with them; what has capitals is rather a password that somebody put in the wrong place.
     */
    private static Stream<String> names(ComposeService service) {
        return Stream.concat(
                        Stream.of(service.name()),
                        service
                                .image()
                                .flatMap(Setting::text)
                                .flatMap(ImageReference::parse)
                                .map(ImageReference::repository)
                                .stream()
                                .map(name -> name.substring(name.lastIndexOf('/') + 1)))
                .filter(name -> name.chars().noneMatch(Character::isUpperCase));
    }

    /** Returns the finding with all that it says masked. What it does is the same. */
    static Finding masked(Finding finding, Confidential confidential) {
        String message = confidential.mask(finding.message());
        Outcome outcome = masked(finding.outcome(), confidential);
        return new Finding(finding.transform(), finding.path(), finding.range(), message, outcome);
    }

    private static Outcome masked(Outcome outcome, Confidential confidential) {
        if (outcome instanceof Outcome.Repair repair) {
            return new Outcome.Repair(repair.rewrite().mapSentences(confidential::mask));
        }
        if (outcome instanceof Outcome.Abstained abstained) {
            return new Outcome.Abstained(confidential.mask(abstained.reason()));
        }
        if (outcome instanceof Outcome.Advice advice) {
            return new Outcome.Advice(confidential.mask(advice.advice()));
        }
        return new Outcome.NotNeeded(confidential.mask(((Outcome.NotNeeded) outcome).reason()));
    }
}

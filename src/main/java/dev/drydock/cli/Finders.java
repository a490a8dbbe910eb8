package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.RequestSettings;
import dev.drydock.git.HeadFiles;
import dev.drydock.project.ProjectPath;
import dev.drydock.proposal.CommitConfigurations;
import dev.drydock.proposal.CommitTrials;
import dev.drydock.proposal.EngineChangeFinder;
import dev.drydock.proposal.Grouping;
import dev.drydock.pullrequest.ChangeFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From options to the finder of changes in a commit. */
final class Finders {
    private final Surroundings surroundings;
    private final RuleOptions rules;
    private final CommitOptions commits;
    private final Catalogue catalogue;
    private final Optional<Configuration> given;
    private CommitTrials trials = CommitTrials.NONE;

    /** @throws Failure if an option names something that is not there */
    Finders(Surroundings surroundings, RuleOptions rules, CommitOptions commits) {
        this.surroundings = surroundings;
        this.rules = rules;
        this.commits = commits;
        this.catalogue = surroundings.catalogue().get();
        GivenConfiguration explicit = new GivenConfiguration(surroundings, rules, catalogue);
        explicit.checkNames();
        this.given = explicit.read();
    }

    /** Has commits tried first. */
    Finders trying(CommitTrials what) {
        trials = what;
        return this;
    }

    /** Returns the finder for the files and folders in {@code within}, or for all if there are none. */
    ChangeFinder finder(List<ProjectPath> within, Grouping usual) {
        return new EngineChangeFinder(
                catalogue,
                surroundings.facts().get(),
                new EngineChangeFinder.Settings(
                        Optional.ofNullable(commits.groupBy),
                        usual,
                        rules::selection,
                        given,
                        surroundings.userConfiguration(),
                        rules.exclude,
                        !surroundings.flag(rules.noRespectGitignore, "no-respect-gitignore"),
                        !rules.ignoresEvidence(),
                        trials,
                        within,
                        Set.copyOf(rules.include)));
    }

    /** Returns what the configuration says about requests: the one that is given, else that at the top of the commit. */
    RequestSettings requests(HeadFiles files) throws IOException {
        return given.isPresent()
                ? given.get().requests()
                : new CommitConfigurations(catalogue, files, surroundings.userConfiguration())
                        .top()
                        .requests();
    }

    /** Returns what the configuration says about requests where there is no commit to look at yet. */
    RequestSettings requests() {
        return given.map(Configuration::requests).orElse(RequestSettings.NONE);
    }

    /** Returns paths of the command line as paths from the root of the repository. */
    static List<ProjectPath> within(Path root, Path workingDirectory, List<String> paths) {
        List<ProjectPath> within = new ArrayList<>();
        for (String path : paths) {
            Path file = workingDirectory.resolve(path).normalize();
            if (!file.startsWith(root)) {
                throw new Failure(path + " is not in the repository");
            }
            within.add(ProjectPath.of(root.relativize(file).toString().replace('\\', '/')));
        }
        return within.contains(ProjectPath.ROOT) ? List.of() : within;
    }
}

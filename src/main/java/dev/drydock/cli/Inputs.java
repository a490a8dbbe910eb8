package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.ConfigurationException;
import dev.drydock.config.ConfigurationReader;
import dev.drydock.config.Configurations;
import dev.drydock.discovery.Discovery;
import dev.drydock.discovery.DiscoveryOptions;
import dev.drydock.discovery.Exclusions;
import dev.drydock.discovery.Found;
import dev.drydock.discovery.InputFile;
import dev.drydock.discovery.ProjectGrouping;
import dev.drydock.edit.Safety;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Selection;
import dev.drydock.transform.Facts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From arguments and configurations to what is to be done: which projects, and what may be written in each. */
final class Inputs {
    private final Surroundings surroundings;
    private final RunOptions options;
    private final Catalogue catalogue;
    private final Facts facts;
    private final ConfigurationReader reader;
    private final Configurations configurations;
    private final Optional<Configuration> given;
    private final Map<Configuration, Engine> engines = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private List<Found.Unreadable> errors = List.of();

    /** @throws Failure if an option names something that is not there */
    Inputs(Surroundings surroundings, RunOptions options, Catalogue catalogue) {
        this.surroundings = surroundings;
        this.options = options;
        this.catalogue = catalogue;
        this.facts = surroundings.facts().get();
        this.reader = new ConfigurationReader(catalogue);
        this.configurations = new Configurations(reader, surroundings.userConfiguration());
        List.of(options.select, options.extendSelect, options.ignore).forEach(this::checkNames);
        this.given = givenConfiguration();
    }

    private void checkNames(List<String> names) {
        for (String name : names) {
            if (catalogue.named(name).isEmpty()) {
                throw new Failure(catalogue.unknownName(name));
            }
        }
    }

    private Optional<Configuration> givenConfiguration() {
        if (surroundings.flag(options.isolated, "isolated")) {
            return Optional.of(Configuration.NONE);
        }
        if (options.config == null) {
            return Optional.empty();
        }
        Path file = surroundings.workingDirectory().resolve(options.config);
        if (!Files.isRegularFile(file)) {
            throw new Failure("no such configuration: " + options.config);
        }
        try {
            return Optional.of(reader.read(file));
        } catch (ConfigurationException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    /** Returns the work to do, in order. Errors and remarks are complete afterwards. */
    List<ProjectTask> tasks(boolean write) {
        Path directory = surroundings.workingDirectory();
        Found found = Discovery.find(
                options.paths.isEmpty() ? List.of(".") : options.paths,
                new DiscoveryOptions(
                        directory,
                        options.exclude,
                        directory,
                        forceExclude(),
                        !surroundings.flag(options.noRespectGitignore, "no-respect-gitignore")));
        found.skipped().forEach(skipped -> remarks.add("skipped " + skipped));
        errors = found.errors();
        List<InputFile> files =
                found.files().stream().filter(file -> !isExcluded(file)).toList();
        List<ProjectTask> tasks = new ArrayList<>();
        for (List<InputFile> group : ProjectGrouping.SINGLE_FILES.group(files)) {
            tasks.add(new ProjectTask(group, engine(folderOf(group.get(0))), directory, write));
        }
        return tasks;
    }

    private boolean forceExclude() {
        return surroundings.flag(options.forceExclude, "force-exclude");
    }

    private boolean isExcluded(InputFile file) {
        if (file.named() && !forceExclude()) {
            return false;
        }
        boolean excluded = configuration(folderOf(file)).excludes().stream()
                .anyMatch(exclude ->
                        Exclusions.of(exclude.folder(), exclude.patterns()).contains(file.file()));
        if (excluded) {
            remarks.add("skipped " + file.display() + ": excluded");
        }
        return excluded;
    }

    private static Path folderOf(InputFile file) {
        return Optional.ofNullable(file.file().getParent()).orElse(file.file());
    }

    /** Returns the engine for files in a folder: its selection comes from the options, then from the configuration. */
    Engine engine(Path folder) {
        return engines.computeIfAbsent(
                configuration(folder), configuration -> new Engine(catalogue, facts, selection(configuration)));
    }

    private Configuration configuration(Path folder) {
        try {
            return given.isPresent() ? given.get() : configurations.of(folder);
        } catch (ConfigurationException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    private Selection selection(Configuration configuration) {
        Safety limit =
                Optional.ofNullable(options.safety).or(configuration::safety).orElse(Safety.REVIEW);
        Set<String> select = new HashSet<>(options.select.isEmpty() ? configuration.select() : options.select);
        if (!select.isEmpty()) {
            select.addAll(configuration.extendSelect());
            select.addAll(options.extendSelect);
        }
        Set<String> ignore = new HashSet<>(options.ignore.isEmpty() ? configuration.ignore() : options.ignore);
        return new Selection(limit, select, ignore, configuration.levels(), configuration.options());
    }

    List<String> remarks() {
        return remarks;
    }

    List<Found.Unreadable> errors() {
        return errors;
    }
}

package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.config.Configuration;
import dev.drydock.config.ConfigurationException;
import dev.drydock.config.ConfigurationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line itself says about rules and configuration. */
final class GivenConfiguration {
    private final Surroundings surroundings;
    private final RuleOptions options;
    private final Catalogue catalogue;

    GivenConfiguration(Surroundings surroundings, RuleOptions options, Catalogue catalogue) {
        this.surroundings = surroundings;
        this.options = options;
        this.catalogue = catalogue;
    }

    /** @throws Failure if an option names a rule that is not there */
    void checkNames() {
        for (List<String> names : List.of(options.select, options.extendSelect, options.ignore)) {
            for (String name : names) {
                if (catalogue.named(name).isEmpty()) {
                    throw new Failure(catalogue.unknownName(name));
                }
            }
        }
    }

    /** Returns the configuration for all files, or empty if each file has its own. */
    Optional<Configuration> read() {
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
            return Optional.of(new ConfigurationReader(catalogue).read(file));
        } catch (ConfigurationException e) {
            throw new Failure(e.getMessage(), e);
        }
    }
}

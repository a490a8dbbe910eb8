package dev.drydock.cli;

import dev.drydock.config.Configuration;
import dev.drydock.config.Included;
import dev.drydock.edit.Safety;
import dev.drydock.engine.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which rules run on which files: the same for files on disk and for those of a commit. */
final class RuleOptions {
    @Option(
            names = "--safety",
            paramLabel = "LEVEL",
            converter = RunOptions.SafetyConverter.class,
            description = "Apply fixes up to this safety level: safe, review (default) or suggest.")
    Safety safety;

    @Option(
            names = "--select",
            paramLabel = "RULE",
            split = ",",
            description = "Only these rules: ids, codes or families.")
    List<String> select = List.of();

    @Option(names = "--extend-select", paramLabel = "RULE", split = ",", description = "These rules as well.")
    List<String> extendSelect = List.of();

    @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Not these rules.")
    List<String> ignore = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "Leave out what matches, in gitignore syntax.")
    List<String> exclude = List.of();

    @Option(
            names = "--include",
            paramLabel = "WHAT",
            split = ",",
            converter = IncludedConverter.class,
            description = "Judge what is left by default: generated (files), fixtures (of tests).")
    List<Included> include = List.of();

    @Option(names = "--no-respect-gitignore", description = "Look at files that Git ignores, too.")
    boolean noRespectGitignore;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Use this configuration for all files.")
    String config;

    @Option(names = "--isolated", description = "Use no configuration.")
    boolean isolated;

    @Option(
            names = "--evidence",
            paramLabel = "WHAT",
            converter = EvidenceConverter.class,
            description = "use (default) or ignore what drydock.evidence.yaml says was tried.")
    EvidenceUse evidence = EvidenceUse.USE;

    /** What becomes of evidence. */
    enum EvidenceUse {
        USE,
        IGNORE
    }

    static final class EvidenceConverter extends RunOptions.WordConverter<EvidenceUse> {
        EvidenceConverter() {
            super(EvidenceUse.values());
        }
    }

    boolean ignoresEvidence() {
        return evidence == EvidenceUse.IGNORE;
    }

    /** Returns what runs: the options win over the configuration. */
    Selection selection(Configuration configuration) {
        Safety limit = Optional.ofNullable(safety).or(configuration::safety).orElse(Safety.REVIEW);
        Set<String> chosen = new HashSet<>(select.isEmpty() ? configuration.select() : select);
        if (!chosen.isEmpty()) {
            chosen.addAll(configuration.extendSelect());
            chosen.addAll(extendSelect);
        }
        Set<String> ignored = new HashSet<>(ignore.isEmpty() ? configuration.ignore() : ignore);
        return new Selection(limit, chosen, ignored, configuration.levels(), configuration.options())
                .withGenerated(includes(Included.GENERATED, configuration));
    }

    /** Returns whether files are judged that are left by default. */
    boolean includes(Included what, Configuration configuration) {
        return include.contains(what) || configuration.include().contains(what);
    }

    /** Reads a word of {@code --include}. */
    static final class IncludedConverter implements ITypeConverter<Included> {
        @Override
        public Included convert(String word) {
            return Included.of(word)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + word + "\" is not one of " + String.join(", ", Included.labels())));
        }
    }

    /** Returns whether only a part of the rules or files is looked at. */
    boolean isPart() {
        return !select.isEmpty() || !ignore.isEmpty() || !exclude.isEmpty() || safety != null;
    }
}

package dev.drydock.cli;

import dev.drydock.edit.Safety;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that judges files. */
final class RunOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and directories; - reads standard input. Without any: the current directory.")
    List<String> paths = List.of();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Option(
            names = "--force-exclude",
            description = "Leave out of what is named what a search would leave out, as a hook needs it.")
    boolean forceExclude;

    @Option(
            names = "--stdin-filename",
            paramLabel = "FILE",
            description = "The name of what comes from standard input.")
    String stdinFilename;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many projects at a time; default: one per processor.")
    Integer jobs;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = ColourConverter.class,
            description = "auto, always or never.")
    ColourChoice colour;

    @Option(names = "--no-color", description = "The same as --color never.")
    boolean noColour;

    @Option(
            names = {"-q", "--quiet"},
            description = "Findings and errors only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more, and each finding for itself; twice: stack traces.")
    boolean[] verbose = new boolean[0];

    @Option(names = "--show-secrets", description = "Print a diff with its secrets, so that it can be applied.")
    boolean showSecrets;

    @Option(names = "--statistics", description = "Print how often each rule applied.")
    boolean statistics;

    @Option(
            names = {"-o", "--output", "--output-file"},
            paramLabel = "FILE",
            description = "Print to a file.")
    String output;

    @Option(names = "--exit-zero", description = "Exit with 0 even if there is something to do.")
    boolean exitZero;

    @Option(
            names = {"-t", "--failure-threshold"},
            paramLabel = "WHAT",
            converter = ThresholdConverter.class,
            description = "What makes the exit code 1: any finding (default), fixable ones, or none.")
    Threshold threshold;

    @Option(names = "--resolve", description = "Ask registries for images that drydock.lock does not have.")
    boolean resolve;

    @Option(names = "--write-lock", description = "With --resolve: add the answers to drydock.lock.")
    boolean writeLock;

    @Mixin
    RegistryArguments registry = new RegistryArguments();

    boolean isVerbose() {
        return verbose.length > 0;
    }

    /** What makes a run fail. */
    enum Threshold {
        ANY,
        FIXABLE,
        NONE
    }

    /** Reads one of a few words, in any case. */
    abstract static class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
        private final List<E> values;

        WordConverter(E[] values) {
            this.values = List.of(values);
        }

        @Override
        public E convert(String word) {
            Optional<E> found = values.stream()
                    .filter(value -> value.name().equalsIgnoreCase(word))
                    .findFirst();
            return found.orElseThrow(() -> new TypeConversionException("\"" + word + "\" is not one of "
                    + values.stream()
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
        }
    }

    static final class SafetyConverter extends WordConverter<Safety> {
        SafetyConverter() {
            super(Safety.values());
        }
    }

    static final class ColourConverter extends WordConverter<ColourChoice> {
        ColourConverter() {
            super(ColourChoice.values());
        }
    }

    static final class ThresholdConverter extends WordConverter<Threshold> {
        ThresholdConverter() {
            super(Threshold.values());
        }
    }
}

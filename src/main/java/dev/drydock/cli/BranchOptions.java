package dev.drydock.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that {@code branch} and {@code pr} share. */
final class BranchOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and directories of the repository; without any: all of it.")
    List<String> paths = List.of();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Mixin
    CommitOptions commits = new CommitOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Errors only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more: what was left, and why; twice: stack traces.")
    boolean[] verbose = new boolean[0];

    @Option(names = "--exit-zero", description = "Exit with 0 even if a dry run finds something to do.")
    boolean exitZero;

    boolean isVerbose() {
        return verbose.length > 0;
    }
}

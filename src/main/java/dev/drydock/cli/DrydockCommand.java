package dev.drydock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a command: says that one is missing. */
@Command(
        name = "drydock",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        description = "Fixes Dockerfiles and compose files, and changes nothing else.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing left to do",
            "1:findings, pending changes, or something that a fix left",
            "2:usage, configuration, reading or writing failed, or an internal error"
        })
final class DrydockCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? check, diff or fix");
    }
}

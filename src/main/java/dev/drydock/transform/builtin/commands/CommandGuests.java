package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Guest;
import dev.drydock.container.Start;
import dev.drydock.knowledge.ContainerJobs;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.SurroundingCommands;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what works in the container of a command line: jobs by its labels, the health check, commands of other files. */
final class CommandGuests {
    private static final String SHELL = "/bin/sh";

    private CommandGuests() {}

    static List<Guest> of(ContainerCommand command, ContainerJobs known, SurroundingCommands.Found around) {
        List<Guest> guests = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        command.flags("label").forEach(flag -> {
            String[] label = flag.text().split("=", 2);
            labels.put(label[0], label.length > 1 ? label[1] : "");
        });
        if (!labels.isEmpty()) {
            known.of(labels)
                    .forEach(job -> guests.add(new Guest.Command(
                            "the label " + job.label(),
                            job.shell()
                                    ? List.of(SHELL, "-c", job.command())
                                    : Start.split(job.command()).orElseGet(() -> List.of(job.command())),
                            Optional.empty(),
                            false)));
        }
        command.flags("health-cmd")
                .forEach(flag -> guests.add(new Guest.Command(
                        "the health check", List.of(SHELL, "-c", flag.text()), Optional.empty(), true)));
        List<String> names =
                command.flags("name").stream().map(ContainerCommand.Flag::text).toList();
        around.uses().stream()
                .filter(use -> use.kind() == ContainerUse.Kind.EXEC && !use.isCompose())
                .filter(use -> names.contains(use.targetText()))
                .forEach(use -> guests.add(new Guest.Command(
                        use.place(),
                        use.words().stream()
                                .map(word -> WrittenValue.of(word).text())
                                .toList(),
                        Optional.empty(),
                        true)));
        return guests;
    }
}

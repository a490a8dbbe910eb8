package dev.drydock.transform.builtin.commands;

import dev.drydock.compose.Definition;
import dev.drydock.container.ContainerImage;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.SurroundingCommands;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The containers that join a network which a command of the file makes, and whether they get along without a way out. */
final class NetworkMembers {
    private static final Set<String> HARMLESS = Set.of("rm", "remove", "inspect", "ls", "list", "create", "prune");

    private final String network;
    private final List<SimpleCommand> commands;
    private final Images images;

    /** Looks at the commands of the file. */
    NetworkMembers(String network, List<SimpleCommand> commands, Images images) {
        this.network = network;
        this.commands = List.copyOf(commands);
        this.images = images;
    }

    /** Returns why a network without a way out may be too little, or empty. */
    Optional<String> obstacle(Project project, ProjectFile file) {
        int members = 0;
        for (SimpleCommand command : commands) {
            Invocation invocation = Invocation.of(command);
            if (!invocation.runs("docker", "podman")) {
                continue;
            }
            Optional<ContainerCommand> known = ContainerCommand.from(command);
            Optional<ContainerCommand> container =
                    known.filter(each -> each.action().makesContainer());
            if (container.isPresent()) {
                if (isMember(container.get())) {
                    Optional<String> reason = reason(container.get());
                    if (reason.isPresent()) {
                        return reason;
                    }
                    members++;
                }
            } else if (mentions(invocation) && !isHarmless(invocation)) {
                return Optional.of("another command of the file works with it");
            }
        }
        return members == 0
                ? Optional.of("the file does not show which containers join it")
                : outsider(project.commandsAround(file), project, file);
    }

    private boolean isMember(ContainerCommand container) {
        return container.flags("network", "net").stream()
                .map(ContainerCommand.Flag::text)
                .anyMatch(text -> text.contains("$")
                        || text.equals(network)
                        || List.of(text.split(",")).contains("name=" + network));
    }

    private Optional<String> reason(ContainerCommand container) {
        String image =
                container.image().map(WrittenValue::of).map(WrittenValue::text).orElse("a container");
        if (container.mayHideFlags() || container.flags("network", "net").size() > 1) {
            return Optional.of("not all options of " + image + " can be told");
        }
        if (container.flags("network", "net").get(0).text().contains("$")) {
            return Optional.of("which network " + image + " joins is known only when the command runs");
        }
        if (container.hasAny("publish", "publish-all", "add-host")) {
            return Optional.of(image + " publishes a port or reaches the host");
        }
        boolean server = ContainerImage.pulled(image, images)
                .facts()
                .map(ImageFacts::imageClass)
                .filter(ImageClass::servesOthers)
                .isPresent();
        return server ? Optional.empty() : Optional.of("whether " + image + " reaches out is not known");
    }

    private boolean mentions(Invocation invocation) {
        return invocation.arguments().stream()
                .map(word -> WrittenValue.of(word).text())
                .anyMatch(text -> text.equals(network) || text.endsWith("=" + network));
    }

    private static boolean isHarmless(Invocation invocation) {
        List<String> words = invocation.arguments().stream()
                .map(word -> WrittenValue.of(word).text())
                .toList();
        return words.size() > 1 && words.get(0).equals("network") && HARMLESS.contains(words.get(1));
    }

    /** Returns what outside of the file joins the network. */
    private Optional<String> outsider(SurroundingCommands.Found found, Project project, ProjectFile file) {
        Optional<String> command = found.uses().stream()
                .filter(use -> !use.file().equals(file.path()))
                .filter(use -> use.networks().contains(network))
                .map(ContainerUse::place)
                .findFirst();
        return command.or(() -> found.composeFiles().stream()
                        .sorted()
                        .filter(path -> project.composeAt(path).stream()
                                .flatMap(other -> other.networks().stream())
                                .filter(Definition::isExternal)
                                .anyMatch(other ->
                                        other.text("name").orElse(other.name()).equals(network)))
                        .map(Object::toString)
                        .findFirst())
                .map(place -> place + " joins it, too");
    }
}

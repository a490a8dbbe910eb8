package dev.drydock.transform.builtin.commands;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.WrittenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The container that a command line makes: its image with what is known of it, and how it is started.
 *
 * @param image the reference, as far as it is known before the command runs
 * @param facts what the knowledge base says of the image
 * @param commands all commands of the file
 */
record Container(
        ContainerCommand command,
        Fragment.Host host,
        List<SimpleCommand> commands,
        Optional<ImageReference> image,
        Optional<ImageFacts> facts) {
    private static final Set<String> LOOKING_INSIDE = Set.of("exec", "cp", "attach");

    static Container of(ContainerCommand command, Fragment fragment, List<SimpleCommand> commands, Images images) {
        Optional<ImageReference> image =
                command.image().flatMap(ShellWord::staticValue).flatMap(ImageReference::parse);
        Optional<ImageFacts> facts = image.flatMap(found -> images.find(found.familiarName(), found.effectiveTag()));
        return new Container(command, fragment.host(), commands, image, facts);
    }

    /** Returns whether the container is meant to go on by itself, and not to do one thing for a person or a script. */
    boolean isService() {
        boolean restarts = command.flags("restart").stream()
                .anyMatch(flag -> !flag.text().equals("no") && !flag.text().isEmpty());
        return command.has("detach")
                || restarts
                || host == Fragment.Host.UNIT
                || command.action() == ContainerCommand.Action.CREATE;
    }

    /** Returns whether a person types into the container. */
    boolean isInteractive() {
        return command.has("interactive") && command.has("tty") && !command.has("detach");
    }

    /** Returns why what is known of the image does not say what the container does, or empty if it does. */
    Optional<String> obstacle() {
        if (command.mayHideFlags()) {
            return Optional.of("a variable may hold more options");
        }
        if (image.isEmpty()) {
            return Optional.of("the image is known only when the command runs");
        }
        if (facts.isEmpty()) {
            return Optional.of("nothing is known of the image " + image.get().familiarName());
        }
        if (command.hasAny("entrypoint")) {
            return Optional.of("--entrypoint decides what runs");
        }
        if (isInteractive()) {
            return Optional.of("a person works in the container");
        }
        return runsItsProgram() ? Optional.empty() : Optional.of("the command behind the image decides what runs");
    }

    /** Returns whether what stands behind the image only adds options to its usual program, or names that program. */
    private boolean runsItsProgram() {
        if (command.operands().isEmpty()) {
            return true;
        }
        String first = command.operands().get(0).staticValue().orElse("");
        String repository = image.orElseThrow().repository();
        String name = repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return first.startsWith("-")
                || first.equals(name)
                || first.equals(name + "-server")
                || first.equals(name + "d")
                || first.equals("mysqld")
                || first.equals("mongod");
    }

    /** Returns why something else in the file may need more than the program of the container does, or empty. */
    Optional<String> otherUse() {
        List<String> names = new ArrayList<>();
        command.flags("name")
                .forEach(flag -> flag.value().map(WrittenValue::text).ifPresent(names::add));
        for (SimpleCommand other : commands) {
            Invocation invocation = Invocation.of(other);
            if (!invocation.runs("docker", "podman") || invocation.arguments().isEmpty()) {
                continue;
            }
            boolean inside = invocation.arguments().stream()
                    .limit(2)
                    .anyMatch(word ->
                            word.staticValue().filter(LOOKING_INSIDE::contains).isPresent());
            boolean named = invocation.arguments().stream()
                    .anyMatch(word -> names.stream().anyMatch(name -> mentions(word, name)));
            boolean byId = invocation.arguments().stream().anyMatch(ShellWord::hasExpansion);
            if (inside && (named || byId)) {
                return Optional.of("the file also works inside of the container (docker exec or docker cp)");
            }
        }
        return Optional.empty();
    }

    private static boolean mentions(ShellWord word, String name) {
        return WrittenValue.of(word).text().contains(name);
    }
}

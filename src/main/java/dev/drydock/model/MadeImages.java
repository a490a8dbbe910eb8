package dev.drydock.model;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Setting;
import dev.drydock.image.ImageReference;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.ContainerCommand.Flag;
import dev.drydock.shell.commands.Invocation;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a project gives to images which it makes itself: by a compose service that has {@code image} beside
 * {@code build}, by {@code docker build}, {@code docker tag} or {@code docker commit}. What a registry has under such a
 * name may be something else.
 */
public final class MadeImages {
    /** As {@link ImageReference#canonicalTagged()} writes them. */
    private final Set<String> names = new HashSet<>();

    private MadeImages() {}

    static MadeImages none() {
        return new MadeImages();
    }

    /**
     * Returns the names that these files give.
     *
     * @param environment the variables that compose finds in the {@code .env} file
     */
    public static MadeImages of(
            Collection<ComposeFile> files, Map<String, String> environment, Collection<Fragment> fragments) {
        MadeImages made = new MadeImages();
        for (ComposeFile file : files) {
            for (ComposeService service : file.services()) {
                if (service.build().isPresent()) {
                    service.image()
                            .flatMap(Setting::text)
                            .flatMap(text -> Interpolation.of(text).evaluate(environment))
                            .ifPresent(made::add);
                }
            }
        }
        fragments.forEach(fragment -> fragment.script().simpleCommands().forEach(made::command));
        return made;
    }

    private void add(String name) {
        ImageReference.parse(name).flatMap(ImageReference::canonicalTagged).ifPresent(names::add);
    }

    private void command(SimpleCommand command) {
        ContainerCommand.from(command)
                .ifPresent(found -> found.flags("tag").stream().map(Flag::text).forEach(this::add));
        tagged(command).ifPresent(this::add);
    }

    /** Returns the name that {@code docker tag} or {@code docker commit} gives, their last word. */
    private static Optional<String> tagged(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        List<ShellWord> words = invocation.arguments();
        boolean names = invocation.runs("docker", "podman")
                && words.size() > 2
                && words.stream()
                        .limit(2)
                        .flatMap(word -> word.staticValue().stream())
                        .anyMatch(word -> word.equals("tag") || word.equals("commit"));
        return names ? words.get(words.size() - 1).staticValue() : Optional.empty();
    }

    /** Returns whether the project itself makes an image of this name. */
    public boolean contains(ImageReference reference) {
        return reference.canonicalTagged().filter(names::contains).isPresent();
    }
}

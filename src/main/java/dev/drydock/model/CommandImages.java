package dev.drydock.model;

import dev.drydock.image.ImageReference;
import dev.drydock.script.Fragment;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.ContainerCommand.Flag;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The images of {@code docker run} and {@code docker create} in the command lines of a file, as far as their names are
 * written there. What the project makes itself is no image from outside, and neither is one with {@code --pull=never}.
 */
public final class CommandImages implements ImagePlaces {
    private final SourceText source;
    private final MadeImages made;
    private final List<ImagePlace> places = new ArrayList<>();

    private CommandImages(SourceText source, MadeImages made) {
        this.source = source;
        this.made = made;
    }

    /**
     * Returns the images that the command lines of a file name.
     *
     * @param fragments the pieces of the file that a shell reads
     */
    public static CommandImages of(SourceText source, List<Fragment> fragments, MadeImages made) {
        CommandImages images = new CommandImages(source, made);
        fragments.forEach(images::named);
        return images;
    }

    private void named(Fragment fragment) {
        fragment.script()
                .simpleCommands()
                .forEach(command -> ContainerCommand.from(command)
                        .filter(found ->
                                found.flags("pull").stream().map(Flag::text).noneMatch("never"::equals))
                        .ifPresent(found -> found.image().ifPresent(word -> named(found.program(), word))));
    }

    /** A name in quotes is edited inside of them; one that is put together from pieces is left out. */
    private void named(String program, ShellWord word) {
        Optional<String> name = word.staticValue()
                .filter(value -> ImageReference.parse(value)
                        .filter(reference -> !made.contains(reference))
                        .isPresent())
                .filter(value -> !program.equals("podman") || namesRegistry(value));
        if (name.isEmpty()) {
            return;
        }
        TextRange range = word.rangeInFile();
        String written = source.text().substring(range.start(), range.end());
        int quote = written.startsWith("\"") || written.startsWith("'") ? 1 : 0;
        if (written.length() == name.get().length() + 2 * quote && written.startsWith(name.get(), quote)) {
            int start = range.start() + quote;
            TextRange place = new TextRange(start, start + name.get().length());
            places.add(ImagePlace.literal(ImagePlace.Kind.COMMAND, place, name.get(), part -> part.shift(start)));
        }
    }

    /** Where podman looks for a name without registry says a file of the machine. */
    private static boolean namesRegistry(String name) {
        return ImageReference.parse(name).flatMap(ImageReference::domainRange).isPresent();
    }

    @Override
    public List<ImagePlace> all() {
        return List.copyOf(places);
    }
}

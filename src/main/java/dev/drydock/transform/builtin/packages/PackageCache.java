package dev.drydock.transform.builtin.packages;

import dev.drydock.model.ContainerPath;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.CommandView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a package manager keeps in the image between two installs.
 *
 * @param manager its name in the knowledge base
 * @param folders where it lies for root
 * @param mention the end of such a path, by which it is known in every home
 * @param view how a command is recognised that may install from it
 */
record PackageCache(
        String manager,
        List<String> folders,
        String mention,
        Function<SimpleCommand, Optional<? extends CommandView>> view) {
    PackageCache {
        folders = List.copyOf(folders);
    }

    /** Returns whether a text, such as a word of a command, names the cache or something in it. */
    boolean isNamedIn(String text) {
        for (int start = text.indexOf(mention); start >= 0; start = text.indexOf(mention, start + 1)) {
            int end = start + mention.length();
            boolean begins = start == 0 || mention.startsWith("/") || !isPartOfName(text.charAt(start - 1));
            boolean ends = end == text.length() || !isPartOfName(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    /** Returns whether a path is the cache, lies in it, or is a folder that hardly holds anything else. */
    boolean isAt(String path) {
        String plain = ContainerPath.normalise(path);
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        return isNamedIn(plain)
                || (name.startsWith(".") && mention.startsWith(name + "/"))
                || folders.stream()
                        .anyMatch(folder -> ContainerPath.isWithin(plain, folder)
                                || (ContainerPath.isWithin(folder, plain)
                                        && (name.startsWith(".") || plain.equals("/root"))));
    }

    /** Returns whether a path is a folder that holds the cache among other things. */
    boolean isBelow(String path) {
        String plain = ContainerPath.normalise(path);
        return plain.equals("/") || folders.stream().anyMatch(folder -> ContainerPath.isWithin(folder, plain));
    }
}

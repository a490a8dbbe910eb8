package dev.drydock.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What builds images and runs containers. Everything that it makes belongs to one session and goes with it. */
interface ContainerEngine extends AutoCloseable {
    /**
     * An image to build.
     *
     * @param context the folder of the build context
     * @param dockerfile the file, anywhere
     * @param target the stage; empty: the last one
     * @param arguments the build arguments
     * @param secrets the secrets of the build, by id: {@code src=} and a file, or {@code env=} and a variable
     * @param ignoreFile the ignore file, where it is not the one that the engine finds by itself
     */
    record BuildOrder(
            Path context,
            Path dockerfile,
            Optional<String> target,
            Map<String, String> arguments,
            Map<String, String> secrets,
            Optional<Path> ignoreFile) {}

    /**
     * What came of a build.
     *
     * @param image the id of the image; empty if the build failed
     * @param log the end of what it printed
     * @param timedOut whether it was ended because it took too long
     */
    record Built(Optional<String> image, String log, boolean timedOut) {}

    /**
     * A container to start.
     *
     * @param ports the container's ports that are published on the loopback device of the host, on ports that are free
     * @param options further options of {@code run}
     * @param words the command, if it is not that of the image
     */
    record RunOrder(String image, List<Integer> ports, List<String> options, List<String> words) {}

    /**
     * What came of a start.
     *
     * @param container its id; empty if the engine refused
     * @param error what the engine said
     */
    record Started(Optional<String> container, String error) {}

    /** Returns the engine and its version: {@code docker 28.5.2}. */
    String version();

    Built build(BuildOrder order);

    Started start(RunOrder order);

    /** Returns what the engine knows of an image; empty if there is none. */
    Optional<Json> image(String image);

    /** Returns what the engine knows of a container; empty if there is none. */
    Optional<Json> container(String container);

    /** Returns what a container printed, both of its outputs, the end of it. */
    String logs(String container);

    /** Returns the paths that differ from the image, each behind a letter: {@code A /app/data}. */
    List<String> changes(String container);

    /** Runs a program inside a container. */
    Command.Outcome exec(String container, List<String> words, Duration limit);

    /** Runs a program of an image in the network of a container. */
    Command.Outcome beside(String container, String image, List<String> words, Duration limit);

    /** Returns the numeric ids of the users of a container's processes. */
    List<Integer> users(String container);

    /** Returns the memory in megabytes and the number of processes now; zeros if that is not known. */
    int[] usage(String container);

    void restart(String container);

    /** Returns how many bytes a container wrote to its own layer; 0 if that is not known. */
    long written(String container);

    /** Ends a container at once. */
    void kill(String container);

    void removeContainer(String container);

    void removeImage(String image);

    /** Removes all that the session made. */
    @Override
    void close();
}

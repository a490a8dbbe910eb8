package dev.drydock.bot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * What a run has done so far, in a file with one line of JSON for each repository, written when the repository is finished.
 * A line that was cut off by a crash is skipped when read. A run that got through ends with a line that says so, and the
 * next run starts from the beginning; one that a forge's limit of requests has ended is gone on with.
 */
public final class BotState implements AutoCloseable {
    private static final String INTERRUPTED = "{\"interrupted\":true}";
    private static final String COMPLETE = "{\"complete\":true}";

    private final Optional<FileChannel> channel;
    private final Map<String, RepositoryResult> earlier;
    private final int opened;

    private BotState(Optional<FileChannel> channel, Map<String, RepositoryResult> earlier, int opened) {
        this.opened = opened;
        this.channel = channel;
        this.earlier = earlier;
    }

    /** Returns a state that forgets everything. */
    public static BotState none() {
        return new BotState(Optional.empty(), Map.of(), 0);
    }

    /**
     * Returns the state in {@code file}, which is made if it is not there.
     *
     * @throws IOException if it cannot be read or written, or another run uses it
     */
    public static BotState open(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Map<String, RepositoryResult> earlier = new LinkedHashMap<>();
            boolean complete = false;
            int opened = 0;
            for (String line : text.split("\n", -1)) {
                complete = line.equals(COMPLETE) || (complete && line.isBlank());
                Optional<RepositoryResult> result = read(line);
                result.ifPresent(found -> earlier.put(found.id(), found));
                opened = line.equals(INTERRUPTED)
                        ? 0
                        : opened + result.map(RepositoryResult::opened).orElse(0);
            }
            if (complete) {
                channel.truncate(0);
                earlier.clear();
                opened = 0;
            } else if (!text.isEmpty() && !text.endsWith("\n")) {
                append(channel, "\n");
            }
            channel.position(channel.size());
            return new BotState(Optional.of(channel), earlier, opened);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another run in this process.
        }
        if (lock == null) {
            throw new IOException("another run uses the state file " + file);
        }
    }

    private static Optional<RepositoryResult> read(String line) {
        try {
            Map<String, Object> map = line.startsWith("{") ? JSON.std.mapFrom(line) : Map.of();
            Object id = map.get("id");
            Object status = map.get("status");
            if (!(id instanceof String) || !(status instanceof String)) {
                return Optional.empty();
            }
            return Optional.of(JSON.std.beanFrom(RepositoryResult.class, line));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns what an earlier, unfinished run did with a repository, if that is final. */
    public Optional<RepositoryResult> finished(RepositoryTask task) {
        return Optional.ofNullable(earlier.get(task.id())).filter(RepositoryResult::isFinal);
    }

    /** Returns how many requests an earlier, unfinished run has opened. */
    int opened() {
        return opened;
    }

    /** Writes down what happened. It is on disk when this returns. */
    public synchronized void record(RepositoryResult result) throws IOException {
        write(JSON.std.asString(result));
    }

    /** Writes down that the run got through: the next one starts from the beginning. */
    public synchronized void complete() throws IOException {
        write(COMPLETE);
    }

    /** Writes down that the forge took no more requests: the next run does what is left, with a new limit of requests. */
    public synchronized void interrupted() throws IOException {
        write(INTERRUPTED);
    }

    private void write(String line) throws IOException {
        if (channel.isPresent()) {
            append(channel.get(), line + "\n");
            channel.get().force(false);
        }
    }

    private static void append(FileChannel channel, String text) throws IOException {
        channel.position(channel.size());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}

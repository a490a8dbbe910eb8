package dev.drydock.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The time in which one process tries things: a label for all that the engine makes meanwhile, and a folder for files. Both
 * end with the process, also when somebody interrupts it; what a killed one leaves is known by its label.
 */
final class Session {
    /** The label. Its value names the host, the process and when that was started. */
    static final String KEY = "dev.drydock.trial";

    private static final String FOLDER = "drydock-trial-";
    /** An engine may still be making what somebody asked for who is gone. */
    private static final long SETTLING_MILLIS = 1000;

    private static final String FOLDER_END = "_";

    private final String name;
    private final Path folder;
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final Thread hook;
    private volatile Runnable cleaning = () -> {};
    private volatile boolean ended;
    private volatile Thread cleaner;

    private Session(String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.hook = new Thread(this::interrupted, "cleaning");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Session begin() {
        ProcessHandle own = ProcessHandle.current();
        try {
            String name = name(own.pid(), started(own));
            return new Session(name, Files.createTempDirectory(FOLDER + name + FOLDER_END));
        } catch (IOException e) {
            throw new EngineException("no temporary directory can be made");
        }
    }

    /** Removes the folders of sessions of this host whose process is gone. */
    static void removeLeftFolders() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> all = Files.list(temporary)) {
            for (Path each : all.toList()) {
                String found = each.getFileName().toString();
                int end = found.lastIndexOf(FOLDER_END);
                if (found.startsWith(FOLDER)
                        && end > FOLDER.length()
                        && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && isDead(found.substring(FOLDER.length(), end))) {
                    delete(each);
                }
            }
        } catch (IOException e) {
            // What cannot be listed is left to the system.
        }
    }

    private static String name(long pid, long start) {
        return host() + "." + pid + "." + start;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9-]", "-");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Returns whether the process of a session of this host is gone. */
    static boolean isDead(String session) {
        String[] parts = session.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(host())) {
            return false;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
            return process.isEmpty() || started(process.get()) != Long.parseLong(parts[2]);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Returns the label as engines take it: {@code key=value}. */
    String label() {
        return KEY + "=" + name;
    }

    Path folder() {
        return folder;
    }

    /** Returns a beginning for names of containers, networks and volumes that is not used yet. */
    String prefix() {
        return namesOfProcess() + names.incrementAndGet();
    }

    /** Returns how all of these names begin that this process makes. */
    static String namesOfProcess() {
        return FOLDER + ProcessHandle.current().pid() + "-";
    }

    /** Returns a name for a file of the session that is not used yet. */
    Path file(String name) {
        return folder.resolve(name + "-" + files.incrementAndGet());
    }

    /** Says what is to be done if the process is interrupted. */
    void whenInterrupted(Runnable work) {
        cleaning = work;
    }

    private void interrupted() {
        end(() -> {
            // What is being started now would come after what is removed.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
            cleaning.run();
            pause();
            cleaning.run();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(SETTLING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the session has ended, for all but the one who cleans up. */
    boolean isOver() {
        return ended && Thread.currentThread() != cleaner;
    }

    /** Ends the session, once. */
    void end(Runnable work) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            cleaner = Thread.currentThread();
        }
        try {
            work.run();
        } finally {
            delete(folder);
            if (Thread.currentThread() != hook) {
                removeHook();
            }
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook finds the session ended.
        }
    }

    /** Removes a folder; what cannot be removed is left to the system, as it is a temporary one. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}

package dev.drydock.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Writes what builds and containers print into a folder, one file each in the order of their ends, secrets masked. */
final class KeptLogs {
    private final Path folder;
    private final List<UnaryOperator<String>> masks = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    /** @throws EngineException if the folder cannot be made */
    KeptLogs(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EngineException("the directory for the logs cannot be made");
        }
    }

    /** Adds what takes secrets out. */
    void mask(UnaryOperator<String> more) {
        masks.add(more);
    }

    void keep(String name, String text) {
        String masked = text;
        for (UnaryOperator<String> mask : masks) {
            masked = mask.apply(masked);
        }
        try {
            String file = String.format(Locale.ROOT, "%03d-%s.log", count.incrementAndGet(), name);
            Files.writeString(folder.resolve(file), masked, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // A log is no reason to end a trial.
        }
    }
}

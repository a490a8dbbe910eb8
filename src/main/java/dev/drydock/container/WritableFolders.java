package dev.drydock.container;

import dev.drydock.knowledge.Tmpfs;
import java.util.List;

/** The folders that a container with a read-only root needs as tmpfs, those that are mounted already left out. */
public record WritableFolders(List<Tmpfs> tmpfs) {
    public WritableFolders {
        tmpfs = List.copyOf(tmpfs);
    }
}

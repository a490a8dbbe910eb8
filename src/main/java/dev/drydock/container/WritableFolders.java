package dev.drydock.container;

import dev.drydock.knowledge.Tmpfs;
import java.util.ArrayList;
import java.util.List;

/** The folders that a container with a read-only root needs as tmpfs, those that are mounted already left out. */
public record WritableFolders(List<Tmpfs> tmpfs) {
    public WritableFolders {
        tmpfs = List.copyOf(tmpfs);
    }

    /** Returns the folders of both, each once. */
    public WritableFolders and(WritableFolders other) {
        List<Tmpfs> all = new ArrayList<>(tmpfs);
        other.tmpfs.stream()
                .filter(more -> all.stream().noneMatch(known -> known.path().equals(more.path())))
                .forEach(all::add);
        return new WritableFolders(all);
    }
}

package dev.drydock.discovery;

import java.util.List;

/** Which files are judged and changed together. */
@FunctionalInterface
public interface ProjectGrouping {

    /** Each file is a project of its own. */
    ProjectGrouping SINGLE_FILES = files -> files.stream().map(List::of).toList();

    /** Returns the files in groups; each file is in exactly one, and a group never mixes two roots. */
    List<List<InputFile>> group(List<InputFile> files);
}

package dev.drydock.transform.builtin.stages;

/**
 * What the runtime stage takes from the build stage.
 *
 * @param from the absolute path in the build stage; may be a pattern
 * @param to the absolute path in the runtime stage; ends in a slash if a pattern is copied into a folder
 */
record Artefact(String from, String to) {
    /** Returns an artefact that keeps its place. */
    static Artefact at(String path) {
        int star = path.indexOf('*');
        return new Artefact(path, star < 0 ? path : path.substring(0, path.lastIndexOf('/', star) + 1));
    }

    /** Returns whether a path is part of it. */
    boolean covers(String path) {
        return path.equals(from) || path.startsWith(from + "/");
    }
}

package dev.drydock.written;

import java.util.Locale;
import java.util.Objects;

/**
 * A file or folder that an application writes.
 *
 * @param path absolute and normalised, as the container sees it; {@code ~} and what follows for the home of its user
 * @param kind what is written there
 * @param certainty how sure that is
 * @param evidence the file that says so, from the root of the project: {@code src/server.js}
 * @param line its line there, from 1; 0 if the evidence says the place itself
 */
public record WrittenPlace(String path, Kind kind, Certainty certainty, String evidence, int line) {
    /** What is written. */
    public enum Kind {
        /** One file, of which the name is known. */
        FILE,
        /** A database in one file, which needs to make other files beside it. */
        DATABASE,
        /** Files in a folder. */
        FOLDER,
        /** A name without an ending, of which nobody says whether it is a folder. */
        UNCLEAR
    }

    /** How sure it is that the place is written. */
    public enum Certainty {
        /** A call or a setting that writes names it. */
        CERTAIN,
        /** A variable, a setting or its place says so. */
        LIKELY
    }

    public WrittenPlace {
        Objects.requireNonNull(path);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(certainty);
        Objects.requireNonNull(evidence);
    }

    public boolean isCertain() {
        return certainty == Certainty.CERTAIN;
    }

    /** Returns whether the place lies in the home of whoever runs the application. */
    public boolean isInHome() {
        return path.startsWith("~");
    }

    /** Returns the kind of a file by what holds its path: that of a process number is made beside its place and moved there. */
    static Kind fileNamed(String name) {
        return name.toLowerCase(Locale.ROOT).contains("pid") ? Kind.DATABASE : Kind.FILE;
    }

    /** Returns the kind of a place that something else than a call names, by its own name. */
    public static Kind kindByName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isEmpty()) {
            return Kind.FOLDER;
        }
        // A socket is made, not opened; a file that is there is in its way.
        boolean database = name.endsWith(".db") || name.contains(".sqlite") || name.endsWith(".sock");
        return name.lastIndexOf('.') <= 0 ? Kind.UNCLEAR : database ? Kind.DATABASE : Kind.FILE;
    }

    /** Returns the folder that must be writable: the place itself, or the one that holds the file. */
    public String folder() {
        boolean itself = kind == Kind.FOLDER || kind == Kind.UNCLEAR;
        int slash = path.lastIndexOf('/');
        return itself || slash < 0 ? path : slash == 0 ? "/" : path.substring(0, slash);
    }

    /** Returns what must be writable: the file alone where that is enough, else the folder that holds it. */
    public String needed() {
        return kind == Kind.DATABASE ? folder() : path;
    }

    /** Returns whether a source says so that a server runs, rather than settings, or what browsers run. */
    public boolean isOfServer() {
        return Language.isOfServer(evidence);
    }

    /** Returns where it is said, as messages name it: {@code src/server.js:3}. */
    public String where() {
        return line > 0 ? evidence + ":" + line : evidence;
    }
}

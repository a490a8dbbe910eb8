package dev.drydock.discovery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing failed, in words; the exceptions of the JDK often hold a path alone. */
public final class IoReasons {
    private IoReasons() {}

    /** Returns the reason in one line, without the path and without a full stop. */
    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (problem instanceof FileSystemLoopException) {
            return "a symbolic link that points to itself";
        }
        if (problem instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason().startsWith("Too many levels of symbolic links")
                    ? "a symbolic link that points to itself"
                    : lowerCase(failed.getReason());
        }
        String message = problem.getMessage();
        return message == null || message.isEmpty() ? problem.getClass().getSimpleName() : lowerCase(message);
    }

    private static String lowerCase(String message) {
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}

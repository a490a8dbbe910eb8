package dev.drydock.dockerfile;

import java.util.Optional;

/** An instruction that takes a command: RUN, CMD, ENTRYPOINT, HEALTHCHECK, SHELL. */
public interface CommandForm {
    /** Returns the JSON array of the exec form; a JSON array that is not strict JSON is shell form for Docker. */
    Optional<JsonArray> exec();

    /** Returns the text of the shell form. */
    Optional<ShellText> shell();
}

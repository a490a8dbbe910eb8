package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Mounts that hand a secret to a RUN without leaving it in the image. */
final class SecretMounts {
    /** Without it, BuildKit mounts nothing where the secret is not passed, and says nothing. */
    static final String REQUIRED = ",required=true";

    private SecretMounts() {}

    /** Returns the id under which the build command passes the secret of a variable. */
    static String id(String variable) {
        return variable.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the edits that give the variable to each of the RUNs; one that has it already is left alone.
     *
     * @param required whether a build without the secret fails instead of going on with an empty variable
     */
    static List<TextEdit> asVariable(
            DockerfileEditor editor, List<RunInstruction> runs, String variable, boolean required) {
        List<TextEdit> edits = new ArrayList<>();
        for (RunInstruction run : runs) {
            boolean there = run.mounts().stream()
                    .anyMatch(mount ->
                            mount.mountOption("env").filter(variable::equals).isPresent());
            if (!there) {
                edits.add(editor.addFlag(
                        run,
                        "--mount=type=secret,id=" + id(variable) + ",env=" + variable + (required ? REQUIRED : "")));
            }
        }
        return edits;
    }

    /** Returns what the build command gets for a variable. */
    static String option(String variable) {
        return option(variable, variable);
    }

    /** Returns what the build command gets for a variable of the build that another variable of its caller holds. */
    static String option(String variable, String source) {
        return "--secret id=" + id(variable) + ",env=" + source;
    }

    /** Returns the sentence that names the new build command. */
    static String command(String option) {
        return command("docker", option);
    }

    /** Returns the sentence that names the new build command of a builder. */
    static String command(String program, String option) {
        return "Build with: " + program + " build " + option + " .";
    }
}

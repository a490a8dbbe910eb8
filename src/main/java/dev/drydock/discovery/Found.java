package dev.drydock.discovery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a look at some paths brought.
 *
 * @param files in the order of the arguments, then by path
 * @param skipped what was left out on purpose, one line each, for those who ask
 * @param templates what is a template by its content, though its name does not say so
 * @param errors what could not be looked at, with the reason
 * @param temporary the folders in which a run, living or killed, has its temporary files
 * @param fixtures for each file, also each template, that is input of a test, the directory of such files in which it lies, as reports print
 *     it
 */
public record Found(
        List<InputFile> files,
        List<String> skipped,
        List<InputFile> templates,
        List<Unreadable> errors,
        List<Path> temporary,
        Map<InputFile, String> fixtures) {
    public Found {
        templates = List.copyOf(templates);
        temporary = List.copyOf(temporary);
        fixtures = Map.copyOf(fixtures);
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
    }

    /** A path that was named, or found under a fitting name, and cannot be read. */
    public record Unreadable(String display, String reason) {}
}

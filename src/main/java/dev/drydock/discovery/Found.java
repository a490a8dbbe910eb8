package dev.drydock.discovery;

import java.util.List;

/**
 * What a look at some paths brought.
 *
 * @param files in the order of the arguments, then by path
 * @param skipped what was left out on purpose, one line each, for those who ask
 * @param errors what could not be looked at, with the reason
 */
public record Found(List<InputFile> files, List<String> skipped, List<Unreadable> errors) {
    public Found {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
    }

    /** A path that was named, or found under a fitting name, and cannot be read. */
    public record Unreadable(String display, String reason) {}
}

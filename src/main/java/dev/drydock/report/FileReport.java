package dev.drydock.report;

import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a run found in one file, and what became of the file.
 *
 * @param path its name as it was given
 * @param patchPath its name in a diff
 * @param before its text; empty if it was not there or could not be read
 * @param after its repaired text; empty if there is none
 * @param confidential whether the text must not be printed
 * @param mask returns a text of the file with its secrets masked, line by line
 * @param issues ordered by place
 * @param errors what went wrong
 */
public record FileReport(
        String path,
        String patchPath,
        Optional<SourceText> before,
        Optional<SourceText> after,
        boolean confidential,
        UnaryOperator<String> mask,
        List<Issue> issues,
        List<FileError> errors) {

    private static final Comparator<Issue> BY_PLACE = Comparator.comparingInt(
                    (Issue issue) -> issue.place().line())
            .thenComparingInt(issue -> issue.place().column())
            .thenComparing(Issue::code)
            .thenComparing(Issue::rule);

    public FileReport {
        Objects.requireNonNull(path);
        Objects.requireNonNull(patchPath);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        Objects.requireNonNull(mask);
        issues = issues.stream().sorted(BY_PLACE).toList();
        errors = List.copyOf(errors);
    }

    /** Returns the report of a file that could not be judged at all. */
    public static FileReport failed(String path, FileError error) {
        return new FileReport(
                path, path, Optional.empty(), Optional.empty(), false, text -> text, List.of(), List.of(error));
    }

    /** Returns whether the run has another text for this file than it had, or creates it. */
    public boolean isChanged() {
        return after.isPresent() && !before.map(SourceText::text).equals(after.map(SourceText::text));
    }

    /** Returns this report with its repairs left undone. */
    public FileReport undone() {
        List<Issue> left = issues.stream().map(Issue::undone).toList();
        return new FileReport(path, patchPath, before, before, confidential, mask, left, errors);
    }

    /** Returns this report with the error added, the file as it was, and its repairs left undone. */
    public FileReport unchangedBecause(FileError error) {
        List<FileError> more = new ArrayList<>(errors);
        more.add(error);
        FileReport undone = undone();
        return new FileReport(path, patchPath, before, before, confidential, mask, undone.issues, more);
    }
}

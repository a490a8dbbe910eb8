package dev.drydock.report;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.project.ProjectPath;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Changes as one patch. Secrets in it are masked; where they stand in changed lines, a remark says that the patch cannot be
 * applied. Above the diff of each file stands what is done there, with its level and what it assumes; {@code
 * git apply} and {@code patch} skip such text, because no line of it starts like the header of a diff.
 */
public final class DiffReport implements Report {
    private final PrintWriter out;
    private final Palette palette;
    private final Optional<Catalogue> reasons;
    private final boolean showsSecrets;
    private final boolean watched;
    private boolean first = true;

    /**
     * Returns a report of patches.
     *
     * @param reasons where to find why each change matters, if that is to be printed
     * @param showsSecrets whether the diff is printed with the secrets that it holds
     * @param watched whether a person reads it on a terminal, which must not obey what stands in a file; a program gets
     *     every byte
     */
    public DiffReport(
            PrintWriter out, Palette palette, Optional<Catalogue> reasons, boolean showsSecrets, boolean watched) {
        this.watched = watched || palette != Palette.PLAIN;
        this.out = out;
        this.palette = palette;
        this.reasons = reasons;
        this.showsSecrets = showsSecrets;
    }

    @Override
    public void file(FileReport file) {
        boolean explained = file.issues().stream().anyMatch(issue -> issue.status() == Status.REPAIRED);
        if (explained || file.isChanged()) {
            out.print(first ? "" : "\n");
            first = false;
        }
        file.issues().stream()
                .filter(issue -> issue.status() == Status.REPAIRED)
                .forEach(issue -> explain(file.path(), issue));
        if (!file.isChanged()) {
            return;
        }
        if (file.confidential() && !showsSecrets) {
            line("Creates " + Printable.path(file.path()) + ", which holds a secret and is not shown.");
            return;
        }
        UnifiedDiff.Masked diff = UnifiedDiff.masked(
                ProjectPath.of(file.patchPath()),
                file.before().map(text -> text.text()),
                file.after().orElseThrow().text(),
                showsSecrets ? text -> text : file.mask());
        if (!diff.isComplete()) {
            line("Secrets are masked in the diff of " + Printable.of(file.path())
                    + ", so it cannot be applied: drydock fix writes it, diff --show-secrets prints it as it is.");
        }
        paint(diff.text());
    }

    private void explain(String path, Issue issue) {
        line(Printable.path(path) + ":" + issue.place().line() + ": " + issue.code() + " " + issue.rule() + " ["
                + issue.label() + "] " + Printable.of(issue.message()));
        line("    " + Printable.of(issue.remedy()));
        issue.proof().ifPresent(line -> line("    proof: " + Printable.of(line)));
        reasons.flatMap(catalogue -> catalogue.byId(issue.rule()))
                .map(CatalogueEntry::page)
                .ifPresent(page -> line("    why: " + Printable.of(page.why())));
        issue.assumptions().forEach(sentence -> line("    assumes: " + Printable.of(sentence)));
        issue.notes().forEach(sentence -> line("    note: " + Printable.of(sentence)));
    }

    private void paint(String diff) {
        if (!watched) {
            out.print(diff);
            return;
        }
        int start = 0;
        while (start < diff.length()) {
            int newline = diff.indexOf('\n', start);
            int end = newline < 0 ? diff.length() : newline;
            line(painted(Printable.line(diff.substring(start, end))));
            start = end + 1;
        }
    }

    private String painted(String line) {
        if (line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("diff ")) {
            return palette.bold(line);
        }
        if (line.startsWith("@@")) {
            return palette.cyan(line);
        }
        if (line.startsWith("+")) {
            return palette.green(line);
        }
        return line.startsWith("-") ? palette.red(line) : line;
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }

    @Override
    public void end(Summary summary) {
        // The figures would be part of the patch; whoever runs this prints them elsewhere.
    }
}

package dev.drydock.report;

import java.io.PrintWriter;

/** Findings for people, one line each in the form that editors and terminals link: {@code path:line:column}. */
public final class TextReport implements Report {
    private final PrintWriter out;
    private final Palette palette;
    private final Wording wording;

    /**
     * How much is said.
     *
     * @param repairedWord "fixed" or "to fix"
     * @param details whether assumptions and notes are printed with each finding
     * @param summary whether the last line gives the figures
     * @param leftOnly whether only what is not repaired is printed
     */
    public record Wording(String repairedWord, boolean details, boolean summary, boolean leftOnly) {}

    public TextReport(PrintWriter out, Palette palette, Wording wording) {
        this.out = out;
        this.palette = palette;
        this.wording = wording;
    }

    @Override
    public void file(FileReport file) {
        for (Issue issue : file.issues()) {
            if (!wording.leftOnly() || issue.status() != Status.REPAIRED) {
                issue(file.path(), issue);
            }
        }
    }

    private void issue(String path, Issue issue) {
        line(palette.bold(Printable.path(path)) + ":" + issue.place().line() + ":"
                + issue.place().column() + ": " + palette.red(issue.code()) + " " + label(issue) + " "
                + Printable.of(issue.message()));
        if (!issue.remedy().isEmpty()) {
            line("    " + lead(issue) + ": " + Printable.of(issue.remedy()));
        }
        issue.proof().ifPresent(line -> line("    proof: " + Printable.of(line)));
        if (wording.details()) {
            issue.assumptions().forEach(sentence -> line("    assumes: " + Printable.of(sentence)));
            issue.notes().forEach(sentence -> line("    note: " + Printable.of(sentence)));
        }
    }

    private String label(Issue issue) {
        String text = "[" + issue.label() + "]";
        return switch (issue.status()) {
            case REPAIRED -> palette.green(text);
            case ABOVE_LEVEL -> palette.cyan(text);
            case ABSTAINED, ADVICE -> palette.yellow(text);
        };
    }

    private String lead(Issue issue) {
        return switch (issue.status()) {
            case REPAIRED -> wording.repairedWord().equals("fixed") ? "fixed" : "fix";
            case ABOVE_LEVEL -> "fix with --safety " + issue.label();
            case ABSTAINED -> "left";
            case ADVICE -> "advice";
        };
    }

    @Override
    public void end(Summary summary) {
        if (wording.summary() && summary.files() > 0) {
            line(summary.line(wording.repairedWord()));
        }
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }
}

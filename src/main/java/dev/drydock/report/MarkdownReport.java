package dev.drydock.report;

import java.io.PrintWriter;

/** A run as Markdown, for a job summary or a comment: one table for each file with findings. */
public final class MarkdownReport implements Report {
    private final PrintWriter out;
    private final String repairedWord;

    public MarkdownReport(PrintWriter out, String repairedWord) {
        this.out = out;
        this.repairedWord = repairedWord;
    }

    @Override
    public void file(FileReport file) {
        if (file.issues().isEmpty() && file.errors().isEmpty()) {
            return;
        }
        out.print("### `" + Printable.path(file.path()).replace('`', '\'') + "`\n\n");
        for (FileError error : file.errors()) {
            String where =
                    error.place().map(place -> "line " + place.line() + ": ").orElse("");
            out.print("**Error:** " + where + cell(error.message()) + "\n\n");
        }
        if (file.issues().isEmpty()) {
            return;
        }
        out.print("| Line | Rule | | What is wrong | What is done |\n|---:|---|---|---|---|\n");
        for (Issue issue : file.issues()) {
            out.print("| " + issue.place().line() + " | " + issue.code() + " `" + issue.rule() + "` | " + issue.label()
                    + " | " + cell(issue.message()) + " | "
                    + cell(issue.remedy()
                            + issue.proof().map(line -> "; " + line).orElse("")) + " |\n");
        }
        out.print('\n');
    }

    /** Returns text from a file for a table cell: no markup, no mentions, no second line. */
    public static String cell(String text) {
        StringBuilder cell = new StringBuilder(text.length());
        Printable.of(text).chars().forEach(c -> {
            if ("\\`*_{}[]<>|#~".indexOf(c) >= 0) {
                cell.append('\\');
            }
            cell.append((char) c);
            if (c == '@') {
                cell.append('\u200B');
            }
        });
        return cell.toString();
    }

    @Override
    public void end(Summary summary) {
        out.print(summary.line(repairedWord) + "\n");
    }
}

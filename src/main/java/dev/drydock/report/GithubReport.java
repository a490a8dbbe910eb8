package dev.drydock.report;

import java.io.PrintWriter;

/** Findings as GitHub Actions workflow commands, which the log turns into annotations. */
public final class GithubReport implements Report {
    private final PrintWriter out;

    public GithubReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void file(FileReport file) {
        for (Issue issue : file.issues()) {
            String level = issue.status() == Status.ABOVE_LEVEL ? "notice" : "warning";
            String remedy = issue.remedy().isEmpty() ? "" : "\n" + Printable.of(issue.remedy());
            command(
                    level,
                    file.patchPath(),
                    issue.place(),
                    issue.code() + " " + issue.rule(),
                    Printable.of(issue.message()) + remedy);
        }
        for (FileError error : file.errors()) {
            command(
                    "error",
                    file.patchPath(),
                    error.place().orElse(Place.START),
                    "drydock",
                    Printable.of(error.message()));
        }
    }

    private void command(String level, String path, Place place, String title, String message) {
        StringBuilder line =
                new StringBuilder("::").append(level).append(" file=").append(property(Printable.of(path)));
        line.append(",line=").append(place.line()).append(",endLine=").append(place.endLine());
        if (place.line() == place.endLine()) {
            // GitHub ignores an annotation that spans lines and names columns.
            line.append(",col=").append(place.column()).append(",endColumn=").append(place.endColumn());
        }
        line.append(",title=").append(property(title)).append("::").append(data(message));
        out.print(line.append('\n'));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void end(Summary summary) {
        // Annotations have no place for figures.
    }
}

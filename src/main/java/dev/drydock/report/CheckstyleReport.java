package dev.drydock.report;

import static java.util.Map.entry;

import java.io.PrintWriter;
import java.util.List;

/** Findings in the XML of Checkstyle, which most code review tools read. */
public final class CheckstyleReport implements Report {
    private final StringBuilder body = new StringBuilder();
    private final PrintWriter out;

    public CheckstyleReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void file(FileReport file) {
        body.append("  ")
                .append(XmlText.tag("file", List.of(entry("name", file.patchPath())), false))
                .append('\n');
        for (Issue issue : file.issues()) {
            String severity = issue.status() == Status.ABOVE_LEVEL ? "info" : "warning";
            error(issue.place(), severity, issue.message(), issue.code() + "." + issue.rule());
        }
        for (FileError error : file.errors()) {
            error(error.place().orElse(Place.START), "error", error.message(), "error");
        }
        body.append("  </file>\n");
    }

    private void error(Place place, String severity, String message, String source) {
        body.append("    ")
                .append(XmlText.tag(
                        "error",
                        List.of(
                                entry("line", String.valueOf(place.line())),
                                entry("column", String.valueOf(place.column())),
                                entry("severity", severity),
                                entry("message", message),
                                entry("source", "drydock." + source)),
                        true))
                .append('\n');
    }

    @Override
    public void end(Summary summary) {
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
        out.print(body);
        out.print("</checkstyle>\n");
    }
}

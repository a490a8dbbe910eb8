package dev.drydock.report;

import static java.util.Map.entry;

import java.io.PrintWriter;
import java.util.List;

/** A run as JUnit XML: each file is a suite, each issue a failed case, a file without any one that passed. */
public final class JunitReport implements Report {
    private final StringBuilder body = new StringBuilder();
    private final PrintWriter out;

    public JunitReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void file(FileReport file) {
        int failures = file.issues().size();
        int errors = file.errors().size();
        int cases = Math.max(1, failures + errors);
        body.append("  ")
                .append(XmlText.tag(
                        "testsuite",
                        List.of(
                                entry("name", file.path()),
                                entry("tests", String.valueOf(cases)),
                                entry("failures", String.valueOf(failures)),
                                entry("errors", String.valueOf(errors))),
                        false))
                .append('\n');
        for (Issue issue : file.issues()) {
            String name =
                    issue.code() + " " + issue.rule() + " line " + issue.place().line();
            testCase(file, name, "failure", issue.message(), issue.remedy());
        }
        for (FileError error : file.errors()) {
            testCase(file, "read", "error", error.message(), "");
        }
        if (failures + errors == 0) {
            body.append("    ")
                    .append(XmlText.tag(
                            "testcase", List.of(entry("name", "drydock"), entry("classname", file.path())), true))
                    .append('\n');
        }
        body.append("  </testsuite>\n");
    }

    private void testCase(FileReport file, String name, String outcome, String message, String text) {
        body.append("    ")
                .append(XmlText.tag("testcase", List.of(entry("name", name), entry("classname", file.path())), false))
                .append(XmlText.tag(outcome, List.of(entry("message", message)), false))
                .append(XmlText.escape(text))
                .append("</")
                .append(outcome)
                .append("></testcase>\n");
    }

    @Override
    public void end(Summary summary) {
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.print(XmlText.tag(
                "testsuites",
                List.of(
                        entry("name", "drydock"),
                        entry("failures", String.valueOf(summary.total())),
                        entry("errors", String.valueOf(summary.errors()))),
                false));
        out.print('\n');
        out.print(body);
        out.print("</testsuites>\n");
    }
}

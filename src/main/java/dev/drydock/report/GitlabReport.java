package dev.drydock.report;

import dev.drydock.edit.Safety;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as a GitLab Code Quality report. GitLab drops all but the first of equal fingerprints: each is unique. */
public final class GitlabReport implements Report {
    private final PrintWriter out;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<Object> issues = new ArrayList<>();

    public GitlabReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void file(FileReport file) {
        for (Issue issue : file.issues()) {
            issues.add(issue(
                    file.patchPath(),
                    issue.place(),
                    issue.code() + " " + issue.rule(),
                    issue.message(),
                    severity(issue),
                    fingerprints.of(file.patchPath(), issue)));
        }
        for (FileError error : file.errors()) {
            String fingerprint = Fingerprints.sha256(file.patchPath() + '\n' + error.message());
            Place place = error.place().orElse(Place.START);
            issues.add(issue(file.patchPath(), place, "drydock", error.message(), "blocker", fingerprint));
        }
    }

    private static String severity(Issue issue) {
        if (issue.status() == Status.ABOVE_LEVEL) {
            return "info";
        }
        return issue.safety().filter(Safety.SAFE::equals).isPresent() ? "minor" : "major";
    }

    private static Map<String, Object> issue(
            String path, Place place, String check, String description, String severity, String fingerprint) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("path", path);
        location.put("lines", Map.of("begin", place.line()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", description);
        json.put("check_name", check);
        json.put("fingerprint", fingerprint);
        json.put("severity", severity);
        json.put("location", location);
        return json;
    }

    @Override
    public void end(Summary summary) {
        JsonText.write(out, issues);
    }
}

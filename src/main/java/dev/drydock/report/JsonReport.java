package dev.drydock.report;

import dev.drydock.edit.Safety;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run as one JSON document. Keys may be added; {@code format} grows by one when one changes its meaning or goes. */
public final class JsonReport implements Report {
    private static final int FORMAT = 1;

    private final PrintWriter out;
    private final String version;
    private final List<Object> files = new ArrayList<>();

    public JsonReport(PrintWriter out, String version) {
        this.out = out;
        this.version = version;
    }

    @Override
    public void file(FileReport file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", file.path());
        json.put("changed", file.isChanged());
        json.put("findings", file.issues().stream().map(JsonReport::issue).toList());
        json.put("errors", file.errors().stream().map(JsonReport::error).toList());
        files.add(json);
    }

    private static Map<String, Object> issue(Issue issue) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", issue.rule());
        json.put("code", issue.code());
        place(json, issue.place());
        json.put("message", issue.message());
        json.put("status", issue.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("safety", issue.safety().map(Safety::label).orElse(null));
        json.put("remedy", issue.remedy());
        json.put("assumptions", issue.assumptions());
        json.put("notes", issue.notes());
        issue.proof().ifPresent(line -> json.put("proof", line));
        return json;
    }

    private static Map<String, Object> error(FileError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        error.place().ifPresent(place -> place(json, place));
        json.put("message", error.message());
        return json;
    }

    private static void place(Map<String, Object> json, Place place) {
        json.put("line", place.line());
        json.put("column", place.column());
        json.put("endLine", place.endLine());
        json.put("endColumn", place.endColumn());
    }

    @Override
    public void end(Summary summary) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("files", summary.files());
        figures.put("changed", summary.changedFiles());
        figures.put("repaired", summary.repaired());
        figures.put("left", summary.left());
        figures.put("errors", summary.errors());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", version);
        json.put("files", files);
        json.put("summary", figures);
        JsonText.write(out, json);
    }
}

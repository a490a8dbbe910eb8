package dev.drydock.report;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run in the Static Analysis Results Interchange Format, version 2.1.0. URIs are relative to the source root; the
 * fingerprint is our own key, because GitHub's needs GitHub's own algorithm.
 */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "drydockFinding/v1";

    private final PrintWriter out;
    private final String version;
    private final Catalogue catalogue;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();
    private final List<Object> results = new ArrayList<>();
    private final List<Object> notifications = new ArrayList<>();

    public SarifReport(PrintWriter out, String version, Catalogue catalogue) {
        this.out = out;
        this.version = version;
        this.catalogue = catalogue;
    }

    @Override
    public void file(FileReport file) {
        file.issues().forEach(issue -> results.add(result(file, issue)));
        file.errors().forEach(error -> notifications.add(notification(file, error)));
    }

    private Map<String, Object> result(FileReport file, Issue issue) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleId", issue.code());
        json.put("ruleIndex", ruleIndexes.computeIfAbsent(issue.rule(), rule -> ruleIndexes.size()));
        json.put("level", issue.status() == Status.ABOVE_LEVEL ? "note" : "warning");
        json.put("message", Map.of("text", text(issue)));
        json.put("locations", List.of(location(file.patchPath(), issue.place())));
        json.put("partialFingerprints", Map.of(FINGERPRINT, fingerprints.of(file.patchPath(), issue)));
        if (!issue.replacements().isEmpty()) {
            json.put("fixes", List.of(fix(file.patchPath(), issue)));
        }
        return json;
    }

    private static String text(Issue issue) {
        String proof = issue.proof().map(line -> "; " + line).orElse("");
        return (issue.remedy().isEmpty() ? issue.message() : issue.message() + ". " + issue.remedy()) + proof;
    }

    private static Map<String, Object> fix(String path, Issue issue) {
        List<Object> replacements = new ArrayList<>();
        for (Issue.Replacement replacement : issue.replacements()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("deletedRegion", region(replacement.place()));
            json.put("insertedContent", Map.of("text", replacement.text()));
            replacements.add(json);
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact(path));
        change.put("replacements", replacements);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("description", Map.of("text", issue.remedy()));
        json.put("artifactChanges", List.of(change));
        return json;
    }

    private static Map<String, Object> notification(FileReport file, FileError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("level", "error");
        json.put("message", Map.of("text", error.message()));
        json.put("locations", List.of(location(file.patchPath(), error.place().orElse(Place.START))));
        return json;
    }

    private static Map<String, Object> location(String path, Place place) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact(path));
        physical.put("region", region(place));
        return Map.of("physicalLocation", physical);
    }

    private static Map<String, Object> artifact(String path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uri", uri(path));
        json.put("uriBaseId", "%SRCROOT%");
        return json;
    }

    private static String uri(String path) {
        try {
            // A name with a colon in its first segment would read as a scheme.
            String relative = path.indexOf(':') >= 0 ? "./" + path : path;
            return new URI(null, null, relative, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    private static Map<String, Object> region(Place place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("startLine", place.line());
        json.put("startColumn", place.column());
        json.put("endLine", place.endLine());
        json.put("endColumn", place.endColumn());
        return json;
    }

    private Map<String, Object> rule(String id) {
        Optional<CatalogueEntry> entry = catalogue.byId(id);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.map(CatalogueEntry::code).orElse(id));
        json.put("name", id);
        entry.ifPresent(rule -> {
            json.put("shortDescription", Map.of("text", rule.summary()));
            Map<String, Object> help = new LinkedHashMap<>();
            help.put("text", rule.summary());
            help.put("markdown", rule.page().body());
            json.put("help", help);
            json.put("properties", Map.of("tags", List.of("security", rule.family())));
        });
        return json;
    }

    @Override
    public void end(Summary summary) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Drydock");
        driver.put("semanticVersion", version);
        driver.put("rules", ruleIndexes.keySet().stream().map(this::rule).toList());
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", notifications.isEmpty());
        invocation.put("toolExecutionNotifications", notifications);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("invocations", List.of(invocation));
        run.put("results", results);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("$schema", SCHEMA);
        json.put("version", "2.1.0");
        json.put("runs", List.of(run));
        JsonText.write(out, json);
    }
}

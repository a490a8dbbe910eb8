package dev.drydock.bot;

import dev.drydock.git.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * What a run did, ordered by repository.
 *
 * @param results one for each repository of the run
 * @param resumed how many of them an earlier run had finished
 */
public record BotReport(List<RepositoryResult> results, int resumed) {
    public BotReport {
        results = results.stream()
                .sorted(java.util.Comparator.comparing(RepositoryResult::id))
                .toList();
    }

    public long count(RepositoryResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    public int opened() {
        return results.stream().mapToInt(RepositoryResult::opened).sum();
    }

    private String totals() {
        return results.size() + " repositories: " + count(RepositoryResult.Status.DONE) + " done ("
                + resumed + " by an earlier run), " + count(RepositoryResult.Status.DEFERRED) + " deferred, "
                + count(RepositoryResult.Status.SKIPPED) + " skipped, "
                + count(RepositoryResult.Status.FAILED) + " failed; " + opened() + " requests opened";
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns lines for a terminal or a log: failures and requests, then the totals. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (RepositoryResult result : results) {
            if (result.status() != RepositoryResult.Status.DONE
                    || !result.requests().isEmpty()) {
                text.append(label(result.status())).append("  ").append(result.id());
                text.append(result.message().isEmpty() ? "" : ": " + result.message())
                        .append('\n');
            }
            result.requests()
                    .forEach(request -> text.append("    ")
                            .append(request.action())
                            .append(' ')
                            .append(request.branch())
                            .append(request.url().isEmpty() ? "" : " " + request.url())
                            .append(request.message().isEmpty() ? "" : " (" + request.message() + ")")
                            .append('\n'));
        }
        return text.append(totals()).append('\n').toString();
    }

    /** Returns one JSON object: {@code totals} and {@code repositories}. */
    public String json() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("repositories", results.size());
        for (RepositoryResult.Status status : RepositoryResult.Status.values()) {
            totals.put(label(status), count(status));
        }
        totals.put("resumed", resumed);
        totals.put("opened", opened());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("totals", totals);
        report.put("repositories", results.stream().map(BotReport::json).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(report) + "\n";
    }

    private static Map<String, Object> json(RepositoryResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("repository", result.id());
        map.put("status", label(result.status()));
        map.put("message", result.message());
        map.put(
                "requests",
                result.requests().stream()
                        .map(request -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("branch", request.branch());
                            entry.put("action", request.action());
                            entry.put("url", request.url());
                            entry.put("message", request.message());
                            return entry;
                        })
                        .toList());
        return map;
    }

    /** Returns a table in Markdown, for the summary of a CI job. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Drydock\n\n").append(totals()).append("\n\n");
        text.append("| Repository | Status | Requests | Message |\n|---|---|---|---|\n");
        for (RepositoryResult result : results) {
            text.append("| ")
                    .append(cell(result.id()))
                    .append(" | ")
                    .append(label(result.status()))
                    .append(" | ");
            text.append(String.join(
                    "<br>",
                    result.requests().stream()
                            .map(request -> request.action() + " " + cell(request.branch())
                                    + (request.url().isEmpty() ? "" : " " + cell(request.url())))
                            .toList()));
            text.append(" | ")
                    .append(result.message().isEmpty() ? "" : cell(result.message()))
                    .append(" |\n");
        }
        return text.toString();
    }

    /** Code, so that nothing in it is markup; a name with a backtick loses it. */
    private static String cell(String text) {
        return "`" + OneLine.of(text, 300).replace('`', '\'').replace("|", "\\|") + "`";
    }
}

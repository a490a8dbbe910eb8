package dev.drydock.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes evidence files: sorted, and every text in double quotes, so that no reader takes it for anything else. */
public final class EvidenceWriter {
    private final StringBuilder text = new StringBuilder();

    private EvidenceWriter() {}

    /** Returns the text of a file with this content. */
    public static String write(Evidence evidence) {
        var writer = new EvidenceWriter();
        writer.text.append("# Written by drydock prove: what was tried, and which repairs held. Commit it.\n");
        writer.text.append("version: ").append(Evidence.VERSION).append('\n');
        writer.text.append(evidence.proofs().isEmpty() ? "proofs: []\n" : "proofs:\n");
        evidence.proofs().forEach(writer::proof);
        return writer.text.toString();
    }

    private void proof(Proof proof) {
        text.append("  - tried: ").append(quoted(proof.date().toString())).append('\n');
        proof.commit().ifPresent(commit -> line(4, "commit: " + quoted(commit)));
        line(4, "engine: " + quoted(proof.engine()));
        if (!proof.images().isEmpty()) {
            line(4, "images:");
            proof.images().forEach((name, digest) -> line(6, quoted(name) + ": " + quoted(digest)));
        }
        line(4, "summary: " + quoted(proof.summary()));
        line(4, "files:");
        proof.files().forEach((path, proven) -> {
            line(6, quoted(path.value()) + ":");
            proven.before().ifPresent(digest -> line(8, "before: " + quoted(digest)));
            line(8, "after: " + quoted(proven.after()));
        });
        strings(4, "exercised", proof.exercised());
        line(4, proof.observed().isEmpty() ? "containers: {}" : "containers:");
        proof.observed().forEach((name, seen) -> {
            line(6, quoted(name) + ":");
            observed(seen);
        });
        line(4, proof.verdicts().isEmpty() ? "findings: []" : "findings:");
        proof.verdicts().forEach(this::verdict);
    }

    private void observed(Observed seen) {
        line(8, "ports: " + numbers(seen.ports()));
        line(8, "http: " + numbers(seen.httpPorts()));
        line(8, "users: " + numbers(seen.users()));
        line(8, "memory: " + seen.memoryMegabytes());
        line(8, "processes: " + seen.processes());
        seen.capabilities()
                .ifPresent(set -> line(
                        8,
                        "capabilities: "
                                + set.stream()
                                        .map(EvidenceWriter::quoted)
                                        .collect(Collectors.joining(", ", "[", "]"))));
        if (!seen.probe().isEmpty()) {
            strings(8, "probe", seen.probe());
        }
        strings(8, "written", seen.written());
    }

    private void verdict(FindingKey key, Verdict verdict) {
        line(6, "- rule: " + key.rule());
        line(8, "path: " + quoted(key.path().value()));
        line(8, "scope: " + quoted(key.scope()));
        line(8, "text: " + quoted(key.text()));
        line(8, "result: " + (verdict.held() ? "held" : "left out"));
        if (!verdict.held()) {
            line(8, "reason: " + quoted(verdict.reason()));
        }
    }

    private void strings(int indent, String name, List<String> values) {
        line(indent, name + (values.isEmpty() ? ": []" : ":"));
        values.forEach(value -> line(indent + 2, "- " + quoted(value)));
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}

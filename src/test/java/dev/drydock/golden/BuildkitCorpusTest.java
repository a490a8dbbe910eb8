package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.syntax.Problem;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/**
 * Compares our parser with BuildKit's on many real files: {@code -Dcorpus=FILE.jsonl}, with one record of BuildKit's
 * parser on each line, naming the file. Skipped without one.
 */
class BuildkitCorpusTest {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> samples = new TreeMap<>();

    @Test
    void theParsersAgree() throws IOException {
        String corpus = System.getProperty("corpus", "");
        assumeTrue(corpus.endsWith(".jsonl"), "no corpus is given");
        int files = 0;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(corpus))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                compare(JSON.std.mapFrom(line));
                files++;
            }
        }
        StringBuilder report = new StringBuilder(files + " files");
        counts.forEach((kind, count) -> report.append('\n')
                .append(count)
                .append(' ')
                .append(kind)
                .append(": ")
                .append(samples.get(kind)));
        Files.writeString(Path.of("target", "buildkit-corpus.txt"), report.append('\n'));
        assertThat(counts.keySet().stream().filter(kind -> kind.startsWith("differs")))
                .as(report.toString())
                .isEmpty();
    }

    private void compare(Map<String, Object> entry) throws IOException {
        Path path = Path.of(entry.get("file").toString());
        SourceText source;
        try {
            source = SourceText.decode(Files.readAllBytes(path));
        } catch (UndecodableTextException e) {
            count("not UTF-8", path, "");
            return;
        }
        Dockerfile ours = DockerfileParser.parse(source);
        BuildkitView theirs = BuildkitView.of(entry);
        boolean refused = theirs.error() || entry.containsKey("instr_error");
        String reason = String.valueOf(entry.getOrDefault("error", entry.getOrDefault("instr_error", "")));
        if (ours.isSound() && refused) {
            count("refused by BuildKit only, " + kindOf(reason), path, reason);
        } else if (!ours.isSound() && !refused) {
            // BuildKit leaves an unknown instruction behind ONBUILD to the build that is based on the image.
            boolean onbuild = ours.problems().stream()
                    .filter(Problem::isError)
                    .allMatch(problem -> problem.message().startsWith("unknown instruction"));
            String kind = onbuild ? "known: an unknown instruction behind ONBUILD" : "differs: refused by us only";
            count(kind, path, ours.problems().toString());
        }
        if (theirs.error()) {
            return;
        }
        compareNodes(path, BuildkitView.of(ours).nodes(), theirs.nodes(), refused ? " (refused file)" : "");
    }

    private static String kindOf(String reason) {
        int colon = reason.indexOf(": ");
        String text = colon >= 0 ? reason.substring(colon + 2) : reason;
        return text.substring(0, Math.min(40, text.length())).replaceAll("[0-9]+", "N");
    }

    private void compareNodes(Path path, List<BuildkitView.Node> ours, List<BuildkitView.Node> theirs, String suffix) {
        String prefix = suffix.isEmpty() ? "differs: " : "unlike" + suffix + ": ";
        if (ours.size() != theirs.size()) {
            count(prefix + "number of instructions", path, ours.size() + " and " + theirs.size());
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            String field = difference(ours.get(i), theirs.get(i));
            if (!field.isEmpty()) {
                count(prefix + field, path, ours.get(i) + " and " + theirs.get(i));
                return;
            }
        }
    }

    private static String difference(BuildkitView.Node ours, BuildkitView.Node theirs) {
        if (ours.equals(theirs)) {
            return "";
        }
        if (ours.start() != theirs.start()) {
            return "start";
        }
        if (!ours.keyword().equals(theirs.keyword())) {
            return "keyword";
        }
        if (!ours.text().equals(theirs.text())) {
            return "text";
        }
        if (!ours.flags().equals(theirs.flags())) {
            return "flags";
        }
        if (!ours.bodies().equals(theirs.bodies())) {
            return "here-documents";
        }
        if (ours.end() != theirs.end()) {
            return "end";
        }
        return ours.inner().equals(theirs.inner()) ? "arguments of " + ours.keyword() : "inner instruction";
    }

    private void count(String kind, Path path, String detail) {
        counts.merge(kind, 1, Integer::sum);
        samples.merge(kind, path + " " + detail.substring(0, Math.min(600, detail.length())), (old, now) -> old);
    }
}

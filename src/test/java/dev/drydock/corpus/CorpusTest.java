package dev.drydock.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.engine.Engine;
import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Selection;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.transform.Facts;
import dev.drydock.transform.Outcome;
import dev.drydock.transform.builtin.BuiltInTransforms;
import dev.drydock.yaml.YamlTokenKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs the whole catalogue over real Dockerfiles and compose files, told apart by their suffix, and holds it to its laws: the tree
 * gives the file, no exception, no veto, it settles, what it wrote parses, a second run changes nothing, the twin with other line
 * endings becomes a twin, no comment is lost unannounced. Prints what each transform found, fixed and left.
 *
 * <p>Real files belong to their authors and are not in the repository, so this runs only on request: {@code mvn test
 * -Dtest=CorpusTest -Dcorpus=LIST}, where LIST names one file a line. With {@code -Dcorpus.out=FOLDER} every changed
 * file is written there, before and after.
 */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusTest {
    private final Facts facts = new Facts(Knowledge.packaged());
    private final Engine engine = new Engine(Catalogue.packaged(BuiltInTransforms.all()), facts, Selection.DEFAULT);
    private final Map<String, Integer> fixed = new TreeMap<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private final Map<String, Map<String, Integer>> reasons = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    @Test
    void everyFileKeepsTheLaws() throws IOException {
        Path list = Path.of(System.getProperty("corpus"));
        int files = 0;
        int changed = 0;
        for (String line : Files.readAllLines(list, StandardCharsets.ISO_8859_1)) {
            Optional<SourceText> text = read(line);
            if (text.isPresent()) {
                files++;
                changed += check(line, text.get()) ? 1 : 0;
            }
        }
        print(files, changed);
        assertThat(broken).isEmpty();
    }

    private static Optional<SourceText> read(String line) throws IOException {
        // File names of a corpus are bytes of any encoding.
        Path path = Path.of(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceText.decode(Files.readAllBytes(path)));
        } catch (UndecodableTextException e) {
            return Optional.empty();
        }
    }

    private static ProjectFile file(String name, SourceText text) {
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        return yaml
                ? new ProjectFile(ProjectPath.of("compose.yaml"), FileKind.COMPOSE, text)
                : new ProjectFile(ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, text);
    }

    private static boolean isSound(ProjectFile file) {
        return file.kind() == FileKind.COMPOSE
                ? !file.compose().hasErrors()
                : file.dockerfile().isSound();
    }

    private boolean check(String name, SourceText text) throws IOException {
        ProjectFile before = file(name, text);
        if (before.kind() == FileKind.COMPOSE && !isSound(before)) {
            return false;
        }
        checkTree(name, before);
        RunResult result = engine.run(project(before));
        checkTwin(name, text, result);
        result.changes().forEach(change -> count(fixed, change.transform()));
        result.remaining().forEach(this::countLeft);
        ProjectFile after = result.after().file(before.path()).orElseThrow();
        if (!result.convergence().isConverged()) {
            broken.add(name + ": " + result.convergence());
        }
        result.vetoes().forEach(veto -> broken.add(name + ": " + veto));
        result.errors().forEach(failure -> broken.add(name + ": " + failure));
        if (!result.isChanged()) {
            return false;
        }
        if (!isSound(after)) {
            broken.add(name + ": does not parse");
        }
        boolean announced = result.changes().stream()
                .flatMap(change -> change.rewrite().notes().stream())
                .anyMatch(note -> note.contains("omment"));
        if (!announced && !comments(before).equals(comments(after))) {
            broken.add(name + ": comments differ");
        }
        if (engine.run(project(after)).isChanged()) {
            broken.add(name + ": a second run changes it again");
        }
        write(name, text, after.source());
        return true;
    }

    private void checkTree(String name, ProjectFile file) {
        Stream<Token> leaves = file.kind() == FileKind.COMPOSE
                ? file.yaml().leaves()
                : file.dockerfile().leaves();
        String printed = leaves.map(Token::text).collect(Collectors.joining());
        if (!printed.equals(file.source().text())) {
            broken.add(name + ": the tree is not the file");
        }
    }

    private void checkTwin(String name, SourceText text, RunResult result) {
        if (text.text().indexOf('\r') >= 0) {
            return;
        }
        ProjectFile twin = file(name, SourceText.of(text.text().replace("\n", "\r\n")));
        RunResult other = engine.run(project(twin));
        String expected =
                result.after().file(twin.path()).orElseThrow().source().text().replace("\n", "\r\n");
        if (!other.after().file(twin.path()).orElseThrow().source().text().equals(expected)) {
            broken.add(name + ": the twin with CRLF is no twin");
        }
    }

    private static Project project(ProjectFile file) {
        return new Project(List.of(file), Workspace.UNKNOWN);
    }

    private static Map<String, Integer> comments(ProjectFile file) {
        Map<String, Integer> comments = new HashMap<>();
        Stream<Token> leaves = file.kind() == FileKind.COMPOSE
                ? file.yaml().leaves()
                : file.dockerfile().leaves();
        leaves.filter(token -> token.kind() == YamlTokenKind.COMMENT
                        || token.kind() == DockerfileTokenKind.COMMENT
                        || token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT)
                .map(Token::text)
                .forEach(comment -> count(comments, comment.strip()));
        return comments;
    }

    private void countLeft(ReportedFinding reported) {
        Outcome outcome = reported.finding().outcome();
        String reason = outcome instanceof Outcome.Abstained abstained
                ? abstained.reason()
                : outcome instanceof Outcome.Advice advice ? advice.advice() : "above the level";
        if (!(outcome instanceof Outcome.NotNeeded)) {
            count(left, reported.transform());
            count(reasons.computeIfAbsent(reported.transform(), key -> new HashMap<>()), general(reason));
        }
    }

    /** Returns the reason without names and numbers of one file, so that equal reasons count together. */
    private static String general(String reason) {
        StringBuilder text = new StringBuilder();
        for (String word : reason.split(" ", -1)) {
            boolean name = word.chars().anyMatch(c -> Character.isDigit(c) || "/:$@".indexOf(c) >= 0);
            text.append(name ? "…" : word).append(' ');
        }
        return text.toString().strip();
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    private static void write(String name, SourceText before, SourceText after) throws IOException {
        String folder = System.getProperty("corpus.out", "");
        if (!folder.isEmpty()) {
            String stem = Integer.toHexString(name.hashCode());
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, stem + ".before"), before.encode());
            Files.write(Path.of(folder, stem + ".after"), after.encode());
        }
    }

    @SuppressWarnings("SystemOut")
    private void print(int files, int changed) {
        System.out.println(files + " files, " + changed + " changed");
        for (String transform : reasons.keySet()) {
            fixed.putIfAbsent(transform, 0);
        }
        fixed.forEach((transform, count) -> {
            System.out.println(transform + ": found " + (count + left.getOrDefault(transform, 0)) + ", fixed " + count);
            reasons.getOrDefault(transform, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                    .limit(8)
                    .forEach(entry -> System.out.println("    " + entry.getValue() + " left: " + entry.getKey()));
        });
        broken.stream().limit(40).forEach(System.out::println);
    }
}

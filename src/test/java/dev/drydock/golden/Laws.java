package dev.drydock.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.edit.FileChange;
import dev.drydock.edit.Safety;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.Engine;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.RunResult;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What holds for every case without a file that says so. */
final class Laws {
    private final GoldenCase input;
    private final Function<Safety, Engine> engines;
    private final Engine engine;
    private final RunResult result;

    Laws(GoldenCase input, Function<Safety, Engine> engines) {
        this.input = input;
        this.engines = engines;
        this.engine = engines.apply(input.settings().safety());
        this.result = engine.run(input.project());
    }

    RunResult result() {
        return result;
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                        law("L1", "trees tile their texts", this::tiles),
                        law("L2", "a second run changes nothing", this::settles),
                        law("L3", "CRLF stays CRLF", this::keepsCrlf),
                        law("L4", "a byte order mark stays", this::keepsByteOrderMark),
                        law("L5", "a missing final newline stays missing", this::keepsMissingNewline),
                        law("L6", "nothing is written below its level", this::respectsTheLimit),
                        law("L7", "the patch gives the result", this::patches),
                        law("L8", "nothing outside the edits changes", this::keepsTheRest))
                .flatMap(test -> test);
    }

    /** Fails if the result may not become a golden file. */
    void checkWorthKeeping() {
        tiles();
        settles();
        keepsTheRest();
    }

    private Stream<DynamicTest> law(String id, String name, Runnable check) {
        return input.settings().skipLaws().containsKey(id)
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest(id + " " + name, check::run));
    }

    private void tiles() {
        Stream.of(result.before(), result.after())
                .flatMap(project -> project.files(FileKind.DOCKERFILE))
                .forEach(file -> {
                    Tiling.check(file.dockerfile());
                    String tokens = file.dockerfile().leaves().map(Token::text).collect(Collectors.joining());
                    assertThat(tokens).isEqualTo(file.source().text());
                });
        Stream.of(result.before(), result.after())
                .flatMap(project -> project.files(FileKind.COMPOSE))
                .forEach(file -> Tiling.check(file.yaml()));
    }

    private void settles() {
        assertThat(result.vetoes()).as("refused by the verifier").isEmpty();
        assertThat(result.errors()).as("failed transforms").isEmpty();
        assertThat(result.convergence().isConverged())
                .as(result.convergence().toString())
                .isTrue();
        RunResult again = engine.run(result.after());
        assertThat(UnifiedDiff.of(again.deltas())).as("changed by a second run").isEmpty();
    }

    private void keepsCrlf() {
        if (input.before().values().stream().noneMatch(text -> text.indexOf('\r') >= 0)) {
            twin(text -> text.replace("\n", "\r\n"));
        }
    }

    private void keepsByteOrderMark() {
        if (input.before().values().stream().noneMatch(text -> text.startsWith("\uFEFF"))) {
            twin(text -> "\uFEFF" + text);
        }
    }

    private void keepsMissingNewline() {
        boolean plain = input.before().values().stream()
                .allMatch(text -> text.endsWith("\n") && !text.endsWith("\n\n") && !text.endsWith("\r\n"));
        if (plain) {
            twin(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
        }
    }

    private void twin(UnaryOperator<String> change) {
        RunResult twin = engine.run(input.project(change));
        for (ProjectFile file : result.after().files()) {
            String actual =
                    twin.after().file(file.path()).orElseThrow().source().text();
            String plain = file.source().text();
            boolean created = result.before().file(file.path()).isEmpty();
            boolean twinned = GoldenCase.isTwinned(file.kind());
            if (created) {
                // A new file has no line endings to keep; it may take those of the files around it.
                assertThat(actual).isIn(plain, change.apply(plain), plain.replace("\n", "\r\n"));
            } else {
                assertThat(actual).as(file.path().toString()).isEqualTo(twinned ? change.apply(plain) : plain);
            }
        }
    }

    private void respectsTheLimit() {
        for (Safety limit : Safety.values()) {
            RunResult limited = engines.apply(limit).run(input.project());
            assertThat(limited.changes()).allMatch(change -> change.level().isWithin(limit));
        }
    }

    private void patches() {
        for (FileDelta delta : result.deltas()) {
            if (!delta.secret()) {
                assertThat(Patch.apply(delta.before().orElse(""), UnifiedDiff.of(delta)))
                        .isEqualTo(delta.after());
            }
        }
    }

    private void keepsTheRest() {
        Map<ProjectPath, String> texts = new HashMap<>();
        result.before()
                .files()
                .forEach(file -> texts.put(file.path(), file.source().text()));
        for (AppliedChange change : result.changes()) {
            for (FileDelta delta : change.files()) {
                if (!delta.isCreation()) {
                    assertThat(delta.before()).contains(texts.get(delta.path()));
                }
                texts.put(delta.path(), delta.after());
            }
        }
        result.after().files().forEach(file -> assertThat(file.source().text()).isEqualTo(texts.get(file.path())));
        if (result.changes().size() == 1) {
            result.changes().get(0).rewrite().changes().forEach(this::appliedOnce);
        }
    }

    /** Makes the edits of the only change once more, from the last to the first, and compares. */
    private void appliedOnce(FileChange change) {
        if (change instanceof FileChange.Edits edits) {
            Project before = result.before();
            SourceText source = before.file(edits.path()).orElseThrow().source();
            StringBuilder text = new StringBuilder(source.text());
            List<TextEdit> list = edits.edits();
            for (int i = list.size() - 1; i >= 0; i--) {
                TextEdit edit = list.get(i);
                text.replace(edit.range().start(), edit.range().end(), edit.replacement());
            }
            assertThat(result.after().file(edits.path()).orElseThrow().source().text())
                    .isEqualTo(text.toString());
        }
    }
}

package dev.drydock.engine;

import static dev.drydock.engine.ToyCatalogue.DOCKERFILE;
import static dev.drydock.engine.ToyCatalogue.each;
import static dev.drydock.engine.ToyCatalogue.edit;
import static dev.drydock.engine.ToyCatalogue.file;
import static dev.drydock.engine.ToyCatalogue.project;
import static dev.drydock.engine.ToyCatalogue.replace;
import static dev.drydock.engine.ToyCatalogue.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Options;
import dev.drydock.transform.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static List<Finding> nothing(String id, Inspection inspection) {
        return List.of();
    }

    @Test
    void everyOccurrenceIsRepairedAndAttributed() {
        RunResult result = new ToyCatalogue().with("toy", replace("one", "two")).run("FROM a\nRUN one one\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN two two\nRUN two\n");
        assertThat(result.changes())
                .extracting(change -> change.location().toString())
                .containsExactly("Dockerfile:2:5", "Dockerfile:2:9", "Dockerfile:3:5");
        FileDelta second = result.changes().get(1).files().get(0);
        assertThat(second.before()).contains("FROM a\nRUN two one\nRUN one\n");
        assertThat(second.after()).isEqualTo("FROM a\nRUN two two\nRUN one\n");
        assertThat(result.hasInternalError()).isFalse();
        assertThat(result.remaining()).isEmpty();
    }

    @Test
    void positionsAreThoseOfTheOriginalFile() {
        RunResult result = new ToyCatalogue()
                .with(
                        "a-grows",
                        edit("FROM a", range -> List.of(TextEdit.replace(range, "# x\n# y\nFROM b")), Safety.SAFE))
                .with("b-finds", each("two", (range, message) -> new Outcome.Abstained("unknown")))
                .with("c-repairs", replace("one", "uno"))
                .run("FROM a\nRUN one\nRUN two\n");
        assertThat(text(result)).isEqualTo("# x\n# y\nFROM b\nRUN uno\nRUN two\n");
        assertThat(result.changes().get(1).location()).hasToString("Dockerfile:2:5");
        assertThat(result.remaining().get(0).location()).hasToString("Dockerfile:3:5");
        assertThat(result.remaining().get(0).finding().range().start()).isEqualTo(27);
    }

    @Test
    void transformsRunByPhaseThenByDeclarationThenById() {
        List<String> order = new ToyCatalogue()
                        .with("a", "shell", "[]", "{}", EngineTest::nothing)
                        .with("b", "shell", "[c]", "{}", EngineTest::nothing)
                        .with("c", "shell", "[]", "{}", EngineTest::nothing)
                        .with("d", "repair", "[]", "{}", EngineTest::nothing)
                        .engine(Selection.DEFAULT)
                        .schedule()
                        .stream()
                        .map(CatalogueEntry::id)
                        .toList();
        assertThat(order).containsExactly("d", "a", "c", "b");
    }

    @Test
    void transformsThatWaitForEachOtherAreRefused() {
        ToyCatalogue toys = new ToyCatalogue()
                .with("a", "shell", "[b]", "{}", EngineTest::nothing)
                .with("b", "shell", "[a]", "{}", EngineTest::nothing);
        assertThatThrownBy(() -> toys.engine(Selection.DEFAULT)).hasMessageContaining("circle");
    }

    @Test
    void aTransformSeesWhatAnEarlierOneDid() {
        RunResult result = new ToyCatalogue()
                .with("a", replace("one", "two"))
                .with("b", replace("two", "three"))
                .run("FROM a\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN three\n");
        assertThat(result.changes()).extracting(AppliedChange::transform).containsExactly("a", "b");
        assertThat(result.changes().get(1).location()).hasToString("Dockerfile:2:5");
    }

    @Test
    void anEarlierTransformGetsAnotherRound() {
        RunResult result = new ToyCatalogue()
                .with("a", replace("two", "three"))
                .with("b", replace("one", "two"))
                .run("FROM a\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN three\n");
        assertThat(result.convergence().isConverged()).isTrue();
    }

    @Test
    void transformsThatUndoEachOtherAreLeftOutAndNamed() {
        RunResult result = new ToyCatalogue()
                .with("a", replace("one", "two"))
                .with("b", replace("two", "one"))
                .with("c", replace("three", "four"))
                .run("FROM a\nRUN one three\n");
        assertThat(result.convergence()).isEqualTo(new Convergence(Convergence.State.CYCLE, List.of("a", "b")));
        assertThat(text(result)).isEqualTo("FROM a\nRUN one four\n");
        assertThat(result.remaining())
                .extracting(ReportedFinding::disposition)
                .containsExactly(ReportedFinding.Disposition.WITHHELD);
        assertThat(result.hasInternalError()).isTrue();
    }

    @Test
    void transformsThatNeverSettleAreLeftOutAndNamed() {
        AtomicInteger count = new AtomicInteger();
        RunResult result = new ToyCatalogue()
                .with(
                        "a",
                        (id, inspection) -> replace("x", "y" + count.incrementAndGet() + "y")
                                .apply(id, inspection))
                .with("b", replace("y", "x"))
                .run("FROM a\nRUN x\n");
        assertThat(result.convergence().state()).isEqualTo(Convergence.State.EXHAUSTED);
        assertThat(result.convergence().participants()).containsExactly("a", "b");
        assertThat(text(result)).isEqualTo("FROM a\nRUN x\n");
    }

    @Test
    void aTransformThatFindsNewWorkForEverIsLeftOut() {
        BiFunction<String, Inspection, List<Finding>> endless = (id, inspection) -> {
            var source = inspection.project().file(DOCKERFILE).orElseThrow().source();
            var edit = TextEdit.insert(source.length(), "RUN " + source.lineCount() + "\n");
            var rewrite = Rewrite.of("Grow", Safety.SAFE, DOCKERFILE, List.of(edit));
            String message = "line " + source.lineCount();
            return List.of(new Finding(id, DOCKERFILE, edit.range(), message, new Outcome.Repair(rewrite)));
        };
        RunResult result = new ToyCatalogue()
                .with("a", endless)
                .with("b", replace("x", "y"))
                .run("FROM x\n");
        assertThat(result.convergence()).isEqualTo(new Convergence(Convergence.State.EXHAUSTED, List.of("a")));
        assertThat(text(result)).isEqualTo("FROM y\n");
    }

    @Test
    void rewritesThatMeetWaitForEachOther() {
        BiFunction<String, Inspection, List<Finding>> both = (id, inspection) -> {
            List<Finding> findings =
                    new ArrayList<>(replace("one two", "three two").apply(id, inspection));
            findings.addAll(replace("two", "four").apply(id, inspection));
            return findings;
        };
        RunResult result = new ToyCatalogue().with("toy", both).run("FROM a\nRUN one two\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN three four\n");
        assertThat(result.changes()).hasSize(2);
    }

    @Test
    void aRewriteThatBreaksAnUntouchedInstructionIsRefused() {
        // The inserted continuation swallows the next instruction.
        RunResult result = new ToyCatalogue()
                .with("bad", edit("one", range -> List.of(TextEdit.insert(range.end(), " \\")), Safety.SAFE))
                .with("good", replace("two", "three"))
                .run("FROM a\nRUN one\nRUN two\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN one\nRUN three\n");
        assertThat(result.vetoes()).singleElement().satisfies(veto -> {
            assertThat(veto.transform()).isEqualTo("bad");
            assertThat(veto.reason()).contains("line 3 would change");
        });
        assertThat(result.remaining().get(0).disposition()).isEqualTo(ReportedFinding.Disposition.VETOED);
    }

    @Test
    void onlyTheGuiltyOfSeveralRewritesIsRefused() {
        BiFunction<String, Inspection, List<Finding>> mixed = edit(
                "one", range -> List.of(TextEdit.replace(range, range.start() < 15 ? "two" : "two \\")), Safety.SAFE);
        RunResult result = new ToyCatalogue().with("toy", mixed).run("FROM a\nRUN one\nRUN one\nRUN x\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN two\nRUN one\nRUN x\n");
        assertThat(result.vetoes()).hasSize(1);
    }

    @Test
    void aRewriteThatLeavesItsFindingIsRefused() {
        RunResult result =
                new ToyCatalogue().with("toy", replace("one", "one!")).run("FROM a\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN one\n");
        assertThat(result.vetoes().get(0).reason()).contains("still there");
    }

    @Test
    void aRewriteThatMakesAProblemIsRefused() {
        RunResult result = new ToyCatalogue().with("toy", replace("RUN", "RAN")).run("FROM a\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN one\n");
        assertThat(result.vetoes().get(0).reason()).contains("unknown instruction; RUN may be meant");
    }

    @Test
    void aRewriteThatRedirectsAReferenceIsRefused() {
        RunResult result = new ToyCatalogue()
                .with("toy", replace("AS build", "AS other"))
                .run("FROM a AS build\nRUN x\nFROM b\nCOPY --from=build /a /b\n");
        assertThat(result.vetoes().get(0).reason()).contains("no longer refers to the same build");
        RunResult inserted = new ToyCatalogue()
                .with("toy", edit("FROM a\n", range -> List.of(TextEdit.insert(0, "FROM new\n")), Safety.SAFE))
                .run("FROM a\nFROM b\nCOPY --from=0 /a /b\n");
        assertThat(inserted.vetoes().get(0).reason()).contains("no longer refers to the same 0");
    }

    @Test
    void aRewriteThatPutsAnotherStageLastIsRefused() {
        RunResult result = new ToyCatalogue()
                .with("toy", edit("RUN x\n", range -> List.of(TextEdit.insert(range.end(), "FROM b\n")), Safety.SAFE))
                .run("FROM a\nRUN x\n");
        assertThat(result.vetoes().get(0).reason()).contains("final stage");
    }

    @Test
    void aRewriteThatRemovesTheArgumentOfAFromIsRefused() {
        RunResult result =
                new ToyCatalogue().with("toy", replace("ARG V=1\n", "")).run("ARG V=1\nFROM a:$V\n");
        assertThat(result.vetoes().get(0).reason()).contains("variable V");
    }

    @Test
    void aTransformThatThrowsIsLeftOutAndTheOthersAreDone() {
        RunResult result = new ToyCatalogue()
                .with("a", replace("one", "two"))
                .with("bad", (id, inspection) -> {
                    throw new IllegalArgumentException("oops");
                })
                .with("c", replace("two", "three"))
                .run("FROM a\nRUN one\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN three\n");
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.transform()).isEqualTo("bad");
            assertThat(error.message()).contains("Dockerfile").contains("IllegalArgumentException");
            // What is thrown may quote the text of a file.
            assertThat(error.message()).doesNotContain("oops");
            assertThat(new Fault(error.cause()).trace()).contains("EngineTest").doesNotContain("oops");
        });
    }

    @Test
    void nothingOfATransformThatThrowsLaterIsKept() {
        RunResult result = new ToyCatalogue()
                .with("bad", (id, inspection) -> {
                    String text = inspection
                            .project()
                            .file(DOCKERFILE)
                            .orElseThrow()
                            .source()
                            .text();
                    if (text.contains("three")) {
                        throw new IllegalStateException("late");
                    }
                    return replace("one", "two").apply(id, inspection);
                })
                .with("c", replace("x", "three"))
                .run("FROM a\nRUN one x\n");
        assertThat(text(result)).isEqualTo("FROM a\nRUN one three\n");
        assertThat(result.errors()).hasSize(1);
        assertThat(result.changes()).extracting(AppliedChange::transform).containsExactly("c");
    }

    @Test
    void whatIsAboveTheLimitIsReportedAndNotWritten() {
        ToyCatalogue toys = new ToyCatalogue()
                .with("safe", replace("one", "uno", Safety.SAFE))
                .with("review", replace("two", "due", Safety.REVIEW))
                .with("suggest", replace("three", "tre", Safety.SUGGEST));
        String before = "FROM a\nRUN one two three\n";
        assertThat(text(toys.run(before, Selection.DEFAULT.withLimit(Safety.SAFE))))
                .isEqualTo("FROM a\nRUN uno two three\n");
        RunResult result = toys.run(before);
        assertThat(text(result)).isEqualTo("FROM a\nRUN uno due three\n");
        assertThat(result.remaining()).singleElement().satisfies(finding -> {
            assertThat(finding.disposition()).isEqualTo(ReportedFinding.Disposition.ABOVE_LIMIT);
            assertThat(finding.level()).contains(Safety.SUGGEST);
            assertThat(finding.reason()).contains("--safety suggest");
        });
        Selection overridden = Selection.DEFAULT.withSafety(Map.of("three", Safety.SAFE, "suggest", Safety.SAFE));
        assertThat(text(toys.run(before, overridden))).isEqualTo("FROM a\nRUN uno due tre\n");
    }

    @Test
    void selectionIsByIdCodeOrFamily() {
        ToyCatalogue toys =
                new ToyCatalogue().with("one", replace("one", "uno")).with("two", replace("two", "due"));
        String before = "FROM a\nRUN one two\n";
        assertThat(text(toys.run(before, Selection.DEFAULT.withSelect(Set.of("one")))))
                .endsWith("uno two\n");
        assertThat(text(toys.run(before, Selection.DEFAULT.withSelect(Set.of("dd901")))))
                .endsWith("one due\n");
        assertThat(text(toys.run(before, Selection.DEFAULT.withIgnore(Set.of("toys")))))
                .endsWith("one two\n");
        assertThat(text(toys.run(
                        before, Selection.DEFAULT.withIgnore(Set.of("toys")).withSelect(Set.of("two")))))
                .endsWith("one due\n");
    }

    @Test
    void optionsReachTheirTransform() {
        BiFunction<String, Inspection, List<Finding>> toy = (id, inspection) ->
                replace("one", inspection.options().text("to", "none")).apply(id, inspection);
        Selection selection = Selection.DEFAULT.withOptions(Map.of("DD900", new Options(Map.of("to", "two"))));
        assertThat(text(new ToyCatalogue().with("toy", toy).run("FROM one\n", selection)))
                .isEqualTo("FROM two\n");
    }

    @Test
    void aFileThatDockerRefusesIsReportedAndLeftAlone() {
        Project project = new Project(
                List.of(
                        file("Dockerfile", FileKind.DOCKERFILE, "FROM one\n"),
                        file("bad/Dockerfile", FileKind.DOCKERFILE, "FROM one\nNOPE one\n")),
                Workspace.UNKNOWN);
        RunResult result = new ToyCatalogue()
                .with("toy", replace("one", "two"))
                .engine(Selection.DEFAULT)
                .run(project);
        assertThat(text(result)).isEqualTo("FROM two\n");
        assertThat(result.after().files()).hasSize(2);
        assertThat(result.deltas()).extracting(delta -> delta.path().value()).containsExactly("Dockerfile");
        assertThat(result.problems())
                .extracting(FileProblem::toString)
                .containsExactly("bad/Dockerfile:2:1: unknown instruction; the line above may lack its \\ at the end");
    }

    @Test
    void aRewriteHappensInEveryFileOrInNone() {
        ProjectPath ignore = ProjectPath.of(".dockerignore");
        Rewrite rewrite = new Rewrite(
                "Ignore",
                Safety.SAFE,
                List.of(
                        new FileChange.Edits(DOCKERFILE, List.of(TextEdit.insert(0, "# x\n"))),
                        new FileChange.Creation(ignore, ".git\n", false)),
                List.of(),
                List.of());
        BiFunction<String, Inspection, List<Finding>> toy =
                (id, inspection) -> inspection.project().file(ignore).isPresent()
                        ? List.of()
                        : List.of(new Finding(
                                id,
                                DOCKERFILE,
                                new dev.drydock.text.TextRange(0, 4),
                                "no ignore file",
                                new Outcome.Repair(rewrite)));
        RunResult result = new ToyCatalogue().with("toy", toy).run("FROM a\n");
        assertThat(result.deltas())
                .extracting(delta -> delta.path().value())
                .containsExactly(".dockerignore", "Dockerfile");
        assertThat(result.after().file(ignore).orElseThrow().kind()).isEqualTo(FileKind.IGNORE_FILE);
        assertThat(result.changes().get(0).files().get(1).isCreation()).isTrue();

        Rewrite impossible = new Rewrite(
                "Ignore",
                Safety.SAFE,
                List.of(
                        new FileChange.Edits(DOCKERFILE, List.of(TextEdit.insert(0, "# x\n"))),
                        new FileChange.Edits(ProjectPath.of("absent"), List.of(TextEdit.insert(0, "x")))),
                List.of(),
                List.of());
        RunResult refused = new ToyCatalogue()
                .with("toy", each("a", (range, message) -> new Outcome.Repair(impossible)))
                .run("FROM a\n");
        assertThat(refused.isChanged()).isFalse();
        assertThat(refused.vetoes().get(0).reason()).contains("not part of the project");
    }

    @Test
    void nearMissesAreKeptApart() {
        RunResult result = new ToyCatalogue()
                .with("toy", each("one", (range, message) -> new Outcome.NotNeeded("it is two")))
                .run("FROM one\n");
        assertThat(result.remaining()).isEmpty();
        assertThat(result.nearMisses()).extracting(ReportedFinding::reason).containsExactly("it is two");
    }

    @Test
    void aTransformIsNotAskedAgainWhenNothingChanged() {
        AtomicInteger asked = new AtomicInteger();
        new ToyCatalogue()
                .with("idle", (id, inspection) -> {
                    asked.incrementAndGet();
                    return List.of();
                })
                .with("other", EngineTest::nothing)
                .run("FROM a\n");
        assertThat(asked).hasValue(1);
    }

    @Test
    void manyFindingsAreAllRepaired() {
        String before = "FROM a\n" + "RUN one\n".repeat(2_345);
        RunResult result = new ToyCatalogue().with("toy", replace("one", "two")).run(before);
        assertThat(text(result)).isEqualTo(before.replace("one", "two"));
        assertThat(result.changes()).hasSize(2_345);
        assertThat(result.convergence().isConverged()).isTrue();
    }
}

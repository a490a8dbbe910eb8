package dev.drydock.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.edit.Safety;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Selection;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.ProjectPath;
import dev.drydock.report.UnifiedDiff;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final Path FOLDER = Path.of("transforms");

    @Test
    void everyPageHasItsTransformAndEveryTransformItsPage() {
        Catalogue catalogue = Catalogue.of(FOLDER, BuiltInTransforms.all());
        assertThat(catalogue.entries())
                .filteredOn(entry -> entry.kind() == FrontMatter.Kind.BUILT_IN)
                .allMatch(entry -> entry.transform().isPresent());
        assertThat(catalogue.entries()).hasSameSizeAs(BuiltInTransforms.all());
    }

    @Test
    void aPageIsNamedAfterItsId() {
        for (Page page : Catalogue.readPages(FOLDER)) {
            assertThat(page.path()).endsWith("/" + page.frontMatter().id() + ".md");
            assertThat(page.frontMatter().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        }
    }

    @Test
    void titleAndSummarySayOneThingEach() {
        for (Page page : Catalogue.readPages(FOLDER)) {
            assertThat(page.title()).as(page.path()).doesNotEndWith(".");
            assertThat(page.summary()).as(page.path()).endsWith(".");
            assertThat(page.why()).as(page.path()).isNotBlank();
            if (page.frontMatter().level() != Level.FINDING) {
                assertThat(page.examples()).as(page.path()).isNotEmpty();
            }
        }
    }

    @Test
    void whatRunsBeforeExistsAndDoesNotWait() {
        Catalogue catalogue = Catalogue.of(FOLDER, BuiltInTransforms.all());
        for (CatalogueEntry entry : catalogue.entries()) {
            assertThat(entry.after()).allMatch(id -> catalogue.byId(id).isPresent(), "of " + entry);
        }
        Facts facts = new Facts(Knowledge.overlay(Map.of()));
        Engine engine = new Engine(catalogue, facts, Selection.DEFAULT.withLimit(Safety.SUGGEST));
        assertThat(engine.schedule()).hasSameSizeAs(BuiltInTransforms.all());
    }

    @Test
    void noCodeIsUsedTwiceOrAgain() throws IOException {
        List<String> codes = new ArrayList<>();
        Catalogue.readPages(FOLDER).forEach(page -> codes.add(page.frontMatter().code()));
        assertThat(codes).doesNotHaveDuplicates();
        String retired = Files.readString(FOLDER.resolve("retired.md"));
        assertThat(codes).noneMatch(code -> retired.contains("| " + code + " |"));
    }

    @Test
    void theIndexHoldsEveryPage() throws IOException {
        check(FOLDER.resolve("index.txt"), Catalogue.index(Catalogue.readPages(FOLDER)));
    }

    @Test
    void theTableHoldsEveryPage() throws IOException {
        Path file = FOLDER.resolve("README.md");
        String readme = Files.isRegularFile(file) ? Files.readString(file) : "";
        // What follows belongs to the test of the reference.
        int reference = readme.indexOf("\n<!-- reference: generated");
        String rest = reference < 0 ? "" : readme.substring(reference);
        check(file, table(Catalogue.readPages(FOLDER)) + rest);
    }

    private static void check(Path file, String expected) throws IOException {
        String found = Files.isRegularFile(file) ? Files.readString(file) : "";
        boolean update = "update".equals(System.getProperty("golden")) && System.getenv("CI") == null;
        if (!found.equals(expected) && update) {
            Files.writeString(file, expected);
        } else {
            assertThat(found)
                    .as(UnifiedDiff.of(ProjectPath.of(file.toString()), Optional.of(found), expected)
                            + "run mvn test -Dgolden=update")
                    .isEqualTo(expected);
        }
    }

    private static String table(List<Page> pages) {
        StringBuilder table = new StringBuilder("""
                # Transforms

                Generated from the pages: `mvn test -Dgolden=update`.

                | id | code | level | what it does | same as |
                |---|---|---|---|---|
                """);
        for (Page page : pages) {
            FrontMatter front = page.frontMatter();
            List<String> rules = new ArrayList<>();
            front.sameAs().forEach((scanner, names) -> {
                // Rules of KICS have numbers of 36 characters, which would fill the table.
                if (!scanner.equals("kics")) {
                    names.forEach(name -> rules.add(scanner + " " + name));
                }
            });
            table.append("| [")
                    .append(front.id())
                    .append("](")
                    .append(page.path())
                    .append(") | ");
            table.append(front.code())
                    .append(" | ")
                    .append(front.level().label())
                    .append(" | ");
            table.append(page.title())
                    .append(" | ")
                    .append(String.join(", ", rules))
                    .append(" |\n");
        }
        return table.toString();
    }

    @Test
    void thePackagedCatalogueIsThatOfThePages() {
        Catalogue packaged = Catalogue.packaged(BuiltInTransforms.all());
        Catalogue read = Catalogue.of(FOLDER, BuiltInTransforms.all());
        assertThat(packaged.entries())
                .extracting(CatalogueEntry::id)
                .containsExactlyElementsOf(
                        read.entries().stream().map(CatalogueEntry::id).toList());
        for (CatalogueEntry entry : packaged.entries()) {
            assertThat(IndexLine.of(entry.page()))
                    .isEqualTo(IndexLine.of(read.byId(entry.id()).orElseThrow().page()));
        }
    }

    @Test
    void entriesAreFoundByIdCodeFamilyAndRule() {
        Catalogue catalogue = Catalogue.of(FOLDER, BuiltInTransforms.all());
        CatalogueEntry entry = catalogue.byId("run-as-non-root").orElseThrow();
        assertThat(catalogue.find("dd101")).containsSame(entry);
        assertThat(catalogue.family("user")).contains(entry);
        assertThat(catalogue.sameAs("hadolint", "dl3002")).contains(entry);
        assertThat(catalogue.named("user")).contains(entry);
        assertThat(catalogue.unknownName("run-as-nonroot")).contains("did you mean \"run-as-non-root\"?");
    }

    private static final String HEAD = """
            id: x
            code: DD999
            since: 0.1.0
            status: stable
            targets: [dockerfile]
            phase: shell
            safety: safe
            kind: built-in
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stauts: stable | p.md:10: unknown key \"stauts\", did you mean \"status\"?",
                "same-as: [a] | p.md:10: a mapping is expected",
                "after: x | p.md:10: a list is expected",
                "status: preview | p.md:10: ",
                "options: {a: {type: boolean, default: 3, help: x}} | p.md:10: the default of a is no boolean",
                "options: {a: {typ: boolean, default: true, help: x}} | unknown key \"typ\", did you mean \"type\"?",
                "same-as: {a | p.md:11:",
            })
    void aWrongPageIsRefusedWithItsLine(String line, String message) {
        String page = "---\n" + HEAD + line + "\n---\n# T\n\nS.\n";
        assertThatThrownBy(() -> Page.parse("p.md", page))
                .isInstanceOf(InvalidPageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "code: DD999, code: X1, p.md:3: a code is DD and three digits",
        "phase: shell, phase: shel, p.md:7: \"shel\" is none of repair",
        "targets: [dockerfile], targets: [dockerfil], p.md:6: unknown target",
        "safety: safe, x-safety: safe, p.md:8: unknown key",
        "kind: built-in, '', is missing",
    })
    void aWrongValueIsRefusedWithItsLine(String from, String to, String message) {
        String page = "---\n" + HEAD.replace(from, to == null ? "" : to) + "---\n# T\n\nS.\n";
        assertThatThrownBy(() -> Page.parse("p.md", page)).hasMessageContaining(message);
    }

    @Test
    void aPageWithoutItsSectionsIsRefused() {
        assertThatThrownBy(() -> Page.parse("p.md", "---\n" + HEAD + "---\n# T\n\nS.\n\n## Why\n\nx\n"))
                .hasMessageContaining("the sections are [Why], expected");
        assertThatThrownBy(() -> Page.parse("p.md", "# T\n")).hasMessageContaining("p.md:1:");
    }
}

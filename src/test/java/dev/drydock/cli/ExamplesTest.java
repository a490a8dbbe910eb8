package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final String START = "<!-- rules: generated, -Dgolden=update writes them -->\n";
    private static final String END = "<!-- end of rules -->";

    private static final String CONSOLE = "```console\n$ drydock diff --exit-zero examples/node\n";
    private static final String FENCE = "```\n";

    @TempDir
    Path temporary;

    @Test
    void theExamplesShowTheFirstRepairs() throws IOException {
        String report = CommandCase.in(copy()).run("drydock check -f json").stdout();

        for (String id : List.of(
                "run-as-non-root",
                "apt-no-install-recommends",
                "apt-clean-lists",
                "apt-update-with-install",
                "apt-assume-yes",
                "apt-get-not-apt",
                "apk-no-cache",
                "dnf-clean",
                "pip-no-cache",
                "add-to-copy",
                "maintainer-to-label",
                "drop-ssh-port")) {
            assertThat(report).contains("\"rule\" : \"" + id + "\"");
        }
    }

    @Test
    void theShopShowsRepairsOfServicesAndOfCommandLines() throws IOException {
        CommandCase.Result result = CommandCase.in(copy().getParent()).run("drydock diff --exit-zero examples/shop");

        assertThat(result.stdout())
                .contains(
                        "drop-capabilities [review]",
                        "read-only-root [review]",
                        "no-new-privileges [review]",
                        "limit-resources [review]",
                        "bind-ports-locally [review]",
                        "env-to-secrets [review]",
                        "isolate-networks [review]",
                        "login-password-stdin [safe]",
                        "run-without-privileged [review]",
                        "run-drop-capabilities [review]")
                .doesNotContain("correct-horse-battery");
        assertThat(result.exit()).isZero();
    }

    @Test
    void ourOwnImageHasNothingToRepair() throws IOException {
        Path bot = Files.createDirectories(temporary.resolve("own/examples/bot"));
        for (String file : List.of("Containerfile", "Containerfile.dockerignore")) {
            Files.copy(EXAMPLES.resolve("bot").resolve(file), bot.resolve(file));
        }
        String report = CommandCase.in(temporary.resolve("own"))
                .run("drydock check --safety suggest -f json examples/bot")
                .stdout();

        assertThat(report).contains("\"repaired\" : 0", "\"errors\" : 0").doesNotContain("\"rule\" : \"dockerignore\"");
    }

    @Test
    void theReadmeShowsWhatTheProgramPrints() throws IOException {
        String printed = CommandCase.in(copy().getParent())
                .run("drydock diff --exit-zero examples/node")
                .stdout();
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        int start = text.indexOf(CONSOLE) + CONSOLE.length();
        int end = text.indexOf(FENCE, start);
        if (mayUpdate()) {
            Files.writeString(readme, text.substring(0, start) + printed + text.substring(end));
            return;
        }

        assertThat(text.substring(start, end))
                .as("the example at the top; mvn test -Dtest=ExamplesTest -Dgolden=update writes it")
                .isEqualTo(printed);
    }

    @Test
    void aSecondRunOverTheExamplesChangesNothing() throws IOException {
        Path folder = copy();
        assertThat(CommandCase.in(folder).run("drydock fix -q").exit()).isLessThan(ExitCodes.ERROR);

        assertThat(CommandCase.in(folder).run("drydock diff -q").stdout()).isEmpty();
    }

    @Test
    void theReadmeListsEveryRule() throws IOException {
        List<CatalogueEntry> entries = Catalogue.packaged(BuiltInTransforms.all()).entries().stream()
                .sorted(Comparator.comparing(CatalogueEntry::code))
                .toList();
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        int start = text.indexOf(START) + START.length();
        String table = RulesTable.markdown(entries);
        if (mayUpdate()) {
            text = text.substring(0, start) + table + text.substring(text.indexOf(END, start));
            Files.writeString(readme, text);
        }

        assertThat(text.substring(start, text.indexOf(END, start)))
                .as("the table of rules; mvn test -Dtest=ExamplesTest -Dgolden=update writes it")
                .isEqualTo(table);
    }

    private static boolean mayUpdate() {
        return "update".equals(System.getProperty("golden")) && System.getenv("CI") == null;
    }

    private Path copy() throws IOException {
        Path to = Files.createDirectory(temporary.resolve("examples"));
        try (Stream<Path> paths = Files.walk(EXAMPLES)) {
            for (Path path : paths.filter(path -> !path.equals(EXAMPLES)).toList()) {
                Files.copy(path, to.resolve(EXAMPLES.relativize(path).toString()));
            }
        }
        return to;
    }
}

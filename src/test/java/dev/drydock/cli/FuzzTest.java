package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.fuzz.AnnouncedComments;
import dev.drydock.fuzz.FuzzCase;
import dev.drydock.fuzz.FuzzCases;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden files, changed at random, go through the program: nothing is thrown, the exit code is 0, 1 or 2, a second run
 * changes nothing, no secret and no control character is printed, no comment is lost without a word.
 *
 * <p>The build tries a fixed number of cases of one seed. For longer: {@code mvn test -Dtest=FuzzTest -Dfuzz.seconds=3600
 * -Dfuzz.seed=7}. A failure names its case; {@code -Dfuzz.seed=7 -Dfuzz.case=123 -Dfuzz.keep=FOLDER} tries that one and
 * leaves its files in the folder.
 */
class FuzzTest {
    private static final int CASES_OF_THE_BUILD = 120;
    private static final int MOST_FAILURES = 40;
    private static final List<String> FORMATS =
            List.of("text", "json", "sarif", "github", "gitlab", "checkstyle", "junit", "markdown");

    private final Catalogue catalogue = Catalogue.packaged(BuiltInTransforms.all());
    private final Facts facts = new Facts(Knowledge.packaged()).withToday(LocalDate.of(2026, 11, 23));
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();

    @TempDir
    Path temporary;

    @Test
    void changedGoldenFilesKeepTheLaws() throws IOException {
        long seed = Long.getLong("fuzz.seed", 20261128L);
        Long only = Long.getLong("fuzz.case");
        long seconds = Long.getLong("fuzz.seconds", 0L);
        FuzzCases cases = FuzzCases.of(Path.of("golden"), seed);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long tried = 0;
        long first = only == null ? 0 : only;
        long last = only == null ? CASES_OF_THE_BUILD : only + 1;
        for (long i = first; (seconds > 0 && only == null) ? System.nanoTime() < end : i < last; i++) {
            tried++;
            tryOut(cases.get(i), "seed " + seed + " case " + i);
            if (failures.size() >= MOST_FAILURES) {
                break;
            }
        }
        if (seconds > 0) {
            System.out.println(tried + " cases of seed " + seed);
        }
        assertThat(failures).isEmpty();
    }

    private void tryOut(FuzzCase fuzzed, String name) throws IOException {
        String keep = System.getProperty("fuzz.keep");
        Path folder = keep == null
                ? Files.createTempDirectory(temporary, "case")
                : Files.createDirectories(Path.of(keep).toAbsolutePath());
        fuzzed.write(folder);
        Laws laws = new Laws(folder.toRealPath(), fuzzed, name);
        laws.check();
        if (keep == null) {
            fuzzed.remove(folder);
        }
    }

    /** What holds for one case. */
    private final class Laws {
        private final Path folder;
        private final FuzzCase fuzzed;
        private final String name;

        Laws(Path folder, FuzzCase fuzzed, String name) {
            this.folder = folder;
            this.fuzzed = fuzzed;
            this.name = name;
        }

        void check() throws IOException {
            String level = fuzzed.pick(List.of("", " --safety suggest"));
            // Every format of some cases, one format of all: a report masks by itself.
            List<String> formats =
                    fuzzed.pick(List.of(0, 1, 2, 3, 4, 5)) == 0 ? FORMATS : List.of(fuzzed.pick(FORMATS));
            for (String format : formats) {
                printed("check -vv -f " + format + level);
            }
            printed("explain --why-not run-as-non-root" + level + " .");
            printed("checklist" + level);
            printed("diff" + level);
            AnnouncedComments comments = new AnnouncedComments(CommandCase.snapshot(folder));
            String told = printed("fix -v -t none" + level);
            Map<String, String> after = CommandCase.snapshot(folder);
            comments.lost(after, told).stream().findFirst().ifPresent(lost -> failed("a comment is lost: " + lost));
            // What was a secret may be gone by now, and then the same word elsewhere is none any more.
            judged("fix -q -t none" + level, List.of());
            if (!CommandCase.snapshot(folder).equals(after)) {
                failed("a second run changes something");
            }
        }

        private String printed(String command) {
            return judged(command, fuzzed.secrets());
        }

        private String judged(String command, List<String> secrets) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Surroundings surroundings = new Surroundings(
                    folder, Map.of(), new ByteArrayInputStream(new byte[0]), false, () -> catalogue, () -> facts);
            int code = Drydock.commandLine(surroundings, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(command.split(" "));
            String said = out + "\n" + err;
            String kind = command.replace(" --safety suggest", "");
            if (code < 0 || code > 2) {
                failed(kind + " ends with " + code);
            }
            int internal = said.indexOf("internal error");
            if (internal >= 0) {
                failed(said.substring(internal, said.indexOf('\n', internal)));
            }
            secrets.stream()
                    .filter(said::contains)
                    .forEach(secret -> failed(kind + " prints a secret: " + lineOf(said, secret)));
            // A patch is exact; whoever reads it on a terminal gets another one.
            String safe = command.startsWith("diff") ? err.toString() : said;
            safe.codePoints()
                    .filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
                    // Markdown: this is how a mention is kept from being one.
                    .filter(c -> c != 0x200B)
                    .findFirst()
                    .ifPresent(c -> failed(kind + " prints U+" + Integer.toHexString(c)));
            safe.lines()
                    .filter(line -> line.stripLeading().startsWith("::")
                            ? !command.contains("github")
                            : line.contains("##vso["))
                    .findFirst()
                    .ifPresent(line -> failed(kind + " prints a command"));
            return said;
        }

        private String lineOf(String said, String secret) {
            return said.lines()
                    .filter(line -> line.contains(secret))
                    .findFirst()
                    .orElse("");
        }

        private void failed(String what) {
            // One case of a kind is enough to mend it.
            String kind = what.replaceAll("[0-9]+|Fz[A-Za-z]+|: .*", "");
            if (kinds.merge(kind, 1, Integer::sum) <= 3) {
                failures.put(name + " (" + fuzzed.source() + "): " + what, "");
            }
        }
    }
}

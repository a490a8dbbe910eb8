package dev.drydock.cli;

import dev.drydock.discovery.InputFile;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.lock.LockFile;
import dev.drydock.registry.DownloadDigests;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes down what image tags stand for. */
@Command(
        name = "lock",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes down in drydock.lock what the image tags of the files stand for.")
final class LockCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and directories. Without any: the current directory.")
    private List<String> paths = List.of();

    @Option(names = "--check", description = "Write nothing; exit with 1 if something would be written.")
    private boolean check;

    @Option(names = "--update", description = "Look up what is there already, too.")
    private boolean update;

    @Option(names = "--prune", description = "Remove the images that no file names any more.")
    private boolean prune;

    @Option(
            names = "--downloads",
            description = "Fetch the files that ADD fetches, and write down their checksums, too.")
    private boolean downloads;

    @Mixin
    private RegistryArguments registry;

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            split = ",",
            description = "Leave out what matches, in gitignore syntax.")
    private List<String> exclude = List.of();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Use this configuration for all files.")
    private String config;

    @Option(names = "--isolated", description = "Use no configuration.")
    private boolean isolated;

    @Option(
            names = {"-q", "--quiet"},
            description = "Errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; twice: stack traces.")
    private boolean[] verbose = new boolean[0];

    private int errors;

    LockCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Inputs inputs =
                new Inputs(surroundings, runOptions(), surroundings.catalogue().get());
        ImageSurvey survey = survey(inputs);
        if (verbose.length > 0) {
            survey.remarks().forEach(remark -> err().print(Printable.of(remark) + "\n"));
        }
        if (prune) {
            survey.locks().forEach(this::checkPrunable);
        }
        ImageLookup lookup = new ImageLookup(
                registry.options(surroundings, inputs.registrySettings(err())),
                survey.locks(),
                err(),
                StatusLine.of(surroundings, err(), quiet),
                surroundings.today());
        Set<ImageReference> wanted = new HashSet<>();
        survey.locks().forEach(lock -> wanted.addAll(toAsk(lock, survey)));
        boolean offline = check && !update;
        if (!wanted.isEmpty() && !offline) {
            lookup.ask(sorted(wanted));
        }
        DownloadLookup fetched = new DownloadLookup(
                new DownloadDigests(registry.options(surroundings, inputs.registrySettings(err()))), err());
        boolean changes = false;
        for (LockFiles.Located lock : survey.locks()) {
            Map<String, ImageReference> named = survey.references(lock);
            LockFile content = lookup.addTo(lock.content(), toAsk(lock, survey));
            Set<String> missing = new TreeSet<>(named.keySet());
            missing.removeAll(content.images().entries().keySet());
            if (downloads) {
                content = offline ? content : fetched.addTo(content, toFetch(lock, survey));
                missing.addAll(survey.downloads(lock));
                missing.removeAll(content.checksums().keySet());
            }
            changes |= !missing.isEmpty();
            LockFile kept = prune ? pruned(content, named, survey.downloads(lock)) : content;
            changes |= finish(inputs.locks(), lock, kept, missing.size());
        }
        if (errors + lookup.failures() + fetched.failures() > 0) {
            return ExitCodes.ERROR;
        }
        return check && changes ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private RunOptions runOptions() {
        RunOptions options = new RunOptions();
        options.paths = paths;
        options.rules.exclude = exclude;
        options.rules.config = config;
        options.rules.isolated = isolated;
        return options;
    }

    private ImageSurvey survey(Inputs inputs) {
        ImageSurvey survey = new ImageSurvey(inputs.facts().knowledge().images());
        List<InputFile> files = inputs.files();
        inputs.errors().forEach(unreadable -> error(unreadable.display() + ": error: " + unreadable.reason()));
        inputs.broken().forEach(message -> error("drydock: error: " + message));
        survey.addAll(inputs, files, (input, reason) -> error(input.display() + ": error: " + reason));
        if (files.isEmpty() && errors == 0 && !quiet) {
            err().print("drydock: no Dockerfile or compose file found\n");
        }
        return survey;
    }

    private void error(String line) {
        errors++;
        err().print(Printable.of(line) + "\n");
    }

    /** What a file that was not looked at names would be removed. */
    private void checkPrunable(LockFiles.Located lock) {
        List<String> given = paths.isEmpty() ? List.of(".") : paths;
        Path directory = surroundings.workingDirectory();
        boolean whole = given.stream()
                .map(path -> directory.resolve(path).normalize())
                .anyMatch(path -> Files.isDirectory(path) && lock.folder().startsWith(path));
        if (!whole || errors > 0 || !exclude.isEmpty()) {
            throw new Failure("--prune must see the whole project: pass the directory of " + LockFile.FILE_NAME
                    + ", without --exclude");
        }
    }

    private List<ImageReference> toAsk(LockFiles.Located lock, ImageSurvey survey) {
        return survey.references(lock).entrySet().stream()
                .filter(entry -> update || !lock.content().images().entries().containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<String> toFetch(LockFiles.Located lock, ImageSurvey survey) {
        return survey.downloads(lock).stream()
                .filter(address -> update || !lock.content().checksums().containsKey(address))
                .toList();
    }

    private static List<ImageReference> sorted(Collection<ImageReference> references) {
        List<ImageReference> sorted = new ArrayList<>(references);
        sorted.sort((a, b) -> a.canonicalText().compareTo(b.canonicalText()));
        return sorted;
    }

    /** Keeps what files name, and the version tags that were found for it. */
    private static LockFile pruned(LockFile lock, Map<String, ImageReference> named, Set<String> fetched) {
        Set<String> kept = new TreeSet<>(named.keySet());
        named.forEach((name, reference) -> lock.images()
                .find(reference)
                .flatMap(PinnedImage::versionTag)
                .ifPresent(tag -> kept.add(reference.canonicalName() + ":" + tag)));
        return lock.retaining(kept, fetched);
    }

    /** Writes what changed, says so, and returns whether it did. */
    private boolean finish(LockFiles locks, LockFiles.Located lock, LockFile content, int missing) {
        boolean nothing = lock.bytes().isEmpty() && content.equals(LockFile.empty());
        boolean changed = !nothing && !content.equals(lock.content());
        if (changed && !check) {
            locks.write(lock, content);
        }
        if (!quiet) {
            new LockReport(spec.commandLine().getOut(), locks.display(lock.file()))
                    .print(lock.content(), content, missing);
        }
        return changed;
    }
}

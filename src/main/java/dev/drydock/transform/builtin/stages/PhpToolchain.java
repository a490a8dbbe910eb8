package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.model.ComposerManifest;
import dev.drydock.model.ContainerPath;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A PHP application whose packages composer installs. It runs on the image that it is built on, without composer. */
final class PhpToolchain implements Toolchain {
    static final Set<String> COMMANDS = Set.of("install", "i", "update", "require", "dump-autoload", "dumpautoload");

    /** What of PHP itself a container starts; anything else may start composer. */
    private static final Set<String> STARTED =
            Set.of("php", "php-fpm", "apache2-foreground", "apache2ctl", "apachectl", "docker-php-entrypoint");

    /** Folders of the system, which are no application. */
    private static final Set<String> SYSTEM = Set.of("/", "/usr", "/usr/local", "/var", "/home", "/opt", "/srv");

    @Override
    public String language() {
        return "PHP";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return step.runs("composer") && step.words().stream().anyMatch(COMMANDS::contains);
    }

    @Override
    public boolean isUsed(SingleBuild build) {
        return build.imageName().equals("php") && build.steps().stream().anyMatch(this::isBuild);
    }

    @Override
    public Set<String> programs() {
        return Set.of("composer");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(List.of(), Set.of("composer.json", "composer.lock"), Set.of());
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        checkImage(build);
        checkStart(build);
        List<BuildStep> installs = build.steps().stream().filter(this::isBuild).toList();
        String folder = folder(build, installs);
        Optional<ComposerManifest> manifest =
                build.contextSource("composer.json").flatMap(ComposerManifest::parse);
        manifest.ifPresent(known -> check(known, installs));
        RunInstruction cut = installs.get(installs.size() - 1).script().run();
        PhpRuns runs = PhpRuns.of(build, this, folder, cut);
        List<String> assumptions = new ArrayList<>();
        assumptions.add("The application starts neither composer nor " + String.join(", ", PhpRuns.TOOLS) + ".");
        if (manifest.isEmpty() && !installs.stream().allMatch(PhpToolchain::skipsScripts)) {
            assumptions.add("No script of composer.json writes outside of " + folder + ".");
        }
        if (runs.keepsOwners()) {
            assumptions.add(
                    "BuildKit builds the image: it keeps the owners of files that one stage copies from another.");
        }
        return SplitPlan.repeating(
                build.stage().stage().from().image().value(),
                Artefact.at(folder),
                manifest.isPresent(),
                assumptions,
                new SplitPlan.Repetition(cut, runs.repeated()));
    }

    private static void checkImage(SingleBuild build) {
        boolean official = build.stage()
                .image()
                .reference()
                .filter(image -> image.isOfficial())
                .isPresent();
        if (!official) {
            throw new UnclearException(
                    "cannot tell what the image " + build.stage().image().text() + " holds besides PHP");
        }
    }

    private static void checkStart(SingleBuild build) {
        List<String> programs = new ArrayList<>();
        if (build.stage().startCommand().scripts().isEmpty()) {
            build.stage().startCommand().words().stream()
                    .dropWhile("docker-php-entrypoint"::equals)
                    .limit(1)
                    .forEach(programs::add);
        }
        build.stage().startCommand().scripts().stream()
                .flatMap(script -> script.simpleCommands())
                .map(PhpToolchain::program)
                .forEach(programs::add);
        boolean composer = build.stage().startCommand().words().stream()
                .anyMatch(word -> word.contains("composer") && !word.startsWith("/var/"));
        if (composer) {
            throw new UnclearException("the container starts composer itself");
        }
        for (String program : programs) {
            if (!STARTED.contains(program.substring(program.lastIndexOf('/') + 1))) {
                throw new UnclearException("the container starts " + (program.isEmpty() ? "a variable" : program)
                        + ", which may use composer");
            }
        }
    }

    private static String program(SimpleCommand command) {
        return Invocation.of(command)
                .programWord()
                .flatMap(word -> word.literalValue())
                .orElse("");
    }

    /** Returns the one folder in which composer runs, and below which its packages are. */
    private static String folder(SingleBuild build, List<BuildStep> installs) {
        for (BuildStep step : installs) {
            if (step.words().contains("global")) {
                throw new UnclearException(
                        "line " + step.line() + ": the container may need what composer installs for all applications");
            }
        }
        List<String> folders = installs.stream()
                .map(PhpToolchain::folder)
                .map(folder -> folder.orElse(""))
                .distinct()
                .toList();
        if (folders.size() != 1 || folders.get(0).isEmpty()) {
            throw new UnclearException("cannot tell in which directory composer runs");
        }
        String folder = folders.get(0);
        boolean system = SYSTEM.contains(folder)
                || List.of("/etc", "/root", "/tmp", "/usr/local/bin", "/usr/bin").stream()
                        .anyMatch(root -> ContainerPath.isWithin(folder, root));
        if (system) {
            throw new UnclearException("composer runs in " + folder + ", which holds more than the application");
        }
        for (Instruction instruction : build.instructions()) {
            if (instruction instanceof VolumeInstruction) {
                throw new UnclearException(
                        "line " + instruction.line() + ": the volume may hold files of the application");
            }
        }
        return folder;
    }

    private static Optional<String> folder(BuildStep step) {
        boolean elsewhere = step.words().stream()
                .anyMatch(word -> word.startsWith("-d") || word.startsWith("--working-dir") || word.isEmpty());
        return elsewhere ? Optional.empty() : step.folder();
    }

    private static void check(ComposerManifest manifest, List<BuildStep> installs) {
        if (manifest.movesFolders()) {
            throw new UnclearException("composer.json names another directory for packages");
        }
        if (!installs.stream().allMatch(PhpToolchain::skipsScripts)) {
            manifest.eventScripts().stream().sorted().findFirst().ifPresent(name -> {
                throw new UnclearException("cannot tell what the script " + name + " of composer.json leaves behind");
            });
        }
    }

    private static boolean skipsScripts(BuildStep step) {
        return step.words().contains("--no-scripts");
    }
}

package dev.drydock.transform.builtin.stages;

import dev.drydock.model.BuildStage;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds compilers and headers that a build left in the image that runs, where the build cannot be cut off. */
public final class CompilersInBuildStage extends DockerfileTransform {
    /** Programs that compile, themselves or what they install. */
    private static final Set<String> BUILDERS = Set.of(
            "make",
            "gmake",
            "cmake",
            "ninja",
            "meson",
            "gcc",
            "cc",
            "g++",
            "c++",
            "clang",
            "configure",
            "autoreconf",
            "pip",
            "pip3",
            "python",
            "python3",
            "pipenv",
            "poetry",
            "uv",
            "npm",
            "yarn",
            "pnpm",
            "gem",
            "bundle",
            "cargo",
            "go",
            "R",
            "Rscript",
            "cpan",
            "cpanm",
            "pecl",
            "docker-php-ext-install",
            "luarocks",
            "mix",
            "stack",
            "cabal",
            "composer",
            "conda",
            "easy_install");

    public CompilersInBuildStage() {
        super("compilers-in-build-stage");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<BuildStage> last = subject.build().finalStage();
        if (last.isEmpty() || last.get().image().isWindows()) {
            return;
        }
        BuildStage stage = last.get();
        SingleBuild build = SplitBuildStage.singleBuild(subject, stage);
        new InstallerLeft(subject, subject.build(), build).inspect();
        for (BuildStep step : build.steps()) {
            List<String> names = BuildTools.of(build, step).stream()
                    .flatMap(operand -> operand.name().stream())
                    .toList();
            if (!names.isEmpty()) {
                inspect(subject, build, step, names);
            }
        }
    }

    private static void inspect(Subject subject, SingleBuild build, BuildStep step, List<String> names) {
        TextRange place = step.script().toFile(step.command().range());
        String message =
                String.join(", ", names) + (names.size() == 1 ? " stays" : " stay") + " in the image that runs";
        if (build.stage().startCommand().isInherited()) {
            subject.notNeeded(
                    place, message, "the file does not say what the container starts; it may be made to build in");
            return;
        }
        boolean used = build.steps().stream()
                .anyMatch(each ->
                        each.invocation().program().filter(BUILDERS::contains).isPresent());
        if (!used) {
            subject.notNeeded(place, message, "no command of the file builds with it, so that the container may");
            return;
        }
        if (subject.build().stages().size() > 1) {
            subject.advise(place, message, "build in an earlier stage and copy the result with COPY --from");
            return;
        }
        Optional<String> obstacle = SplitBuildStage.obstacle(subject, build.stage());
        if (obstacle.isEmpty()) {
            subject.notNeeded(place, message, "split-build-stage leaves it in the build stage");
        } else {
            subject.abstain(place, message, obstacle.get());
        }
    }
}

package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.VolumeInstruction;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.PrivilegedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code go build} and {@code go install}. */
final class GoToolchain implements Toolchain {
    private static final Set<String> ON_PATH =
            Set.of("/go/bin", "/usr/local/bin", "/usr/bin", "/bin", "/usr/local/go/bin");

    @Override
    public String language() {
        return "Go";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return step.runs("go")
                && !step.words().isEmpty()
                && (step.words().get(0).equals("build") || step.words().get(0).equals("install"));
    }

    @Override
    public Set<String> programs() {
        return Set.of("go", "gofmt", "golangci-lint", "gcc");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(".go", ".proto"),
                Set.of(
                        "go.mod",
                        "go.sum",
                        "go.*",
                        "go.work",
                        "go.work.sum",
                        ".golangci.yml",
                        ".air.toml",
                        ".goreleaser.yml"),
                Set.of("vendor", "testdata"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        if (start.name().equals("go")) {
            throw new UnclearException("the container compiles the program each time it starts");
        }
        if (start.program().isEmpty()) {
            throw new UnclearException("which program the container starts is known only at run time");
        }
        checkInstallFolder(build);
        Artefact artefact = artefact(build, start);
        RuntimePackages packages = RuntimePackages.of(build);
        RuntimeImages.RuntimeStage stage = build.runtime("go");
        RunTimeNeeds needs = RunTimeNeeds.of(build, sources());
        // golang on Debian has /etc/mime.types, and so has distroless; without it Go knows the types of pages and
        // pictures only.
        boolean types = !build.isAlpine() && (needs.calls("mime.TypeByExtension") || needs.servesDocuments());
        boolean bare = isStatic(build) && packages.needed().isEmpty() && isForBareImage(build, start);
        List<String> assumptions = new ArrayList<>(List.of("The program starts no other program of the build image."));
        if (bare) {
            assumptions.add("The program writes only below /tmp.");
            return new SplitPlan(stage.runtime(), List.of(artefact), List.of(), true, assumptions);
        }
        String runtime = DebianRuntime.of(build, stage, !packages.needed().isEmpty());
        List<String> needed = new ArrayList<>(List.of("ca-certificates"));
        if (types) {
            needed.add("media-types");
        }
        if (needs.calls("time.LoadLocation")) {
            // The image golang brings the time zones within its tools.
            needed.add("tzdata");
            if (runtime.contains("trixie")) {
                // Debian 13 has the old names of zones in a package of their own, which the releases before had not.
                needed.add("tzdata-legacy");
            }
        }
        return new SplitPlan(runtime, List.of(artefact), needed, true, assumptions);
    }

    /** The image golang installs programs into {@code /go/bin}; variables, and other images, may mean another folder. */
    private void checkInstallFolder(SingleBuild build) {
        for (BuildStep step : build.steps()) {
            boolean installs = isBuild(step) && step.words().get(0).equals("install");
            boolean usual = build.imageName().equals("golang")
                    && Set.of("GOBIN", "GOPATH").stream()
                            .noneMatch(name -> isSet(build, name)
                                    || step.invocation().environment().stream()
                                            .anyMatch(set -> set.name().equals(name)));
            if (installs && !usual) {
                throw new UnclearException(
                        "line " + step.line() + ": cannot tell which directory go install writes to");
            }
        }
    }

    private static boolean isSet(SingleBuild build, String name) {
        boolean exported = build.steps().stream()
                .anyMatch(step -> step.command().assignments().stream()
                                .anyMatch(assignment -> assignment.name().equals(name))
                        || (step.runs("export")
                                && step.words().stream().anyMatch(word -> word.startsWith(name + "="))));
        return exported
                || build.instructions().stream()
                        .filter(EnvInstruction.class::isInstance)
                        .flatMap(each -> ((EnvInstruction) each).pairs().stream())
                        .anyMatch(pair -> pair.name().equals(name));
    }

    private Artefact artefact(SingleBuild build, StartProgram start) {
        boolean bare = !start.program().contains("/");
        if (bare) {
            return fromPath(build, start.program());
        }
        String path = build.startPath(start.program());
        boolean built = build.isMovedTo(path)
                || build.steps().stream().filter(this::isBuild).anyMatch(step -> writes(step, path));
        if (!built) {
            throw new UnclearException("what go build writes and what the container starts are not the same");
        }
        return Artefact.at(path);
    }

    /** A program that is found along PATH goes to a folder that every image has there. */
    private Artefact fromPath(SingleBuild build, String name) {
        for (BuildStep step : build.steps().stream().filter(this::isBuild).toList()) {
            Optional<String> output = step.option("-o").flatMap(step::path);
            boolean named = output.filter(path ->
                            path.endsWith("/" + name) && ON_PATH.contains(path.substring(0, path.lastIndexOf('/'))))
                    .isPresent();
            if (named) {
                return new Artefact(output.get(), "/usr/local/bin/" + name);
            }
            boolean installs =
                    step.words().get(0).equals("install") && step.option("-o").isEmpty();
            if (installs && name(step).filter(name::equals).isPresent()) {
                return new Artefact("/go/bin/" + name, "/usr/local/bin/" + name);
            }
        }
        for (String folder : ON_PATH) {
            if (build.isMovedTo(folder + "/" + name)) {
                return new Artefact(folder + "/" + name, "/usr/local/bin/" + name);
            }
        }
        throw new UnclearException("cannot tell where the build puts " + name);
    }

    private static boolean writes(BuildStep step, String path) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        if (step.words().get(0).equals("install")) {
            return folder.equals("/go/bin")
                    && name(step)
                            .filter(path.substring(folder.length() + 1)::equals)
                            .isPresent();
        }
        Optional<String> written = step.option("-o");
        if (written.isPresent()) {
            Optional<String> output = step.path(written.get());
            boolean intoFolder = written.get().endsWith("/") || written.get().equals(".");
            return output.filter(file -> file.equals(path) || (intoFolder && file.equals(folder)))
                    .isPresent();
        }
        // Without -o the name is that of the module or the folder, which is what a working container starts.
        return step.folder().filter(folder::equals).isPresent();
    }

    /** Returns the name of the program that go install writes: the last part of the package path. */
    private static Optional<String> name(BuildStep step) {
        List<String> operands = step.operands().stream()
                .skip(1)
                .map(word -> word.literalValue().orElse(""))
                .filter(word -> !word.isEmpty())
                .toList();
        if (operands.isEmpty() || operands.get(0).startsWith(".")) {
            Optional<String> folder = operands.isEmpty() ? step.folder() : step.path(operands.get(0));
            return folder.map(path -> path.substring(path.lastIndexOf('/') + 1)).filter(name -> !name.equals("..."));
        }
        String path = operands.get(operands.size() - 1);
        int version = path.indexOf('@');
        String plain = ContainerPath.normalise("/" + (version < 0 ? path : path.substring(0, version)));
        return Optional.of(plain.substring(plain.lastIndexOf('/') + 1));
    }

    private boolean isStatic(SingleBuild build) {
        return build.steps().stream()
                .filter(this::isBuild)
                .allMatch(step -> step.sets("CGO_ENABLED", "0")
                        || build.stage()
                                .variableAt("CGO_ENABLED", step.script().run())
                                .filter("0"::equals)
                                .isPresent());
    }

    /** Returns whether the container needs neither a shell nor a folder of its own nor a port that only root may open. */
    private static boolean isForBareImage(SingleBuild build, StartProgram start) {
        boolean plain = build.instructions().stream()
                .noneMatch(each -> each instanceof VolumeInstruction
                        || each instanceof UserInstruction
                        || each instanceof HealthcheckInstruction
                        || (each instanceof ExposeInstruction expose && hasLowPort(expose))
                        || (each instanceof RunInstruction run && BuildCommands.isForBoth(build, run)));
        return plain && !start.needsShell();
    }

    private static boolean hasLowPort(ExposeInstruction expose) {
        return expose.ports().stream()
                .map(port -> port.value())
                .anyMatch(text -> PrivilegedPort.ofExpose(text).isPresent());
    }
}

package dev.drydock.transform.builtin.stages;

import dev.drydock.model.ContainerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** C and C++: a compiler, make, cmake, ninja. */
final class NativeToolchain implements Toolchain {
    private static final Set<String> COMPILERS = Set.of("gcc", "cc", "g++", "c++", "clang", "clang++");
    private static final List<String> PATH =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin");
    private static final Set<String> SHARED_PREFIXES = Set.of("/", "/usr", "/usr/local");

    @Override
    public String language() {
        return "C";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return step.runs("make", "gmake", "ninja")
                || (step.runs("cmake") && step.words().contains("--build"))
                || (step.invocation().program().filter(COMPILERS::contains).isPresent()
                        && step.option("-o").isPresent());
    }

    /** Other languages use make as well; a file counts only if what it starts comes out of the build. */
    @Override
    public boolean isUsed(SingleBuild build) {
        if (build.steps().stream().noneMatch(this::isBuild)) {
            return false;
        }
        try {
            StartProgram start = StartProgram.of(build.stage());
            return built(build, start).isPresent();
        } catch (UnclearException e) {
            return false;
        }
    }

    @Override
    public Set<String> programs() {
        return Set.of(
                "make",
                "gmake",
                "cmake",
                "ninja",
                "gcc",
                "cc",
                "g++",
                "c++",
                "clang",
                "clang++",
                "configure",
                "autoreconf",
                "autogen.sh",
                "autoconf",
                "automake",
                "aclocal",
                "libtoolize",
                "meson",
                "ldconfig",
                "ar",
                "ld",
                "pkg-config",
                "nproc");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(
                        ".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".hh", ".o", ".a", ".ac", ".am", ".m4", ".cmake",
                        ".in", ".s"),
                Set.of("CMakeLists.txt", "configure", "autogen.sh", "meson.build", "meson_options.txt", "GNUmakefile"),
                Set.of("src", "include", "cmake", "m4"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        Artefact artefact = built(build, start)
                .orElseThrow(() -> new UnclearException("what the container starts cannot be traced to the build"));
        installs(build, artefact);
        RuntimePackages packages = RuntimePackages.of(build);
        boolean official = build.stage()
                .image()
                .reference()
                .filter(image -> image.isOfficial())
                .isPresent();
        if (!official) {
            throw new UnclearException("cannot tell which image the program of "
                    + build.stage().image().text() + " runs on");
        }
        return new SplitPlan(
                runtime(build, packages),
                List.of(artefact),
                List.of(),
                true,
                List.of(
                        "The program starts no other program of the build image.",
                        "The program links only libraries whose development packages the file installs, and those that "
                                + "every image has."));
    }

    private static String runtime(SingleBuild build, RuntimePackages packages) {
        return switch (build.imageName()) {
            case "gcc" -> {
                boolean simple = build.steps().stream()
                        .filter(step -> step.invocation()
                                .program()
                                .filter(name -> COMPILERS.contains(name) || name.equals("make") || name.equals("cmake"))
                                .isPresent())
                        .allMatch(step -> step.runs("gcc", "cc"));
                if (!simple) {
                    throw new UnclearException("a program of C++ would need the libstdc++ of the image gcc");
                }
                yield DebianRuntime.of(
                        build, build.runtime("c"), !packages.needed().isEmpty());
            }
            case "buildpack-deps" -> DebianRuntime.of(build, build.runtime("c"), true);
            case "debian" ->
                build.suite().isPresent()
                        ? DebianRuntime.of(build, build.runtime("c"), false)
                        : build.stage().image().text();
            case "ubuntu", "alpine" -> build.stage().image().text();
            default ->
                throw new UnclearException("cannot tell which image the program of "
                        + build.stage().image().text() + " runs on");
        };
    }

    private Optional<Artefact> built(SingleBuild build, StartProgram start) {
        if (start.program().isEmpty()) {
            return Optional.empty();
        }
        if (!start.program().contains("/")) {
            return PATH.stream()
                    .map(folder -> folder + "/" + start.program())
                    .filter(path -> build.isMovedTo(path) || isOutput(build, path))
                    .findFirst()
                    .map(Artefact::at);
        }
        String path = build.startPath(start.program());
        Optional<Artefact> prefix = prefix(build, path);
        if (prefix.isPresent()) {
            return prefix;
        }
        boolean made = build.steps().stream()
                .filter(step -> step.runs("make", "gmake", "ninja", "cmake"))
                .anyMatch(step -> step.folder()
                        .filter(folder -> ContainerPath.isWithin(path, folder))
                        .isPresent());
        boolean script = start.name().indexOf('.') > 0;
        boolean fromBuild =
                isOutput(build, path) || build.isMovedTo(path) || (made && !script && !isInContext(build, start));
        return fromBuild ? Optional.of(Artefact.at(path)) : Optional.empty();
    }

    private static boolean isOutput(SingleBuild build, String path) {
        return build.steps().stream()
                .filter(step ->
                        step.invocation().program().filter(COMPILERS::contains).isPresent())
                .anyMatch(step -> step.option("-o")
                        .flatMap(step::path)
                        .filter(path::equals)
                        .isPresent());
    }

    private static boolean isInContext(SingleBuild build, StartProgram start) {
        return build.contextText(
                        start.program().startsWith("./") ? start.program().substring(2) : start.name())
                .isPresent();
    }

    /** Returns the folder that the build installs everything into, if it has one for itself. */
    private static Optional<Artefact> prefix(SingleBuild build, String path) {
        for (BuildStep step : build.steps()) {
            List<String> words = new ArrayList<>(step.words());
            for (String word : words) {
                Optional<String> value = List.of("--prefix=", "-DCMAKE_INSTALL_PREFIX=", "PREFIX=", "prefix=").stream()
                        .filter(word::startsWith)
                        .map(option -> word.substring(option.length()))
                        .findFirst();
                boolean own = value.filter(folder -> folder.startsWith("/")
                                && !SHARED_PREFIXES.contains(ContainerPath.normalise(folder))
                                && ContainerPath.isWithin(path, ContainerPath.normalise(folder)))
                        .isPresent();
                if (own) {
                    return Optional.of(Artefact.at(ContainerPath.normalise(value.get())));
                }
            }
        }
        return Optional.empty();
    }

    /** Throws {@link UnclearException} if something is installed that is not part of the artefact. */
    private static void installs(SingleBuild build, Artefact artefact) {
        boolean whole = build.steps().stream()
                .anyMatch(step -> step.words().stream()
                        .anyMatch(word ->
                                word.endsWith("=" + artefact.from()) || word.endsWith("=" + artefact.from() + "/")));
        for (BuildStep step : build.steps()) {
            boolean installs = step.runs("make", "gmake", "ninja", "cmake")
                    && step.words().stream().anyMatch(word -> word.contains("install") && !word.startsWith("-D"));
            if ((installs && !whole) || step.runs("ldconfig")) {
                throw new UnclearException("line " + step.line() + ": cannot tell what is installed, and where");
            }
        }
    }
}

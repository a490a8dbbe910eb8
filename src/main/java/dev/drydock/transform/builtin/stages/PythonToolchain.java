package dev.drydock.transform.builtin.stages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.shell.commands.Pip;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code pip install} with a compiler at hand. What it installs goes into a virtual environment, which keeps its path. */
final class PythonToolchain implements Toolchain {
    private static final String FOLDER = "/opt/venv";

    /** Packages whose wheels link libgomp of gcc without bringing it, call a compiler, or start git; checked 2026-11. */
    private static final Set<String> DEMANDING = Set.of(
            "lightgbm",
            "lightfm",
            "hnswlib",
            "cmdstanpy",
            "pystan",
            "prophet",
            "gitpython",
            "pygit2",
            "triton",
            "torch");

    @Override
    public String language() {
        return "Python";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        return Pip.from(step.invocation()).filter(pip -> pip.does("install")).isPresent();
    }

    @Override
    public boolean isUsed(SingleBuild build) {
        return build.imageName().equals("python")
                && build.steps().stream().anyMatch(this::isBuild)
                && BuildTools.areInstalled(build);
    }

    @Override
    public Set<String> programs() {
        return Set.of("pip", "pip3");
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(".c", ".h", ".pyx", ".cpp", ".whl"),
                Set.of(
                        "requirements.txt",
                        "requirements",
                        "requirements*.txt",
                        "setup.py",
                        "setup.cfg",
                        "pyproject.toml",
                        "constraints.txt",
                        "requirements-dev.txt",
                        "dev-requirements.txt",
                        "Pipfile",
                        "Pipfile.lock",
                        "poetry.lock",
                        "MANIFEST.in"),
                Set.of());
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = start(build);
        boolean slim = build.tag().filter(tag -> tag.contains("slim")).isPresent();
        boolean official = build.stage()
                .image()
                .reference()
                .filter(image -> image.isOfficial())
                .isPresent();
        if (!slim || !official) {
            throw new UnclearException("the full image brings libraries of its own that a compiled package may link; "
                    + "a slim image names what it needs");
        }
        if (start.words().stream().anyMatch(word -> word.startsWith("/usr/"))) {
            throw new UnclearException("the container starts a program by a path outside of a virtual environment");
        }
        checkPackages(build);
        List<BuildStep> installs = build.steps().stream().filter(this::isBuild).toList();
        installs.forEach(PythonToolchain::check);
        checkFiles(build);
        RunInstruction first = installs.get(0).script().run();
        if (!build.stage().isRootAt(first)) {
            throw new UnclearException("another user than root installs the packages");
        }
        String environment = "ENV PATH=" + FOLDER + "/bin:$PATH";
        return new SplitPlan(
                build.stage().stage().from().image().value(),
                List.of(Artefact.at(FOLDER)),
                List.of(),
                true,
                List.of("The packages link only libraries whose development packages the file installs, and those that "
                        + "every image has."),
                Optional.of(new SplitPlan.Environment(
                        first,
                        List.of("RUN python -m venv " + FOLDER, environment),
                        List.of(environment),
                        this::bringsApplication)));
    }

    /** Some packages use at run time what a compiler or Git brought along, which the runtime stage lacks. */
    private static void checkPackages(SingleBuild build) {
        for (String file : List.of("requirements.txt", "pyproject.toml", "Pipfile")) {
            String text = build.contextText(file).orElse("").toLowerCase(Locale.ROOT);
            for (String line : text.split("\n", -1)) {
                String name = packageOf(line);
                if (DEMANDING.contains(name)) {
                    throw new UnclearException(
                            name + " in " + file + " may need a compiler, its libraries or Git when it runs");
                }
            }
        }
    }

    /** Returns the name at the beginning of a line, whatever stands around it: {@code lightgbm} of {@code "lightgbm>=4",}. */
    private static String packageOf(String line) {
        int start = 0;
        while (start < line.length()
                && (line.charAt(start) == ' ' || line.charAt(start) == '"' || line.charAt(start) == '\'')) {
            start++;
        }
        int end = start;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end)) || "-_.".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return line.substring(start, end).replace('_', '-');
    }

    /** The runtime stage copies the application anew: what a RUN of the build changed in it would be lost. */
    private static void checkFiles(SingleBuild build) {
        for (BuildStep step : build.steps()) {
            boolean changes =
                    step.runs("chmod", "chown", "cp", "mv", "ln", "touch", "mkdir", "install", "git", "rm", "rmdir")
                            && !BuildCommands.isForBoth(build, step.script().run());
            boolean caches = step.operands().stream()
                    .allMatch(word -> List.of("/var/lib/apt", "/var/cache", "/tmp", "/root").stream()
                            .anyMatch(word.literalPrefix()::startsWith));
            if (changes && !caches) {
                throw new UnclearException("line " + step.line() + " changes files that the container needs");
            }
        }
    }

    /** What is started matters little here: the whole application is copied into both stages. */
    private static StartProgram start(SingleBuild build) {
        if (build.stage().startCommand().isInherited()) {
            throw new UnclearException("the file does not say what the container starts");
        }
        return new StartProgram(build.stage().startCommand().words(), false);
    }

    private static void check(BuildStep step) {
        Pip pip = Pip.from(step.invocation()).orElseThrow();
        boolean elsewhere = pip.has("--user", "-t", "--target", "--prefix", "--root", "-e", "--editable", "--python");
        boolean byPath = step.invocation()
                .programWord()
                .flatMap(word -> word.literalValue())
                .filter(word -> word.contains("/"))
                .isPresent();
        if (elsewhere || byPath || pip.line().mayHideOptions()) {
            throw new UnclearException("line " + step.line() + ": where pip installs is not the usual place");
        }
    }

    private boolean bringsApplication(FileTransfer transfer) {
        return !transfer.sources().stream()
                .map(source -> source.value())
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .allMatch(sources()::isFile);
    }
}

package dev.drydock.transform.builtin.stages;

import dev.drydock.model.ContainerPath;
import dev.drydock.model.PackageManifest;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Node application with a build step, started as a server or handed to a server of files. */
final class NodeToolchain implements Toolchain {
    private static final Set<String> MANAGERS = Set.of("npm", "yarn", "pnpm");
    private static final Set<String> BUILDERS =
            Set.of("tsc", "ng", "vite", "webpack", "next", "nuxt", "nest", "rollup", "esbuild");
    private static final Set<String> OUTPUTS =
            Set.of("dist", "build", "lib", "out", "output", ".output", "public", "www");

    /** Packages that need programs or libraries which the slim image does not have. */
    private static final List<String> DEMANDING = List.of(
            "prisma",
            "@prisma/client",
            "puppeteer",
            "playwright",
            "canvas",
            "node-canvas",
            "wkhtmltopdf",
            "gm",
            "imagemagick",
            "nodegit",
            "pem",
            "pg-native",
            "ps-list",
            "python-shell",
            "simple-git",
            "systeminformation",
            "youtube-dl-exec",
            "yt-dlp-exec");

    @Override
    public String language() {
        return "Node";
    }

    @Override
    public boolean isBuild(BuildStep step) {
        List<String> words = step.words();
        boolean script = step.invocation().program().filter(MANAGERS::contains).isPresent()
                && words.stream().anyMatch(word -> word.equals("build") || word.startsWith("build:"));
        boolean direct = step.runs("npx", "tsc", "ng", "vite", "webpack", "next")
                && (step.runs("tsc")
                        || words.contains("build")
                        || words.stream().findFirst().filter("tsc"::equals).isPresent());
        return script || direct;
    }

    @Override
    public boolean isUsed(SingleBuild build) {
        return !SiteToolchain.isServer(build) && build.steps().stream().anyMatch(this::isBuild);
    }

    @Override
    public Set<String> programs() {
        Set<String> programs = new LinkedHashSet<>(BUILDERS);
        programs.addAll(MANAGERS);
        programs.addAll(List.of("npx", "node", "corepack"));
        return programs;
    }

    @Override
    public SourceFiles sources() {
        return new SourceFiles(
                List.of(
                        ".ts",
                        ".tsx",
                        ".jsx",
                        ".vue",
                        ".svelte",
                        ".scss",
                        ".sass",
                        ".less",
                        ".styl",
                        ".map",
                        ".spec.js",
                        ".test.js",
                        ".tsbuildinfo"),
                Set.of(
                        "package.json",
                        "package*.json",
                        "package-lock.json",
                        "yarn.lock",
                        "pnpm-lock.yaml",
                        "yarn.*",
                        "pnpm-workspace.yaml",
                        ".npmrc",
                        ".yarnrc",
                        ".yarnrc.yml",
                        ".nvmrc",
                        ".node-version",
                        "tsconfig.json",
                        "tsconfig*.json",
                        "tsconfig.build.json",
                        "tsconfig.app.json",
                        "tslint.json",
                        "nest-cli.json",
                        "angular.json",
                        "babel.config.js",
                        ".babelrc",
                        "jest.config.js",
                        "webpack.config.js",
                        "vite.config.js",
                        "rollup.config.js",
                        "postcss.config.js",
                        "tailwind.config.js",
                        ".eslintrc",
                        ".eslintrc.js",
                        ".eslintrc.json",
                        ".eslintignore",
                        "eslint.config.js",
                        ".prettierrc",
                        ".prettierignore",
                        ".browserslistrc",
                        "nodemon.json",
                        "karma.conf.js",
                        "turbo.json",
                        "vue.config.js"),
                Set.of("node_modules", "e2e", "coverage", "cypress", "docs", "storybook", ".storybook"));
    }

    @Override
    public SplitPlan plan(SingleBuild build) {
        StartProgram start = StartProgram.of(build.stage());
        boolean present = Set.of("node", "npm", "npx").contains(start.name())
                || (start.name().equals("yarn")
                        && build.tag().filter(tag -> tag.startsWith("26")).isEmpty());
        if (!present) {
            throw new UnclearException(
                    "the container starts " + start.name() + ", which is not part of the slim image");
        }
        Optional<PackageManifest> manifest = build.contextSource("package.json").flatMap(PackageManifest::parse);
        manifest.ifPresent(NodeToolchain::checkPackages);
        if (build.contextText(".pnp.cjs").isPresent()
                || build.contextText(".pnp.js").isPresent()) {
            throw new UnclearException("yarn keeps the packages outside of node_modules");
        }
        String folder = build.stage()
                .workdir()
                .orElseThrow(() -> new UnclearException("the working directory of the container is unknown"));
        List<String> command = resolve(start.words(), manifest, 0);
        String output = output(build, folder, command);
        boolean installs = build.steps().stream()
                .anyMatch(step ->
                        step.invocation().program().filter(MANAGERS::contains).isPresent()
                                && step.folder().filter(folder::equals).isPresent()
                                && (step.words().isEmpty()
                                        || step.words().stream()
                                                .anyMatch(word -> Set.of("install", "ci", "i")
                                                        .contains(word))));
        if (!installs) {
            throw new UnclearException("the packages are not installed in the directory in which the container starts");
        }
        List<Artefact> artefacts = new ArrayList<>();
        artefacts.add(Artefact.at(folder + "/package.json"));
        boolean none = manifest.filter(known -> known.dependencies().isEmpty()
                        && known.developmentDependencies().isEmpty())
                .isPresent();
        if (!none) {
            artefacts.add(Artefact.at(folder + "/node_modules"));
        }
        artefacts.add(Artefact.at(output));
        return new SplitPlan(
                runtime(build),
                artefacts,
                List.of(),
                manifest.isPresent(),
                List.of("The application starts no other program of the build image, such as git or python."));
    }

    private static void checkPackages(PackageManifest manifest) {
        DEMANDING.stream().filter(manifest::uses).findFirst().ifPresent(name -> {
            throw new UnclearException(
                    "the package " + name + " needs programs or libraries that the slim image lacks");
        });
    }

    /** Follows {@code npm start} and the like to the command that package.json names. */
    private static List<String> resolve(List<String> words, Optional<PackageManifest> manifest, int depth) {
        String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        if (!MANAGERS.contains(program)) {
            boolean npx =
                    program.equals("npx") && words.size() > 1 && !words.get(1).startsWith("-");
            return npx ? words.subList(1, words.size()) : words;
        }
        List<String> rest = words.subList(1, words.size()).stream()
                .filter(word -> !word.equals("run") && !word.startsWith("-"))
                .toList();
        if (rest.isEmpty() || depth > 2) {
            throw new UnclearException("cannot tell which script of package.json the container starts");
        }
        if (manifest.isEmpty()) {
            throw new UnclearException("package.json, which says what the container starts, is not there");
        }
        String script = Optional.ofNullable(manifest.get().scripts().get(rest.get(0)))
                .orElseThrow(() -> new UnclearException("package.json has no script " + rest.get(0)));
        List<SimpleCommand> commands =
                StartCommand.script(SourceText.of(script)).simpleCommands().toList();
        if (commands.size() != 1 || manifest.get().scripts().containsKey("pre" + rest.get(0))) {
            throw new UnclearException("the script " + rest.get(0) + " of package.json runs more than one command");
        }
        Invocation invocation = Invocation.of(commands.get(0));
        List<String> resolved = new ArrayList<>();
        resolved.add(invocation.program().orElse(""));
        invocation.arguments().forEach(word -> resolved.add(word.literalValue().orElse("")));
        return resolve(resolved, manifest, depth + 1);
    }

    /** Returns the folder of what the build writes and the container reads. */
    private static String output(SingleBuild build, String folder, List<String> command) {
        String program = command.get(0).substring(command.get(0).lastIndexOf('/') + 1);
        if (program.equals("next") && command.contains("start")) {
            return folder + "/.next";
        }
        boolean server = Set.of("node", "serve", "http-server").contains(program);
        if (!server) {
            throw new UnclearException("the container starts " + (program.isEmpty() ? "a variable" : program)
                    + ", which may build or watch sources");
        }
        Optional<String> operand = command.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-")
                        && !word.isEmpty()
                        && !word.chars().allMatch(Character::isDigit))
                .findFirst();
        String path = build.startPath(operand.orElse("."));
        if (!path.startsWith(folder + "/")) {
            throw new UnclearException("the container starts something outside of its working directory");
        }
        String below = path.substring(folder.length() + 1);
        String first = below.indexOf('/') < 0 ? below : below.substring(0, below.indexOf('/'));
        if (!OUTPUTS.contains(first)) {
            throw new UnclearException("cannot tell which directory the build writes");
        }
        return folder + "/" + ContainerPath.normalise("/" + first).substring(1);
    }

    private static String runtime(SingleBuild build) {
        String tag = build.tag().orElse("");
        boolean official = build.imageName().equals("node")
                && build.stage()
                        .image()
                        .reference()
                        .filter(image -> image.isOfficial())
                        .isPresent();
        if (!official || tag.isEmpty() || tag.equals("latest")) {
            throw new UnclearException("cannot tell the version of Node from "
                    + build.stage().image().text());
        }
        boolean small = tag.contains("slim") || tag.contains("alpine");
        return small ? "node:" + tag : build.runtime("node").runtime().replace("{version}", tag);
    }
}

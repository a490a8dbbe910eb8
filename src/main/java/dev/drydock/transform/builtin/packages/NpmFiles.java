package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.OldTools;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.model.RunScript;
import dev.drydock.model.npm.NpmLock;
import dev.drydock.model.npm.NpmManifest;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.shell.commands.Npm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of npm in the folder of a RUN: which files of the build context they are, and whether npm ci takes them. */
final class NpmFiles {
    static final List<String> LOCKS = List.of("npm-shrinkwrap.json", "package-lock.json");
    static final String MANIFEST = "package.json";
    private static final int LARGEST = 1 << 25;
    private static final String NEW_LOCKS = "npm lock files of version 3";
    private static final String NO_LOCK = "no COPY before it brings a lock file";

    private final Project project;
    private final ProjectFile file;
    private final BuildStage stage;
    private final RunScript script;
    private final Workspace workspace;

    NpmFiles(Project project, ProjectFile file, BuildStage stage, RunScript script) {
        this.project = project;
        this.file = file;
        this.stage = stage;
        this.script = script;
        this.workspace = project.workspace();
    }

    /**
     * A file of npm that lies in the folder.
     *
     * @param source its path in the context
     * @param place where that is; empty if it is not there to be looked at
     * @param named whether a COPY names it
     */
    private record Copied(String source, Optional<ProjectPath> place, boolean named) {}

    /** Returns why {@code npm ci} would fail with the files that are there; empty if nothing speaks against it. */
    Optional<String> obstacle(OldTools tools, Npm npm) {
        Optional<String> folder = stage.workdirAt(script.run());
        Optional<Copied> manifest = copied(folder, MANIFEST);
        Optional<Copied> lock =
                LOCKS.stream().flatMap(name -> copied(folder, name).stream()).findFirst();
        if (lock.isEmpty()) {
            return Optional.of(NO_LOCK);
        }
        if (lock.get().place().isEmpty()) {
            boolean elsewhere =
                    !workspace.isKnown() || manifest.flatMap(Copied::place).isEmpty();
            // Outside of its project the file itself is all there is.
            return elsewhere && lock.get().named() ? Optional.empty() : Optional.of(NO_LOCK);
        }
        ProjectPath place = lock.get().place().get();
        if (isLeftOut(lock.get().source(), place)) {
            return Optional.of("the ignore file keeps " + place + " out of the build context");
        }
        if (!workspace.isCloned(place)
                && manifest.flatMap(Copied::place).filter(workspace::isCloned).isPresent()) {
            return Optional.of(place + " is ignored by Git or was never added, so that a clone lacks it");
        }
        Optional<NpmLock> read = workspace.read(place, LARGEST).flatMap(NpmLock::parse);
        if (read.isEmpty()) {
            return Optional.of(place + " is no lock file that npm ci takes");
        }
        Optional<ProjectPath> asks = manifest.flatMap(Copied::place);
        if (asks.isEmpty()) {
            return Optional.of("no package.json is known to be copied before it");
        }
        ProjectPath home = asks.get().parent();
        return mismatch(asks.get(), read.get())
                .or(() -> switchedOff(home))
                .or(() -> unfitVersion(
                        place,
                        read.get(),
                        OldTool.obstacle(tools, stage, script, npm.command(), NEW_LOCKS),
                        npm.has("--legacy-peer-deps")
                                || (copied(folder, ".npmrc").isPresent() && says(home, "legacy-peer-deps=true"))));
    }

    /**
     * Returns what the npm of the image has against the form of the lock file.
     *
     * @param old that it does not know that of version 3; empty if it does, or nobody knows
     * @param withoutPeers whether it is told to leave the peers of packages alone
     */
    private static Optional<String> unfitVersion(
            ProjectPath place, NpmLock lock, Optional<String> old, boolean withoutPeers) {
        if (lock.isOnlyForNew()) {
            return old;
        }
        return lock.isWithoutPeers() && old.isEmpty() && !withoutPeers
                ? Optional.of(place
                        + " does not hold the peers of packages, without which npm ci of npm 7 and later refuses it")
                : Optional.empty();
    }

    private Optional<String> mismatch(ProjectPath path, NpmLock lock) {
        Optional<NpmManifest> manifest = workspace.read(path, LARGEST).flatMap(NpmManifest::parse);
        if (manifest.isEmpty()) {
            return Optional.of(path + " cannot be read");
        }
        Optional<String> problem = lock.mismatch(manifest.get(), "");
        if (problem.isPresent()) {
            return problem.map(text -> "npm ci refuses a lock file that does not fit " + path + ": " + text);
        }
        for (ProjectPath member : members(path.parent(), manifest.get())) {
            String name = relative(path.parent(), member.parent());
            Optional<NpmManifest> own = workspace.read(member, LARGEST).flatMap(NpmManifest::parse);
            Optional<String> reason = !lock.holdsFolder(name)
                    ? Optional.of(name + " is missing")
                    : own.isEmpty() ? Optional.of("it cannot be read") : lock.mismatch(own.get(), name);
            if (reason.isPresent()) {
                return reason.map(text -> "npm ci refuses a lock file that does not fit " + member + ": " + text);
            }
        }
        return Optional.empty();
    }

    /** Returns the manifests of the workspaces of npm: patterns may end in one star. */
    private List<ProjectPath> members(ProjectPath folder, NpmManifest manifest) {
        List<ProjectPath> members = new ArrayList<>();
        for (String pattern : manifest.workspaces()) {
            boolean all = pattern.endsWith("/*");
            String plain = all ? pattern.substring(0, pattern.length() - 2) : pattern;
            List<ProjectPath> folders = folder.resolve(plain)
                    .map(found -> all ? workspace.list(found) : List.of(found))
                    .orElse(List.of());
            folders.stream()
                    .flatMap(each -> each.resolve(MANIFEST).stream())
                    .filter(each -> workspace.kind(each) == Workspace.Kind.FILE)
                    .forEach(members::add);
        }
        return members;
    }

    private static String relative(ProjectPath folder, ProjectPath path) {
        return folder.value().isEmpty()
                ? path.value()
                : path.value().substring(folder.value().length() + 1);
    }

    /** With {@code package-lock=false} the lock file is not kept up to date. */
    private Optional<String> switchedOff(ProjectPath folder) {
        return says(folder, "package-lock=false")
                ? Optional.of(".npmrc says that there is no lock file")
                : Optional.empty();
    }

    private boolean says(ProjectPath folder, String setting) {
        return folder.resolve(".npmrc")
                .flatMap(path -> workspace.read(path, LARGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.lines().map(line -> line.replace(" ", "")).anyMatch(setting::equals))
                .isPresent();
    }

    /** Returns whether the ignore file of the build leaves the file out. */
    private boolean isLeftOut(String source, ProjectPath place) {
        String path = ContainerPath.normalise("/" + source).substring(1);
        String root = place.value().endsWith(path)
                ? place.value().substring(0, place.value().length() - path.length())
                : "";
        return text(ProjectPath.of(file.path().value() + ".dockerignore"))
                .or(() -> ProjectPath.parse(root + ".dockerignore").flatMap(this::text))
                .flatMap(IgnorePatterns::parse)
                .filter(patterns -> patterns.excludes(path))
                .isPresent();
    }

    private Optional<String> text(ProjectPath path) {
        return project.file(path)
                .map(known -> known.source().text())
                .or(() -> workspace.read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Returns the file that the last instruction before the RUN leaves in a folder under a name. */
    private Optional<Copied> copied(Optional<String> folder, String name) {
        Optional<Copied> last = Optional.empty();
        for (Instruction instruction : stage.historyBefore(script.run())) {
            if (instruction instanceof FileTransfer transfer) {
                boolean outside = instruction instanceof CopyInstruction copy
                        && copy.from().isPresent();
                for (Argument source : transfer.sources()) {
                    Optional<Copied> found = copied(instruction, transfer, source, folder, name);
                    if (found.isPresent()) {
                        // What another stage brings is not in the context.
                        last = outside ? Optional.empty() : found;
                    }
                }
            }
        }
        return last;
    }

    private Optional<Copied> copied(
            Instruction instruction, FileTransfer transfer, Argument source, Optional<String> folder, String name) {
        Optional<String> written = transfer.destination().flatMap(word -> stage.expand(word, instruction));
        String path = source.staticValue().orElse("");
        if (written.isEmpty() || path.isEmpty() || path.startsWith("<<")) {
            return Optional.empty();
        }
        Optional<String> here = stage.workdirAt(instruction);
        String target = written.get();
        boolean same = here.equals(folder) && isHere(target);
        Optional<String> absolute = ContainerPath.resolve(here, target).map(ContainerPath::normalise);
        Optional<String> wanted = folder.map(ContainerPath::normalise);
        String base = path.substring(path.lastIndexOf('/') + 1);
        String parent = path.substring(0, path.length() - base.length());
        boolean intoFolder = same || (wanted.isPresent() && absolute.equals(wanted));
        boolean asFile = (here.equals(folder) && (target.equals(name) || target.equals("./" + name)))
                || (wanted.isPresent() && absolute.equals(wanted.map(known -> known + "/" + name)));
        if (base.equals(name) && (intoFolder || asFile)) {
            return Optional.of(new Copied(path, locate(path), true));
        }
        if (asFile) {
            return Optional.of(new Copied(path, locate(path), false));
        }
        boolean pattern = base.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
        if (intoFolder && pattern) {
            return IgnorePatterns.parse(base)
                    .filter(known -> known.excludes(name))
                    .map(known -> new Copied(parent + name, locate(parent + name), false))
                    .filter(copy -> copy.place().isPresent());
        }
        Optional<String> below = intoFolder
                ? Optional.of("")
                : wanted.filter(known -> absolute.isPresent() && ContainerPath.isWithin(known, absolute.get()))
                        .map(known -> known.substring(absolute.get().length()));
        String folderPath = path.endsWith("/") ? path : path + "/";
        return below.filter(rest -> !pattern)
                .map(rest -> folderPath + (rest.startsWith("/") ? rest.substring(1) : rest))
                .map(rest -> (rest.endsWith("/") ? rest : rest + "/") + name)
                .map(rest -> new Copied(rest, locate(rest), false))
                .filter(copy -> copy.place().isPresent());
    }

    private static boolean isHere(String target) {
        String plain = target.startsWith("./") ? target.substring(2) : target;
        return plain.isEmpty() || plain.equals(".");
    }

    private Optional<ProjectPath> locate(String source) {
        return ContextSearch.locate(project, file, ContainerPath.normalise("/" + source));
    }
}

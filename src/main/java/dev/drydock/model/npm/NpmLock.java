package dev.drydock.model.npm;

import java.util.Map;
import java.util.Optional;

/**
 * A {@code package-lock.json} or {@code npm-shrinkwrap.json}, and whether {@code npm ci} takes it for a manifest: it refuses
 * if a package that is asked for is missing in it, or has a version that was not asked for.
 *
 * <p>Source: npm documentation, package-lock.json and npm ci; checked 2026-11. Version 1 holds {@code dependencies}, later
 * ones {@code packages} by folder.
 */
public final class NpmLock {
    private static final String MODULES = "node_modules/";
    private static final String ALIAS = "npm:";

    private final Map<String, Object> packages;
    private final boolean byFolder;
    private final boolean inBothForms;

    private NpmLock(Map<String, Object> packages, boolean byFolder, boolean inBothForms) {
        this.packages = packages;
        this.byFolder = byFolder;
        this.inBothForms = inBothForms;
    }

    /** Returns the lock file, or empty if npm would not take it for one. */
    public static Optional<NpmLock> parse(byte[] file) {
        return JsonFile.object(file)
                .filter(root -> root.get("lockfileVersion") instanceof Number version && version.intValue() >= 1)
                .map(root -> root.containsKey("packages")
                        ? new NpmLock(JsonFile.members(root.get("packages")), true, root.containsKey("dependencies"))
                        : new NpmLock(JsonFile.members(root.get("dependencies")), false, false));
    }

    /** Returns whether it has only the form that npm 7 brought, and older ones find no package in it. */
    public boolean isOnlyForNew() {
        return byFolder && !inBothForms && packages.keySet().stream().anyMatch(key -> !key.isEmpty());
    }

    /**
     * Returns whether it has only the form before npm 7, which does not say what packages ask of their surroundings (peers): npm 7
     * and later look that up, and refuse the file if it lacks one of them.
     */
    public boolean isWithoutPeers() {
        return !byFolder && !packages.isEmpty();
    }

    /** Returns whether the lock file knows a folder of the project as a package of its own. */
    public boolean holdsFolder(String folder) {
        return !byFolder || packages.containsKey(folder);
    }

    /**
     * Returns what a manifest asks for and the lock file does not give; empty if it gives all.
     *
     * @param folder where the manifest lies, from that of the lock file; empty for the same folder
     */
    public Optional<String> mismatch(NpmManifest manifest, String folder) {
        boolean outline = byFolder && packages.keySet().stream().allMatch(String::isEmpty);
        if (outline) {
            return NpmManifest.of(root()).equals(manifest)
                    ? Optional.empty()
                    : Optional.of("its dependencies differ from those of the lock file");
        }
        Map<String, String> recorded =
                NpmManifest.of(JsonFile.members(packages.get(folder))).dependencies();
        for (Map.Entry<String, String> wanted : manifest.dependencies().entrySet()) {
            Optional<String> problem =
                    problem(folder, wanted.getKey(), wanted.getValue(), recorded.get(wanted.getKey()));
            if (problem.isPresent()) {
                return problem;
            }
        }
        Map<String, String> recordedPeers =
                NpmManifest.of(JsonFile.members(packages.get(folder))).peers();
        for (Map.Entry<String, String> wanted : manifest.peers().entrySet()) {
            String written = recordedPeers.get(wanted.getKey());
            if (byFolder && !wanted.getValue().equals(written)) {
                Optional<String> problem = problem(folder, wanted.getKey(), wanted.getValue(), written);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return byFolder && !manifest.overrides() ? inside() : Optional.empty();
    }

    private Map<String, Object> root() {
        return JsonFile.members(packages.get(""));
    }

    /** What the packages of the lock file ask for themselves must be there, too. */
    private Optional<String> inside() {
        for (Map.Entry<String, Object> each : packages.entrySet()) {
            if (!each.getKey().contains(MODULES)) {
                continue;
            }
            Map<String, Object> entry = JsonFile.members(each.getValue());
            for (Map.Entry<String, String> wanted :
                    JsonFile.texts(entry.get("dependencies")).entrySet()) {
                boolean optional =
                        JsonFile.members(entry.get("optionalDependencies")).containsKey(wanted.getKey());
                Optional<String> problem = optional
                        ? Optional.empty()
                        : problem(each.getKey(), wanted.getKey(), wanted.getValue(), wanted.getValue());
                if (problem.isPresent()) {
                    return problem.map(text -> "in the lock file " + text);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(String folder, String name, String wanted, String recorded) {
        Optional<Map<String, Object>> found = find(folder, name);
        if (found.isEmpty()) {
            return Optional.of(name + " is missing");
        }
        boolean link = Boolean.TRUE.equals(found.get().get("link"));
        String version = String.valueOf(found.get().get("version"));
        return link || gives(version, wanted.trim(), recorded)
                ? Optional.empty()
                : Optional.of(name + " has another version than is asked for");
    }

    /** Returns the package that a folder sees by a name: its own, or that of the nearest folder above. */
    private Optional<Map<String, Object>> find(String folder, String name) {
        if (!byFolder) {
            return Optional.ofNullable(packages.get(name)).map(JsonFile::members);
        }
        String place = folder;
        while (true) {
            Object entry = packages.get((place.isEmpty() ? "" : place + "/") + MODULES + name);
            if (entry != null) {
                return Optional.of(JsonFile.members(entry));
            }
            if (place.isEmpty()) {
                return Optional.empty();
            }
            place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        }
    }

    private static boolean gives(String version, String wanted, String recorded) {
        String range = wanted.startsWith(ALIAS) ? ofAlias(wanted) : wanted;
        boolean fetched = range.indexOf(':') >= 0 || range.indexOf('/') >= 0;
        if (fetched) {
            // What is fetched from a repository or a folder has no range; what was asked for must be the same.
            return recorded == null || recorded.equals(wanted);
        }
        Optional<VersionRange> read = VersionRange.parse(range);
        Optional<SemanticVersion> found = SemanticVersion.parse(version);
        if (read.isEmpty()) {
            return isTag(range);
        }
        return range.isEmpty()
                || range.equals("*")
                || found.map(read.get()::includes).orElse(recorded != null && recorded.equals(wanted));
    }

    private static String ofAlias(String wanted) {
        int at = wanted.lastIndexOf('@');
        return at <= ALIAS.length() ? "" : wanted.substring(at + 1);
    }

    private static boolean isTag(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
    }
}

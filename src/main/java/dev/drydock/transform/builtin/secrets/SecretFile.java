package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.knowledge.Secrets;
import dev.drydock.transform.builtin.Mentions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a secret that an instruction copies into the image.
 *
 * @param instruction the COPY or ADD
 * @param source the argument that names it
 * @param name its name without folders
 * @param target where it is in the container, absolute; empty if that is not clear
 * @param kind why it does not belong into an image
 */
record SecretFile(
        Instruction instruction, Argument source, String name, Optional<String> target, Secrets.FileKind kind) {

    private static final Set<String> SSH_KEYS = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");

    /** Programs that read the file of this name from where it usually is, without being told. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry(".npmrc", Set.of("npm", "npx", "yarn", "pnpm", "lerna")),
            Map.entry(".yarnrc", Set.of("yarn")),
            Map.entry(".yarnrc.yml", Set.of("yarn")),
            Map.entry(
                    ".netrc",
                    Set.of("git", "curl", "wget", "pip", "pip3", "go", "poetry", "uv", "bundle", "carthage", "pod")),
            Map.entry("_netrc", Set.of("git", "curl", "pip")),
            Map.entry(
                    ".git-credentials",
                    Set.of("git", "go", "npm", "yarn", "pip", "pip3", "cargo", "bundle", "composer")),
            Map.entry(".pypirc", Set.of("twine", "pip", "pip3", "python", "python3")),
            Map.entry("pip.conf", Set.of("pip", "pip3", "python", "python3", "pipenv", "uv")),
            Map.entry("settings.xml", Set.of("mvn", "mvnw")),
            Map.entry("settings-security.xml", Set.of("mvn", "mvnw")),
            Map.entry("auth.json", Set.of("composer")),
            Map.entry("nuget.config", Set.of("dotnet", "nuget")),
            Map.entry("gradle.properties", Set.of("gradle", "gradlew")),
            Map.entry(".terraformrc", Set.of("terraform")));

    /** Programs that start ssh, and package managers that fetch what is named by the address of a repository. */
    private static final Set<String> SSH_READERS = Set.of(
            "git",
            "ssh",
            "scp",
            "rsync",
            "sftp",
            "npm",
            "yarn",
            "pnpm",
            "bower",
            "go",
            "dep",
            "glide",
            "pip",
            "pip3",
            "pipenv",
            "poetry",
            "uv",
            "bundle",
            "composer",
            "cargo",
            "mix",
            "rebar3");

    /** Returns whether this is a key of a person or machine for ssh, where ssh looks for it. */
    boolean isSshKey() {
        return SSH_KEYS.contains(name)
                && target.filter(path -> path.endsWith("/.ssh/" + name)).isPresent();
    }

    /** Returns whether the program reads the file by itself. */
    boolean isReadBy(String program) {
        return isSshKey()
                ? SSH_READERS.contains(program)
                : READERS.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()).contains(program);
    }

    /** Returns whether the file is made for tools of the build, so that a container is not expected to need it. */
    boolean isForTools() {
        return isSshKey() || READERS.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a text speaks of the file, by the name that it has in the context or in the container. */
    boolean isNamedIn(String text) {
        return Mentions.file(text, name)
                || target.map(SecretFile::last)
                        .filter(there -> !there.equals(name))
                        .filter(there ->
                                text.contains("/" + there) || text.startsWith(there) || text.contains(" " + there))
                        .isPresent();
    }

    /** Returns whether a word is a path of this file. */
    boolean isMeantBy(String word) {
        return last(word).equals(name)
                || target.filter(there -> last(there).equals(last(word))).isPresent();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns whether programs of builds read a file of this name without being told. */
    static boolean isOfTools(String name) {
        return READERS.containsKey(name.toLowerCase(Locale.ROOT)) || SSH_KEYS.contains(name);
    }

    /** Returns the id under which the build command passes the file. */
    String id() {
        return name.startsWith(".") || name.startsWith("_") ? name.substring(1) : name;
    }
}

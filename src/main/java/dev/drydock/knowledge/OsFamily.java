package dev.drydock.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operating system content that images of one kind share.
 *
 * @param id such as {@code debian-bookworm}; ids without a suite ({@code debian}) state only what holds for every release
 * @param distribution such as {@code debian}, {@code ubuntu}, {@code rhel}, {@code none}
 * @param suite the release by its name in the package archive, where packages differ by it
 * @param packageManager a key of {@link PackageManagers}; empty when nothing can be installed
 * @param shells the shells by command name, the one behind {@code RUN} first; empty when RUN is impossible
 * @param userTools how accounts are created
 * @param userToolsPackage what to install to get {@code useradd} where {@link #userTools} is not enough
 * @param users accounts that exist from the start, so their names and numbers are taken
 * @param groups groups without an account of the same name, name to gid
 * @param caBundle whether https can be verified without installing anything
 * @param has commands that are present
 * @param lacks commands that are absent although often expected
 * @param unverified the fields of the file that were not checked against a source
 */
public record OsFamily(
        String id,
        String distribution,
        Optional<String> suite,
        Optional<String> packageManager,
        List<String> shells,
        UserTools userTools,
        Optional<String> userToolsPackage,
        Map<String, Account> users,
        Map<String, Integer> groups,
        Optional<Boolean> caBundle,
        Set<String> has,
        Set<String> lacks,
        List<String> notes,
        boolean verified,
        Set<String> unverified,
        String source) {

    static OsFamily read(String id, Fields fields) {
        OsFamily result = new OsFamily(
                id,
                fields.requiredText("distribution"),
                fields.text("suite"),
                fields.text("package-manager"),
                fields.texts("shells"),
                Enums.parse(UserTools.class, fields, "user-tools"),
                fields.text("user-tools-package"),
                accounts(fields),
                groups(fields),
                fields.optionalFlag("ca-bundle"),
                fields.textSet("has"),
                fields.textSet("lacks"),
                fields.texts("notes"),
                fields.flag("verified", true),
                fields.textSet("unverified"),
                fields.requiredText("source"));
        fields.end();
        return result;
    }

    private static Map<String, Account> accounts(Fields fields) {
        Map<String, Account> result = new LinkedHashMap<>();
        fields.textMap("users").forEach((name, ids) -> result.put(name, Account.parse(fields, "users." + name, ids)));
        return Collections.unmodifiableMap(result);
    }

    private static Map<String, Integer> groups(Fields fields) {
        Map<String, Integer> result = new LinkedHashMap<>();
        fields.fields("groups")
                .ifPresent(groups -> groups.names()
                        .forEach(name -> result.put(
                                name,
                                groups.number(name).orElseThrow(() -> groups.error(name, "a gid is needed here")))));
        return Collections.unmodifiableMap(result);
    }

    /** Whether {@code useradd} and {@code groupadd} are there. */
    public boolean hasUseradd() {
        return userTools == UserTools.SHADOW || userTools == UserTools.DEBIAN_ADDUSER;
    }

    /** Whether an {@code adduser} of its own kind is there, Debian's or busybox's; a link to {@code useradd} does not count. */
    public boolean hasAdduser() {
        return userTools == UserTools.BUSYBOX || userTools == UserTools.DEBIAN_ADDUSER;
    }

    /** Whether RUN in shell form works at all. */
    public boolean hasShell() {
        return !shells.isEmpty();
    }

    /** Whether the command is there; empty when the files do not say. */
    public Optional<Boolean> hasTool(String command) {
        if (has.contains(command) || shells.contains(command)) {
            return Optional.of(true);
        }
        return lacks.contains(command) ? Optional.of(false) : Optional.empty();
    }

    /** Whether an account or group of the image has this number already. */
    public boolean isTaken(int id) {
        return groups.containsValue(id)
                || users.values().stream()
                        .anyMatch(account ->
                                account.uid().orElse(-1) == id || account.gid().orElse(-1) == id);
    }

    /** Whether this fact of the family was checked against a source; the name is that of the file, such as {@code users}. */
    public boolean isVerified(String field) {
        return verified && !unverified.contains(field);
    }
}

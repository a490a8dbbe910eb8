package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an image at one tag. Absent facts are empty and never a guess; {@link #isVerified} tells which of the
 * stated ones were checked.
 *
 * @param name the repository as the knowledge base names it
 * @param osFamily empty when the tag is not covered
 * @param defaultUser the USER of the image configuration: {@code root}, a name, {@code uid} or {@code uid:gid}
 * @param users accounts that the image adds to those of its family
 * @param serviceUser the account, of {@code users}, that is meant for running
 * @param stepDown how the image leaves root by itself
 * @param unprivilegedVariant another image with the same purpose that does not start as root
 * @param capabilities empty when nobody has looked; present with an empty list when none is needed
 * @param programCapabilities what programs of the image need if root starts them in a folder that belongs to somebody else
 * @param settingsCapabilities what it needs as root if a line of its settings begins with some words
 * @param variableCapabilities what it needs as root if a variable is set
 * @param readOnly empty when nobody has looked
 * @param noNewPrivileges what breaks with {@code no-new-privileges}; empty when nothing is known to
 * @param writable directories that the service user can write to without preparation
 * @param volumes directories that the image declares as VOLUME
 * @param agentPorts those of the ports that serve agents on other machines
 * @param notSecret variables of the image that look like secrets and are not
 * @param setuidTools programs that need a setuid bit or a file capability at run time
 * @param needs other things it cannot do without: {@code docker-socket}, {@code privileged}, {@code shm}, {@code host-pid} ...
 * @param workdir the working directory of the image configuration
 * @param has commands that the image adds to those of its family
 * @param commands programs that the image is made to run: with them as command, all that is said here holds
 * @param unverified the fields of the file that were not checked against a source
 */
public record ImageFacts(
        String name,
        ImageClass imageClass,
        Optional<OsFamily> osFamily,
        Optional<String> packageManager,
        List<String> shells,
        String defaultUser,
        Map<String, Account> users,
        Optional<String> serviceUser,
        Optional<StepDown> stepDown,
        AddUser addUser,
        Optional<String> unprivilegedVariant,
        Optional<CapabilityNeeds> capabilities,
        Map<String, List<String>> programCapabilities,
        Map<String, List<String>> settingsCapabilities,
        Map<String, List<String>> variableCapabilities,
        Optional<ReadOnlyNeeds> readOnly,
        Optional<String> noNewPrivileges,
        List<String> writable,
        List<String> volumes,
        List<ImagePort> ports,
        List<ImagePort> agentPorts,
        SecretFiles secretFiles,
        Set<String> notSecret,
        Set<String> setuidTools,
        Set<String> needs,
        Map<String, String> environment,
        Optional<String> entrypoint,
        Set<String> commands,
        Optional<String> stopSignal,
        Optional<String> workdir,
        Set<String> has,
        Set<String> lacks,
        List<String> notes,
        boolean verified,
        Set<String> unverified,
        String source) {

    /** Whether the image starts as root when nothing else is said. */
    public boolean runsAsRoot() {
        return isRoot(defaultUser);
    }

    /** Whether a USER value means root. */
    static boolean isRoot(String user) {
        return user.equals("root") || user.equals("0") || user.startsWith("root:") || user.startsWith("0:");
    }

    /** All accounts that exist in the image by name, those of the family included. */
    public Optional<Account> account(String user) {
        if (users.containsKey(user)) {
            return Optional.of(users.get(user));
        }
        return osFamily.map(family -> family.users().get(user));
    }

    /** Whether an account or group of the image or its family has this number already. */
    public boolean isTaken(int id) {
        return osFamily.map(family -> family.isTaken(id)).orElse(false)
                || users.values().stream()
                        .anyMatch(account ->
                                account.uid().orElse(-1) == id || account.gid().orElse(-1) == id);
    }

    /**
     * Whether the command is in the image; empty when the files do not say. What a distribution lacks may have been installed
     * by an image that is built on it, so that only the images of distributions lack it, and those that say so themselves.
     */
    public Optional<Boolean> hasTool(String command) {
        if (has.contains(command) || shells.contains(command)) {
            return Optional.of(true);
        }
        if (lacks.contains(command)) {
            return Optional.of(false);
        }
        return osFamily.flatMap(family -> family.hasTool(command))
                .filter(there -> there || imageClass == ImageClass.BASE);
    }

    /** Whether RUN in shell form works; false also when nothing is known. */
    public boolean hasShell() {
        return !shells.isEmpty();
    }

    /** Whether this fact was checked against a source; the name is that of the file, such as {@code capabilities}. */
    public boolean isVerified(String field) {
        return verified && !unverified.contains(field);
    }
}

package dev.drydock.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must stay writable when the root file system of an image is read-only.
 *
 * @param possible false when the image writes to places that cannot be a tmpfs without losing its own files
 * @param tmpfs directories for a tmpfs, with their options
 * @param volumes directories that hold data and need a volume
 * @param notWithMounts paths that, when mounted, make it write to more places
 * @param notWithVariables variables that, when set, make it write to more places
 * @param onlyWith variables and arguments of the command without one of which it writes to its own files at start; empty if it never does
 * @param moves options, variables and settings that name another folder to write to; {@code *} at one end stands for anything
 * @param streams files that lead to the standard streams
 * @param scripts folders of which the entrypoint runs the scripts
 * @param notWithSettings words that begin a line of its settings and make it write to its own files
 * @param stores what switches on a store in its own files, each with the names that say where it is instead
 * @param prefix the folder in which it looks for a relative path of its settings
 * @param addsIpv6 the file of its own to which the entrypoint adds IPv6 at start
 * @param note what else to know
 * @param verified whether a source or a test states it
 */
public record ReadOnlyNeeds(
        boolean possible,
        List<Tmpfs> tmpfs,
        List<String> volumes,
        List<String> notWithMounts,
        List<String> notWithVariables,
        List<String> onlyWith,
        List<String> moves,
        List<String> streams,
        List<String> scripts,
        List<String> notWithSettings,
        Map<String, List<String>> stores,
        Optional<String> prefix,
        Optional<String> addsIpv6,
        Optional<String> note,
        boolean verified) {

    static ReadOnlyNeeds read(Fields fields, boolean verified) {
        ReadOnlyNeeds result = new ReadOnlyNeeds(
                fields.flag("possible", true),
                fields.texts("tmpfs").stream().map(Tmpfs::parse).toList(),
                fields.texts("volumes"),
                fields.texts("not-with-mounts"),
                fields.texts("not-with-variables"),
                fields.texts("only-with"),
                fields.texts("moves"),
                fields.texts("streams"),
                fields.texts("scripts"),
                fields.texts("not-with-settings"),
                ImageReader.lists(fields, "stores"),
                fields.text("prefix"),
                fields.text("adds-ipv6"),
                fields.text("note"),
                verified);
        fields.end();
        return result;
    }
}

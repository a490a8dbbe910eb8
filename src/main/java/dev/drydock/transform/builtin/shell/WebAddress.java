package dev.drydock.transform.builtin.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address of the web as a command names it.
 *
 * @param scheme in lower case: {@code https}
 * @param host in lower case
 * @param hasPort whether it names another port than that of https
 */
record WebAddress(String scheme, String host, boolean hasPort) {
    /** Last labels of names that only one network knows. */
    private static final Set<String> PRIVATE = Set.of(
            "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain", "localhost", "test");

    /** Returns the address, or empty if the text is none, or holds a name and password. */
    static Optional<WebAddress> parse(String text) {
        int end = text.indexOf("://");
        if (end <= 0) {
            return Optional.empty();
        }
        int hostEnd = end + 3;
        while (hostEnd < text.length() && "/?#".indexOf(text.charAt(hostEnd)) < 0) {
            hostEnd++;
        }
        String authority = text.substring(end + 3, hostEnd).toLowerCase(Locale.ROOT);
        if (authority.isEmpty() || authority.indexOf('@') >= 0 || authority.indexOf('[') >= 0) {
            return Optional.empty();
        }
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        boolean port = colon >= 0 && !authority.substring(colon).equals(":443");
        return Optional.of(new WebAddress(text.substring(0, end).toLowerCase(Locale.ROOT), host, port));
    }

    /** Returns whether it is https on a host that everybody can reach, whose certificate an authority signed. */
    boolean isPublicHttps() {
        int dot = host.lastIndexOf('.');
        String last = host.substring(dot + 1);
        boolean name = dot > 0 && last.length() > 1 && last.chars().allMatch(Character::isLetter);
        return scheme.equals("https") && !hasPort && name && !PRIVATE.contains(last);
    }
}

package dev.drydock.transform.builtin.packages;

import java.util.List;

/**
 * Which Debian packages are libraries, headers or language modules by their name. What those cannot do without is a
 * dependency by policy; what they recommend are documents and tools beside them.
 *
 * <p>Source: Debian Policy 7.2 and 8, Debian Python Policy 3.3, and the packages of Debian 12 and 13, where the exceptions
 * below were found.
 */
final class LibraryPackages {
    private static final List<String> PREFIXES =
            List.of("lib", "python3-", "python-", "ruby-", "fonts-", "php-", "gir1.2-");

    private static final List<String> EXCEPTIONS = List.of(
            "libreoffice",
            "libapache2-mod-",
            "libvirt",
            "libnss",
            "libpam",
            "libwine",
            "libcurl",
            "libgnutls",
            "libgtk",
            "libvlc",
            "python-pip",
            "python3-pip",
            "python3-venv",
            "python-virtualenv",
            "python3-virtualenv",
            "python-software-properties",
            "python3-software-properties",
            "python-apt",
            "python3-certbot",
            "python-certbot",
            "php-pear",
            "ruby-full");

    private LibraryPackages() {}

    /** Returns whether the package is one, and not among the known exceptions. */
    static boolean isOne(String name) {
        if (name.endsWith("-dev") || name.endsWith("-doc") || name.endsWith("-dbg")) {
            return true;
        }
        boolean library = PREFIXES.stream().anyMatch(name::startsWith) || isPhpModule(name);
        return library && EXCEPTIONS.stream().noneMatch(name::startsWith);
    }

    /** {@code php8.2-mbstring}, but not {@code php8.2} and {@code php8.2-fpm}, which bring programs. */
    private static boolean isPhpModule(String name) {
        int dash = name.indexOf('-');
        boolean versioned = name.startsWith("php") && dash > 3 && Character.isDigit(name.charAt(3));
        return versioned && !List.of("fpm", "cgi", "phpdbg").contains(name.substring(dash + 1));
    }
}

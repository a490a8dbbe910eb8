package dev.drydock.container;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What programs do with root: those that need it, those that give it up, and those that are content without. */
public final class RootPrograms {
    /** Interpreters and application servers that run as whoever starts them and write where the application says. */
    private static final Set<String> APPLICATION = Set.of(
            "node",
            "nodejs",
            "npm",
            "yarn",
            "pnpm",
            "nodemon",
            "ts-node",
            "tsx",
            "pm2-runtime",
            "next",
            "serve",
            "python",
            "pypy3",
            "gunicorn",
            "uvicorn",
            "hypercorn",
            "daphne",
            "waitress-serve",
            "flask",
            "fastapi",
            "celery",
            "streamlit",
            "java",
            "dotnet",
            "ruby",
            "bundle",
            "rails",
            "puma",
            "rackup",
            "thin",
            "unicorn",
            "perl",
            "deno",
            "bun",
            "php",
            "elixir",
            "erl",
            "ocaml",
            "Rscript",
            "julia",
            "lua",
            "busybox");

    /** Shell builtins and small tools that only look, or write where a redirection says. */
    private static final Set<String> HARMLESS = Set.of(
            "cd",
            "exec",
            "echo",
            "printf",
            "export",
            "set",
            "unset",
            "true",
            "false",
            ":",
            "test",
            "[",
            "[[",
            "sleep",
            "wait",
            "exit",
            "trap",
            "shift",
            "read",
            "return",
            "local",
            "readonly",
            "umask",
            "ulimit",
            "command",
            "type",
            "which",
            "eval",
            "cat",
            "grep",
            "egrep",
            "awk",
            "sed",
            "cut",
            "tr",
            "head",
            "tail",
            "sort",
            "uniq",
            "wc",
            "basename",
            "dirname",
            "date",
            "env",
            "id",
            "whoami",
            "hostname",
            "uname",
            "nc",
            "curl",
            "wget",
            "ls",
            "pwd",
            "expr",
            "seq",
            "envsubst",
            "jq",
            "find",
            "xargs",
            "nslookup",
            "getent",
            "pg_isready",
            "psql",
            "mysqladmin",
            "redis-cli",
            "wait-for-it.sh",
            "wait-for-it",
            "wait-for",
            "dockerize",
            ".",
            "source");

    /** Programs that only start another one. */
    private static final Set<String> STARTERS =
            Set.of("tini", "tini-static", "dumb-init", "exec", "env", "nice", "time", "stdbuf", "catatonit", "busybox");

    /** Programs that do nothing themselves: whoever starts only these works in the container later. */
    private static final Set<String> WAITING = Set.of("sleep", "tail", "cat", "true", "false", "test", "[", "[[");

    private static final Set<String> STEPS_DOWN = Set.of(
            "gosu", "su-exec", "setpriv", "su", "runuser", "sudo", "chroot", "s6-setuidgid", "setuidgid", "chpst");

    private static final Map<String, String> NEEDS_ROOT = Map.ofEntries(
            Map.entry("sshd", "sshd must be started by root"),
            Map.entry("cron", "cron changes to the users of its jobs"),
            Map.entry("crond", "cron changes to the users of its jobs"),
            Map.entry("supervisord", "supervisord starts its programs as other users"),
            Map.entry("systemd", "systemd is an init system"),
            Map.entry("init", "an init system starts its services as root"),
            Map.entry("runsvdir", "an init system starts its services as root"),
            Map.entry("s6-svscan", "an init system starts its services as root"),
            Map.entry("my_init", "an init system starts its services as root"),
            Map.entry("service", "service starts system services"),
            Map.entry("systemctl", "systemctl starts system services"),
            Map.entry("rc-service", "rc-service starts system services"),
            Map.entry("dockerd", "dockerd needs privileges of the host"),
            Map.entry("docker", "docker needs the socket of the host"),
            Map.entry("apache2", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("apache2ctl", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("apachectl", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("apache2-foreground", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("httpd", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("httpd-foreground", "Apache opens port 80 and its logs as root, then steps down"),
            Map.entry("nginx", "nginx opens its ports, caches and logs as root, then steps down"),
            Map.entry("php-fpm", "php-fpm starts its pools as other users"),
            Map.entry("named", "named steps down by itself"),
            Map.entry("dnsmasq", "dnsmasq needs low ports and steps down by itself"),
            Map.entry("iptables", "iptables changes the network of the container"),
            Map.entry("ip", "ip changes the network of the container"),
            Map.entry("openvpn", "openvpn makes network devices"),
            Map.entry("mount", "mount needs privileges"),
            Map.entry("chown", "chown gives files away"),
            Map.entry("chgrp", "chgrp gives files away"),
            Map.entry("usermod", "it changes accounts"),
            Map.entry("groupmod", "it changes accounts"),
            Map.entry("useradd", "it creates accounts"),
            Map.entry("adduser", "it creates accounts"),
            Map.entry("groupadd", "it creates accounts"),
            Map.entry("addgroup", "it creates accounts"),
            Map.entry("apt-get", "it installs packages"),
            Map.entry("apk", "it installs packages"),
            Map.entry("ldconfig", "it rebuilds the library cache"),
            Map.entry("update-ca-certificates", "it changes the system's certificates"));

    /** Packages whose use in a container takes root or a capability. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("openssh-server", "an ssh server"),
            Map.entry("openssh", "an ssh server"),
            Map.entry("cron", "cron"),
            Map.entry("cronie", "cron"),
            Map.entry("dcron", "cron"),
            Map.entry("supervisor", "supervisord"),
            Map.entry("iptables", "iptables"),
            Map.entry("openvpn", "openvpn"),
            Map.entry("wireguard-tools", "wireguard"),
            Map.entry("tcpdump", "tcpdump"),
            Map.entry("systemd", "systemd"),
            Map.entry("docker.io", "docker"),
            Map.entry("docker-ce", "docker"),
            Map.entry("docker-ce-cli", "docker"),
            Map.entry("docker-cli", "docker"),
            Map.entry("docker", "docker"),
            Map.entry("nfs-common", "NFS mounts"),
            Map.entry("fuse", "file system mounts"),
            Map.entry("gosu", "gosu"),
            Map.entry("su-exec", "su-exec"),
            Map.entry("runit", "an init system"),
            Map.entry("s6", "an init system"),
            Map.entry("openrc", "an init system"));

    /** Options of servers that start as root and become the user that the option names. */
    private static final Map<String, Set<String>> USER_OPTIONS = Map.ofEntries(
            Map.entry("gunicorn", Set.of("-u", "--user", "-g", "--group")),
            Map.entry("uwsgi", Set.of("--uid", "--gid", "--emperor-tyrant")),
            Map.entry("celery", Set.of("--uid", "--gid")),
            Map.entry("unicorn", Set.of("--user")),
            Map.entry("thin", Set.of("-u", "--user", "-g", "--group")),
            Map.entry("waitress-serve", Set.of("--user")),
            Map.entry("twistd", Set.of("-u", "--uid", "-g", "--gid")),
            Map.entry("mysqld", Set.of("-u", "--user")),
            Map.entry("mariadbd", Set.of("-u", "--user")),
            Map.entry("mysqld_safe", Set.of("-u", "--user")),
            Map.entry("memcached", Set.of("-u", "--user")),
            Map.entry("varnishd", Set.of("-j")),
            Map.entry("haproxy", Set.of("-u", "-g")),
            Map.entry("squid", Set.of("-u")),
            Map.entry("ntpd", Set.of("-u")),
            Map.entry("socat", Set.of("su")),
            Map.entry("pm2-runtime", Set.of("--uid", "--gid")),
            Map.entry("pm2", Set.of("--uid", "--gid")),
            Map.entry("lighttpd", Set.of("-u")),
            Map.entry("tftpd", Set.of("-u", "--user")),
            Map.entry("httpd", Set.of("-u")),
            Map.entry("passenger", Set.of("--user")));

    private RootPrograms() {}

    /** Returns the name of a program without its folder and without a version at its end: {@code python} for python3.12. */
    public static String name(String word) {
        String file = word.substring(word.lastIndexOf('/') + 1);
        int end = file.length();
        while (end > 0 && (Character.isDigit(file.charAt(end - 1)) || file.charAt(end - 1) == '.')) {
            end--;
        }
        String bare = file.substring(0, end);
        return bare.isEmpty() ? file : bare;
    }

    public static boolean isApplication(String program) {
        return APPLICATION.contains(program);
    }

    public static boolean isHarmless(String program) {
        return HARMLESS.contains(program);
    }

    public static boolean isStarter(String program) {
        return STARTERS.contains(program);
    }

    public static boolean stepsDown(String program) {
        return STEPS_DOWN.contains(program);
    }

    /** Returns the options by which a program changes its user; none if it has no such option. */
    public static Set<String> userOptions(String program) {
        return USER_OPTIONS.getOrDefault(program, Set.of());
    }

    /** Returns why the program needs root, or an empty text. */
    public static String needOf(String program) {
        return NEEDS_ROOT.getOrDefault(program, program.startsWith("php-fpm") ? NEEDS_ROOT.get("php-fpm") : "");
    }

    /** Returns whether a program only lets time pass or asks something. */
    static boolean onlyWaits(String name) {
        return WAITING.contains(name);
    }

    /** Returns what an installed package is used for that takes root, or an empty text. */
    public static String needOfPackage(String name) {
        return PACKAGES.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}

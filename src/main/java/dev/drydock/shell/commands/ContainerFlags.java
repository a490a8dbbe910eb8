package dev.drydock.shell.commands;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The flags of one command of docker and podman, as their command line references list them. The conventions are those of
 * the pflag library: a long flag takes its value behind {@code =} or in the next word, a boolean one only behind {@code =};
 * letters may stand together, and what follows a letter with a value is the value.
 */
final class ContainerFlags {
    private final Map<Character, String> letters = new HashMap<>();
    /** Whether the flag takes a value, by long name. */
    private final Map<String, Boolean> names = new HashMap<>();

    private final boolean untilOperand;

    private ContainerFlags(boolean untilOperand) {
        this.untilOperand = untilOperand;
    }

    /** The flags between the program and the command. */
    static final ContainerFlags GLOBAL = new ContainerFlags(true)
            .values("config", "c|context", "H|host", "l|log-level", "tlscacert", "tlscert", "tlskey")
            .values("connection", "url", "identity", "root", "runroot", "storage-driver", "cgroup-manager", "conmon")
            .values("events-backend", "hooks-dir", "namespace", "network-cmd-path", "runtime", "storage-opt", "tmpdir")
            .values("module", "out", "ssh", "volumepath", "imagestore", "db-backend", "cdi-spec-dir")
            .switches(
                    "D|debug",
                    "tls",
                    "tlsverify",
                    "v|version",
                    "help",
                    "r|remote",
                    "noout",
                    "syslog",
                    "transient-store");

    /** {@code run} and {@code create}. */
    static final ContainerFlags RUN = new ContainerFlags(true)
            .values("add-host", "annotation", "a|attach", "blkio-weight", "blkio-weight-device", "cap-add", "cap-drop")
            .values("cgroup-parent", "cgroupns", "cidfile", "cpu-count", "cpu-percent", "cpu-period", "cpu-quota")
            .values("cpu-rt-period", "cpu-rt-runtime", "c|cpu-shares", "cpus", "cpuset-cpus", "cpuset-mems")
            .values("detach-keys", "device", "device-cgroup-rule", "device-read-bps", "device-read-iops")
            .values("device-write-bps", "device-write-iops", "dns", "dns-opt", "dns-option", "dns-search", "domainname")
            .values("entrypoint", "e|env", "env-file", "expose", "gpus", "group-add", "health-cmd", "health-interval")
            .values("health-retries", "health-start-interval", "health-start-period", "health-timeout", "h|hostname")
            .values("io-maxbandwidth", "io-maxiops", "ip", "ip6", "ipc", "isolation", "kernel-memory", "l|label")
            .values("label-file", "link", "link-local-ip", "log-driver", "log-opt", "mac-address", "m|memory")
            .values("memory-reservation", "memory-swap", "memory-swappiness", "mount", "name", "net", "network")
            .values("net-alias", "network-alias", "oom-score-adj", "pid", "pids-limit", "platform", "p|publish", "pull")
            .values("restart", "runtime", "security-opt", "shm-size", "stop-signal", "stop-timeout", "storage-opt")
            .values("sysctl", "tmpfs", "ulimit", "u|user", "userns", "uts", "v|volume", "volume-driver", "volumes-from")
            .values("w|workdir")
            .switches("d|detach", "disable-content-trust", "help", "init", "i|interactive", "no-healthcheck")
            .switches(
                    "oom-kill-disable",
                    "privileged",
                    "P|publish-all",
                    "q|quiet",
                    "read-only",
                    "rm",
                    "sig-proxy",
                    "t|tty")
            .switches("use-api-socket")
            // Podman alone.
            .values("arch", "authfile", "blkio-weight-device", "cert-dir", "cgroup-conf", "cgroups", "chrootdirs")
            .values("conmon-pidfile", "creds", "decryption-key", "env-merge", "gidmap", "group-entry", "hostuser")
            .values("health-log-destination", "health-max-log-count", "health-max-log-size", "health-on-failure")
            .values("health-startup-cmd", "health-startup-interval", "health-startup-retries", "health-startup-success")
            .values("health-startup-timeout", "image-volume", "init-ctr", "init-path", "intel-rdt-closid", "os")
            .values("passwd-entry", "personality", "pidfile", "pod", "pod-id-file", "preserve-fd", "preserve-fds")
            .values("requires", "retry", "retry-delay", "sdnotify", "seccomp-policy", "secret", "shm-size-systemd")
            .values("signature-policy", "subgidname", "subuidname", "systemd", "timeout", "tz", "uidmap", "umask")
            .values("unsetenv", "variant")
            .switches(
                    "env-host", "http-proxy", "no-hosts", "no-hostname", "passwd", "read-only-tmpfs", "replace", "rmi")
            .switches("rootfs", "tls-verify", "unsetenv-all");

    /** {@code build} and {@code buildx build}. */
    static final ContainerFlags BUILD = new ContainerFlags(false)
            .values("add-host", "allow", "annotation", "attest", "build-arg", "build-context", "builder", "cache-from")
            .values("cache-to", "call", "cgroup-parent", "cpu-period", "cpu-quota", "c|cpu-shares", "cpuset-cpus")
            .values(
                    "cpuset-mems",
                    "f|file",
                    "iidfile",
                    "isolation",
                    "label",
                    "m|memory",
                    "memory-swap",
                    "metadata-file")
            .values("network", "no-cache-filter", "o|output", "platform", "progress", "provenance", "sbom", "secret")
            .values("security-opt", "shm-size", "ssh", "t|tag", "target", "ulimit")
            .switches(
                    "check",
                    "compress",
                    "D|debug",
                    "disable-content-trust",
                    "force-rm",
                    "help",
                    "load",
                    "no-cache",
                    "pull")
            .switches("push", "q|quiet", "rm", "squash", "stream");

    static final ContainerFlags LOGIN = new ContainerFlags(false)
            .values("p|password", "u|username", "authfile", "cert-dir", "compat-auth-file", "secret")
            .switches("password-stdin", "get-login", "help", "tls-verify", "v|verbose");

    static final ContainerFlags NETWORK_CREATE = new ContainerFlags(false)
            .values("aux-address", "config-from", "d|driver", "gateway", "ip-range", "ipam-driver", "ipam-opt", "label")
            .values("o|opt", "scope", "subnet", "dns", "interface-name", "route")
            .switches(
                    "attachable",
                    "config-only",
                    "ingress",
                    "internal",
                    "ipv4",
                    "ipv6",
                    "help",
                    "disable-dns",
                    "ignore");

    private ContainerFlags values(String... flags) {
        return add(true, flags);
    }

    private ContainerFlags switches(String... flags) {
        return add(false, flags);
    }

    private ContainerFlags add(boolean takesValue, String... flags) {
        for (String flag : flags) {
            boolean letter = flag.indexOf('|') == 1;
            String name = letter ? flag.substring(2) : flag;
            if (letter) {
                letters.put(flag.charAt(0), name);
            }
            names.put(name, takesValue);
        }
        return this;
    }

    /** Returns whether the first operand ends the flags. */
    boolean endAtOperand() {
        return untilOperand;
    }

    /** Returns the long name of a letter. */
    Optional<String> ofLetter(char letter) {
        return Optional.ofNullable(letters.get(letter));
    }

    /** Returns whether the flag of this long name takes a value; empty if it is not known. */
    Optional<Boolean> takesValue(String name) {
        return Optional.ofNullable(names.get(name));
    }
}

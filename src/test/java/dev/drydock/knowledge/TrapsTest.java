package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that break naive fixes, each as the knowledge base must tell it. */
class TrapsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.packaged();

    private static Arguments image(String fact, String repository, String tag, Predicate<ImageFacts> holds) {
        return Arguments.of(Named.of(fact, repository), tag, holds);
    }

    private static boolean needs(ImageFacts image, String... capabilities) {
        return image.capabilities().orElseThrow().add().containsAll(List.of(capabilities));
    }

    static Stream<Arguments> imageTraps() {
        return Stream.of(
                image(
                        "postgres restarts only with DAC_OVERRIDE",
                        "postgres",
                        "17",
                        i -> needs(i, "DAC_OVERRIDE", "SETUID", "SETGID")),
                image(
                        "mariadb too",
                        "mariadb",
                        "11",
                        i -> needs(i, "DAC_OVERRIDE") && i.capabilities().get().tested()),
                image("redis 7 with append-only files too", "redis", "7.4", i -> needs(i, "DAC_OVERRIDE")),
                image(
                        "redis 8 stays root without an error",
                        "redis",
                        "8",
                        i -> i.stepDown().orElseThrow().when().orElseThrow().contains("stays root")),
                image(
                        "redis 7 uses gosu",
                        "redis",
                        "7.4-bookworm",
                        i -> i.stepDown().orElseThrow().tool().equals("gosu")),
                image("apache workers stay root", "php", "8.4-apache", i -> needs(i, "SETUID", "SETGID")),
                image("nginx workers die", "nginx", "latest", i -> needs(i, "CHOWN", "SETUID", "SETGID")),
                image("php-fpm hangs at stop without KILL", "php", "8.4-fpm", i -> needs(i, "KILL")),
                image(
                        "php needs a writable /tmp",
                        "php",
                        "8.4-fpm",
                        i -> i.readOnly().orElseThrow().tmpfs().contains(new Tmpfs("/tmp", ""))),
                image("caddy cannot start without its capability", "caddy", "2", i -> needs(i, "NET_BIND_SERVICE")),
                image(
                        "pgadmin moves its port",
                        "dpage/pgadmin4",
                        "latest",
                        i -> i.noNewPrivileges().orElseThrow().contains("8080")),
                image("vault marks its binary", "hashicorp/vault", "latest", i -> needs(i, "SETFCAP", "IPC_LOCK")),
                image(
                        "USER nginx breaks nginx",
                        "nginx",
                        "1.27",
                        i -> i.addUser().verdict() == AddUser.Verdict.UNSAFE
                                && i.unprivilegedVariant().isPresent()),
                image(
                        "varnish needs an executable tmpfs",
                        "varnish",
                        "latest",
                        i -> i.readOnly()
                                .orElseThrow()
                                .tmpfs()
                                .get(0)
                                .spelling()
                                .equals("/var/lib/varnish/varnishd:exec")),
                image("gradle ends as root", "gradle", "8", ImageFacts::runsAsRoot),
                image("phpmyadmin ends as root", "phpmyadmin", "latest", ImageFacts::runsAsRoot),
                image(
                        "elasticsearch keeps group 0",
                        "elasticsearch",
                        "8.15.0",
                        i -> i.addUser().verdict() == AddUser.Verdict.GID_ZERO),
                image(
                        "grafana keeps group 0",
                        "grafana/grafana",
                        "11",
                        i -> i.addUser().verdict() == AddUser.Verdict.GID_ZERO),
                image(
                        "bitnami keeps group 0",
                        "bitnami/postgresql",
                        "16",
                        i -> i.addUser().verdict() == AddUser.Verdict.GID_ZERO),
                image(
                        "keycloak keeps group 0",
                        "quay.io/keycloak/keycloak",
                        "26",
                        i -> i.addUser().verdict() == AddUser.Verdict.GID_ZERO),
                image(
                        "python 3.12 slim has no adduser",
                        "python",
                        "3.12-slim",
                        i -> !i.osFamily().orElseThrow().hasAdduser()),
                image(
                        "Debian 12 has it",
                        "debian",
                        "12",
                        i -> i.osFamily().orElseThrow().hasAdduser()),
                image(
                        "Ubuntu 24.04 has uid 1000",
                        "ubuntu",
                        "24.04",
                        i -> i.isTaken(1000) && !i.osFamily().orElseThrow().hasAdduser()),
                image("Ubuntu 22.04 has not", "ubuntu", "22.04", i -> !i.isTaken(1000)),
                image(
                        "node has uid 1000",
                        "node",
                        "22",
                        i -> i.isTaken(1000) && i.serviceUser().orElseThrow().equals("node")),
                image(
                        "RHEL has only useradd",
                        "rockylinux",
                        "9",
                        i -> i.osFamily().orElseThrow().userTools() == UserTools.SHADOW),
                image(
                        "ubi9-minimal has no useradd",
                        "registry.access.redhat.com/ubi9-minimal",
                        "9.5",
                        i -> i.osFamily().orElseThrow().userTools() == UserTools.NONE),
                image(
                        "amazonlinux 2023 has no useradd",
                        "amazonlinux",
                        "2023",
                        i -> !i.osFamily().orElseThrow().hasUseradd()),
                image(
                        "kong has no useradd",
                        "kong",
                        "3",
                        i -> i.hasTool("useradd").equals(Optional.of(false))),
                image(
                        "Alpine has www-data as a group only",
                        "alpine",
                        "3.20",
                        i -> i.osFamily().orElseThrow().groups().get("www-data") == 82
                                && i.account("www-data").isEmpty()),
                image("gid 999 of Alpine is taken", "alpine", "3.20", i -> i.isTaken(999)),
                image(
                        "www-data is 33 on Debian",
                        "php",
                        "8.4",
                        i -> i.account("www-data").orElseThrow().uid().getAsInt() == 33),
                image(
                        "and 82 on Alpine",
                        "php",
                        "8.4-alpine",
                        i -> i.account("www-data").orElseThrow().uid().getAsInt() == 82),
                image(
                        "postgres is 70 on Alpine",
                        "postgres",
                        "17-alpine",
                        i -> i.account("postgres").orElseThrow().uid().getAsInt() == 70),
                image(
                        "chainguard node is 65532",
                        "cgr.dev/chainguard/node",
                        "latest",
                        i -> i.account("node").orElseThrow().uid().getAsInt() == 65532 && !i.runsAsRoot()),
                image("chainguard go is root", "cgr.dev/chainguard/go", "latest", ImageFacts::runsAsRoot),
                image(
                        "chainguard nginx listens on 8080",
                        "cgr.dev/chainguard/nginx",
                        "latest",
                        i -> i.ports().contains(new ImagePort(8080, false))),
                image(
                        "rabbitmq exits with a password file",
                        "rabbitmq",
                        "4",
                        i -> i.secretFiles()
                                        .fileVariable("RABBITMQ_DEFAULT_PASS")
                                        .isEmpty()
                                && i.secretFiles().traps().containsKey("RABBITMQ_DEFAULT_PASS_FILE")),
                image(
                        "grafana has two underscores",
                        "grafana/grafana",
                        "11",
                        i -> i.secretFiles()
                                        .fileVariable("GF_SECURITY_ADMIN_PASSWORD")
                                        .orElseThrow()
                                        .equals("GF_SECURITY_ADMIN_PASSWORD__FILE")
                                && i.secretFiles().exclusive()),
                image(
                        "mongo reads secrets as mongodb",
                        "mongo",
                        "8",
                        i -> i.secretFiles().readBy().orElseThrow().equals("mongodb")),
                image(
                        "postgres 18 moved its volume",
                        "postgres",
                        "18",
                        i -> i.volumes().equals(List.of("/var/lib/postgresql"))),
                image(
                        "postgres 17 did not",
                        "postgres",
                        "17-alpine",
                        i -> i.volumes().equals(List.of("/var/lib/postgresql/data"))),
                image(
                        "node 26 ships no yarn",
                        "node",
                        "26",
                        i -> i.hasTool("yarn").equals(Optional.of(false))),
                image(
                        "GPG_KEY of python is public",
                        "python",
                        "3.12",
                        i -> i.notSecret().contains("GPG_KEY")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("imageTraps")
    void images(String repository, String tag, Predicate<ImageFacts> holds) {
        assertThat(KNOWLEDGE.images().find(repository, tag)).get().matches(holds);
    }

    static Stream<Arguments> packageTraps() {
        PackageManagers managers = KNOWLEDGE.packageManagers();
        return Stream.of(
                Arguments.of(
                        "microdnf takes 0",
                        managers.find("microdnf")
                                .orElseThrow()
                                .noRecommends()
                                .get(0)
                                .endsWith("=0")),
                Arguments.of(
                        "pip has a variable",
                        managers.find("python3 -m pip")
                                .orElseThrow()
                                .noCacheEnvironment()
                                .contains("PIP_NO_CACHE_DIR")),
                Arguments.of(
                        "gems are never under a cache mount",
                        managers.find("bundle").orElseThrow().neverMount().contains("/usr/local/bundle")),
                Arguments.of(
                        "apk needs no -y",
                        managers.find("apk").orElseThrow().yes().isEmpty()),
                Arguments.of(
                        "apt -qq implies yes",
                        managers.find("apt-get").orElseThrow().yes().contains("-qq")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packageTraps")
    void packageManagers(String fact, boolean holds) {
        assertThat(holds).as(fact).isTrue();
    }
}

package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.knowledge.EndOfLife.End;
import dev.drydock.knowledge.HostPaths.HostPath;
import dev.drydock.knowledge.Ports.PortClass;
import dev.drydock.knowledge.Ports.PortFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {
    private static final Path FILES = Path.of("transforms", "knowledge");
    private static final int LARGEST_FILE = 42_000;

    private final Knowledge knowledge = Knowledge.packaged();

    @Test
    void everyFileIsReadAndSmallEnough() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(yaml).hasSizeGreaterThan(17);
            for (Path file : yaml) {
                String name = file.getFileName().toString().replace(".yaml", "");
                assertThat(Documents.packaged().read(name)).as(name).isPresent();
                assertThat(Files.size(file)).as(name).isLessThan(LARGEST_FILE);
            }
        }
    }

    @Test
    void everyPackagedFileIsSplitIntoTheEntriesOfTheWholeFile() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                Map<?, ?> whole = (Map<?, ?>) parse(text);
                Map<String, Object> entries = Block.split(text, block -> Fields.mapping("", "", parse(block)))
                        .orElseThrow();
                assertThat(entries.keySet()).as(file.toString()).isEqualTo(whole.keySet());
                entries.forEach(
                        (key, block) -> assertThat(Block.resolve(block)).as(key).isEqualTo(whole.get(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "a: 1\na: 2\n", "{a: 1}\n", "a\n", "\"a\\\"b\": 1\n", "? a\n: b\n", "---\na: 1\n"})
    void otherLayoutsAreParsedAsAWhole(String text) {
        assertThat(Block.split(text, block -> Map.of())).isEmpty();
    }

    @Test
    void everyPartReads() {
        assertThat(knowledge.packageManagers().names()).hasSizeGreaterThanOrEqualTo(27);
        for (String name : knowledge.packageManagers().names()) {
            assertThat(knowledge.packageManagers().find(name)).isPresent();
        }
        assertThat(knowledge.hostPaths().all()).hasSizeGreaterThan(30);
        assertThat(knowledge.debugTools().names()).contains("vim", "nano", "telnet");
        assertThat(knowledge.runtimeImages().languages()).contains("go", "node");
        for (String language : knowledge.runtimeImages().languages()) {
            assertThat(knowledge.runtimeImages().of(language)).isPresent();
        }
        for (String each : knowledge.runtimeImages().developmentPackages()) {
            assertThat(knowledge
                                    .runtimeImages()
                                    .libraries(each, Optional.of("trixie"))
                                    .isPresent()
                            || knowledge
                                    .runtimeImages()
                                    .libraries(each, Optional.of("bookworm"))
                                    .isPresent())
                    .as(each)
                    .isTrue();
        }
    }

    @Test
    void otherFilesNameImagesThatExist() {
        List<String> names = knowledge.images().names();
        assertThat(names)
                .containsAll(knowledge.resourceLimits().images())
                .containsAll(knowledge.healthChecks().images());
        for (String name : knowledge.healthChecks().images()) {
            ImageFacts image = knowledge.images().find(name).orElseThrow();
            assertThat(knowledge.healthChecks().find(image, Optional.empty()))
                    .as(name)
                    .isPresent();
        }
        for (String name :
                Documents.packaged().read("end-of-life").orElseThrow().keySet()) {
            assertThat(name.equals("source") || names.contains(name)).as(name).isTrue();
            assertThat(knowledge.endOfLife().find(name, "no-such-tag-#")).satisfies(end -> {});
        }
        for (String language : knowledge.runtimeImages().languages()) {
            assertThat(knowledge.runtimeImages().of(language).orElseThrow().builders())
                    .allSatisfy(builder -> assertThat(knowledge.images().find(builder))
                            .as(builder)
                            .isPresent());
        }
    }

    @Test
    void everyImageClassHasLimits() {
        for (ImageClass each : ImageClass.values()) {
            assertThat(knowledge.resourceLimits().of(each)).as(each.name()).isPresent();
        }
    }

    @Test
    void capabilitiesAreExactlyThoseOfLinux() {
        assertThat(knowledge.capabilities().names())
                .containsAll(ImagesTest.LINUX_CAPABILITIES)
                .hasSize(42);
        assertThat(knowledge.capabilities().find("cap_sys_admin").orElseThrow().isDangerous())
                .isTrue();
        assertThat(knowledge.capabilities().find("CHOWN").orElseThrow().isDangerous())
                .isFalse();
        assertThat(knowledge.capabilities().find("SYS_MODULE").orElseThrow().instead())
                .isNotEmpty();
        assertThat(knowledge.capabilities().find("SYS_EVERYTHING")).isEmpty();
        assertThat(knowledge.capabilities().names())
                .allSatisfy(
                        name -> assertThat(knowledge.capabilities().find(name)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/etc, /etc",
        "/etc/, /etc",
        "/etc/nginx, /etc",
        "/etc/shadow, /etc/shadow",
        "/proc/sys, /proc",
        "~/.ssh, ~/.ssh",
        "$HOME/.aws/credentials, ~/.aws",
        "/home/joe/.kube/config, ~/.kube",
        "/root/.ssh, ~/.ssh",
        "/root/data, /root",
        "/home/joe/app, /home",
        "/var/lib/docker/containers, /var/lib/docker"
    })
    void sensitiveDirectories(String path, String entry) {
        assertThat(knowledge.hostPaths().find(path)).map(HostPath::path).contains(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/localtime", "/srv/data", "./data", "data", "/opt/app", "/dev/shm", "/lib/modules/6.1"})
    void harmlessDirectories(String path) {
        assertThat(knowledge.hostPaths().find(path)).isEmpty();
    }

    @Test
    void daemonSockets() {
        assertThat(knowledge.hostPaths().isDaemonSocket("/var/run/docker.sock")).isTrue();
        assertThat(knowledge.hostPaths().isDaemonSocket("/run/user/1000/docker.sock"))
                .isTrue();
        assertThat(knowledge.hostPaths().isDaemonSocket("/var/run/app.sock")).isFalse();
        assertThat(knowledge.hostPaths().usesDaemonSocket("traefik")).isTrue();
        assertThat(knowledge.hostPaths().usesDaemonSocket("nginx")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"22, SSH", "443, WEB", "5432, DATABASE", "6379, DATABASE", "2375, ADMIN", "9229, DEBUG", "23, LEGACY"})
    void portsHaveAClass(int number, PortClass portClass) {
        assertThat(knowledge.ports().find(number)).map(PortFacts::portClass).contains(portClass);
    }

    @Test
    void librariesOfDevelopmentPackages() {
        RuntimeImages runtimes = knowledge.runtimeImages();
        assertThat(runtimes.libraries("libpq-dev", Optional.empty())).contains(List.of("libpq5"));
        assertThat(runtimes.libraries("libssl-dev", Optional.of("bookworm"))).contains(List.of("libssl3"));
        assertThat(runtimes.libraries("libcurl4-openssl-dev", Optional.empty())).isEmpty();
        assertThat(runtimes.libraries("zlib1g-dev", Optional.empty())).contains(List.of());
        assertThat(runtimes.languagesBuiltWith("library/maven")).containsExactly("java");
    }

    @Test
    void tagsEnd() {
        assertThat(knowledge.endOfLife().find("node", "14-alpine").orElseThrow().isOver(LocalDate.of(2026, 11, 23)))
                .isTrue();
        assertThat(knowledge.endOfLife().find("node", "24")).isEmpty();
        // 3.2 is no prefix of 3.22 in the counting of versions.
        assertThat(knowledge.endOfLife().find("alpine", "3.22")).isEmpty();
        assertThat(knowledge.endOfLife().find("alpine", "3.2")).isPresent();
        assertThat(knowledge.endOfLife().find("python", "3.12-slim")).isEmpty();
        assertThat(knowledge.endOfLife().find("python", "3.10-slim"))
                .map(End::verified)
                .contains(false);
        assertThat(knowledge.endOfLife().find("golang", "1.26")).isEmpty();
    }

    @Test
    void publishers() {
        Publishers publishers = knowledge.publishers();
        assertThat(publishers.isTrusted("node")).isTrue();
        assertThat(publishers.isTrusted("mcr.microsoft.com/dotnet/sdk")).isTrue();
        assertThat(publishers.isTrusted("public.ecr.aws/docker/library/node")).isTrue();
        assertThat(publishers.isTrusted("someone/node")).isFalse();
        assertThat(publishers.officialEquivalent("bitnami/postgresql")).contains("postgres");
        assertThat(publishers.officialEquivalent("bitnami/redis")).contains("redis");
        assertThat(publishers.officialEquivalent("someone/redis")).isEmpty();
        assertThat(publishers.deprecation("openjdk")).isPresent();
        assertThat(publishers.deprecation("node")).isEmpty();
    }

    @Test
    void anOverlayAddsAndReplaces() {
        Knowledge own = knowledge.with(Knowledge.overlay(Map.of(
                "images-services",
                Map.of(
                        "registry.example.com/base/app", Map.of("class", "application", "source", "own"),
                        "redis", Map.of("user", "redis")))));
        assertThat(own.images().find("registry.example.com/base/app", "1")).isPresent();
        ImageFacts redis = own.images().find("redis", "7").orElseThrow();
        assertThat(redis.defaultUser()).isEqualTo("redis");
        assertThat(redis.ports()).containsExactly(new ImagePort(6379, false));
        assertThat(knowledge.images().find("redis", "7").orElseThrow().defaultUser())
                .isEqualTo("root");
    }

    @Test
    void anOverlayMayBeADirectory(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("images-bases.yaml"),
                "registry.example.com/base:\n  class: base\n  family: alpine\n  source: own\n",
                StandardCharsets.UTF_8);
        Knowledge own = knowledge.with(Knowledge.overlay(directory));
        assertThat(own.images()
                        .find("registry.example.com/base", "1")
                        .orElseThrow()
                        .osFamily()
                        .map(OsFamily::id))
                .contains("alpine");
        assertThat(own.images().find("node", "22")).isPresent();
    }

    @Test
    void anOverlayAloneKnowsOnlyItself() {
        Knowledge alone = Knowledge.overlay(Map.of());
        assertThat(alone.images().find("node", "22")).isEmpty();
        assertThat(alone.recommends().of("curl", Optional.empty())).isEmpty();
        assertThat(alone.secrets().isSecretName("PASSWORD")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "clas: base|images-services.yaml: app.clas: is not a known key",
                "class: nonsense|images-services.yaml: app.class: 'nonsense' is not one of the known values",
                "users: {a: b}|images-services.yaml: app.users.a: 'b' is not uid:gid",
                "ports: [http]|images-services.yaml: app.ports: 'http' is not a port",
                "volumes: /data|images-services.yaml: app.volumes: a list is needed here",
                "family: nowhere|families.yaml: nowhere: is not a known family",
                "like: nothing|images-services.yaml: app.like: names no entry of this file"
            },
            delimiter = '|')
    void aMistakeIsNamedWithFileAndKey(String line, String message) {
        String yaml =
                "app:\n  source: own\n" + (line.startsWith("class:") ? "" : "  class: base\n") + "  " + line + "\n";
        Knowledge own = Knowledge.overlay(Map.of("images-services", parse(yaml)));
        assertThatThrownBy(() -> own.images().find("app", "1"))
                .isInstanceOf(KnowledgeException.class)
                .hasMessage(message);
    }

    @Test
    void brokenYamlIsOneLine(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("publishers.yaml");
        Files.writeString(file, "mirrors: [\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Knowledge.overlay(directory).publishers())
                .isInstanceOf(KnowledgeException.class)
                .hasMessageStartingWith(file + ": is not valid YAML: ")
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message).doesNotContain("\n"));
    }

    private static Object parse(String yaml) {
        return new org.snakeyaml.engine.v2.api.Load(
                        org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                .loadFromString(yaml);
    }
}

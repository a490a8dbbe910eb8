package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    /** All capabilities of the Linux header linux/capability.h. */
    static final Set<String> LINUX_CAPABILITIES = Set.of(
            ("CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE NET_BIND_SERVICE"
                            + " NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE"
                            + " SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE"
                            + " AUDIT_WRITE AUDIT_CONTROL SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND"
                            + " AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE")
                    .split(" "));

    /** Tags that between them select every variant and family of the files. */
    private static final List<String> TAGS = List.of(
            "latest",
            "1",
            "2.3",
            "3",
            "3.12",
            "6.0",
            "7.4",
            "8",
            "8.4-fpm",
            "8.4-apache",
            "8.4-fpm-alpine",
            "9",
            "9-minimal",
            "10.0",
            "11-ubi",
            "17-bullseye",
            "18",
            "22-slim",
            "24.04",
            "bookworm-slim",
            "alpine",
            "alpine-slim",
            "nonroot",
            "9.0-chiseled",
            "cli",
            "rootless",
            "distroless",
            "4-management",
            "stream9",
            "noble",
            "jammy",
            "wolfi",
            "curl",
            "scm");

    private final Images images = Knowledge.packaged().images();

    private List<ImageFacts> all() {
        List<ImageFacts> result = new ArrayList<>();
        for (String name : images.names()) {
            TAGS.forEach(tag -> result.add(images.find(name, tag).orElseThrow()));
        }
        return result;
    }

    @Test
    void everyImageReadsAtEveryTag() {
        assertThat(images.names()).hasSizeGreaterThanOrEqualTo(148).doesNotHaveDuplicates();
        assertThat(all()).allSatisfy(facts -> {
            assertThat(facts.source()).isNotBlank();
            assertThat(facts.defaultUser()).isNotBlank();
        });
    }

    @Test
    void everyFamilyReads() {
        assertThat(images.familyIds()).hasSizeGreaterThanOrEqualTo(23);
        assertThat(images.familyIds())
                .allSatisfy(id -> assertThat(images.family(id)).isPresent());
    }

    @Test
    void everyPackageManagerOfAFamilyIsKnown() {
        PackageManagers managers = Knowledge.packaged().packageManagers();
        for (String id : images.familyIds()) {
            images.family(id)
                    .flatMap(OsFamily::packageManager)
                    .ifPresent(
                            manager -> assertThat(managers.find(manager)).as(id).isPresent());
        }
    }

    @Test
    void capabilitiesAreThoseOfLinux() {
        assertThat(all())
                .allSatisfy(facts -> facts.capabilities()
                        .ifPresent(needs ->
                                assertThat(LINUX_CAPABILITIES).as(facts.name()).containsAll(needs.add())));
    }

    @Test
    void accountsThatAreNamedExist() {
        assertThat(all()).allSatisfy(facts -> {
            facts.serviceUser()
                    .ifPresent(user ->
                            assertThat(facts.account(user)).as(facts.name()).isPresent());
            if (!facts.runsAsRoot() && !Character.isDigit(facts.defaultUser().charAt(0)) && facts.isVerified("users")) {
                assertThat(facts.account(facts.defaultUser()).isPresent()
                                || facts.users().isEmpty())
                        .as(facts.name())
                        .isTrue();
            }
        });
    }

    @Test
    void pathsAreAbsolute() {
        assertThat(all()).allSatisfy(facts -> {
            List<String> paths = new ArrayList<>(facts.volumes());
            paths.addAll(facts.writable());
            facts.readOnly().ifPresent(needs -> {
                needs.tmpfs().forEach(tmpfs -> paths.add(tmpfs.path()));
                paths.addAll(needs.volumes());
            });
            assertThat(paths)
                    .as(facts.name())
                    .allSatisfy(path -> assertThat(path).startsWith("/").doesNotContain("{"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node",
                "library/node",
                "docker.io/node",
                "docker.io/library/node",
                "index.docker.io/library/node",
                "public.ecr.aws/docker/library/node",
                "mirror.gcr.io/library/node",
                "arm64v8/node"
            })
    void findsEverySpellingOfARepository(String repository) {
        assertThat(images.find(repository, "22")).map(ImageFacts::name).contains("node");
    }

    @Test
    void unknownImagesAreEmpty() {
        assertThat(images.find("example.com/team/node", "22")).isEmpty();
        assertThat(images.find("someone/node", "22")).isEmpty();
        assertThat(images.find("nodes", (String) null)).isEmpty();
    }

    @Test
    void noTagIsLatest() {
        assertThat(images.find("ubuntu").orElseThrow().osFamily().map(OsFamily::id))
                .contains("ubuntu-resolute");
        assertThat(images.find("ubuntu", Optional.empty())).isEqualTo(images.find("ubuntu", "latest"));
    }

    @ParameterizedTest
    @CsvSource({
        "node, 22, debian-bookworm",
        "node, 26-slim, debian-trixie",
        "node, 20-bullseye, debian-bullseye",
        "node, 18, debian",
        "node, 22-alpine3.20, alpine",
        "python, 3.12-slim, debian-trixie",
        "python, 3.12.1-slim, debian",
        "python, 3.11-slim-bookworm, debian-bookworm",
        "golang, 1.22, debian",
        "openjdk, 17, oraclelinux9-slim",
        "openjdk, 17-slim, debian-bullseye",
        "ubuntu, 24.04, ubuntu-noble",
        "ubuntu, 18.04, ubuntu",
        "debian, 12-slim, debian-bookworm",
        "amazonlinux, 2, amazonlinux2",
        "mcr.microsoft.com/dotnet/aspnet, 9.0-noble-chiseled, scratch",
        "nginx, 1.25, debian",
        "postgis/postgis, 16-3.4, debian-bullseye",
        "gcr.io/distroless/static-debian12, nonroot, distroless",
        "bitnami/redis, 7.2, debian-bookworm"
    })
    void aTagGivesTheFamily(String repository, String tag, String family) {
        assertThat(images.find(repository, tag).orElseThrow().osFamily().map(OsFamily::id))
                .contains(family);
    }

    @Test
    void aFamilyNobodyLookedUpIsEmpty() {
        assertThat(images.find("golang", "1.22-windowsservercore").orElseThrow().osFamily())
                .isEmpty();
        assertThat(images.find("centos", "6").orElseThrow().osFamily()).isEmpty();
    }

    @Test
    void aVariantReplacesOnlyWhatItStates() {
        ImageFacts fpm = images.find("php", "8.4-fpm-alpine").orElseThrow();
        assertThat(fpm.ports()).containsExactly(new ImagePort(9000, false));
        assertThat(fpm.serviceUser()).contains("www-data");
        assertThat(fpm.account("www-data").flatMap(Account::numeric)).contains("82:82");
        assertThat(images.find("php", "8.4-apache")
                        .orElseThrow()
                        .account("www-data")
                        .flatMap(Account::numeric))
                .contains("33:33");
    }

    @Test
    void anEntryMayStartFromAnother() {
        ImageFacts postgis = images.find("postgis/postgis", "16-3.4").orElseThrow();
        assertThat(postgis.name()).isEqualTo("postgis/postgis");
        assertThat(postgis.secretFiles().fileVariable("POSTGRES_PASSWORD")).contains("POSTGRES_PASSWORD_FILE");
        assertThat(postgis.source()).contains("postgis");
    }

    @Test
    void namesOfManyRepositoriesFillInTheirPaths() {
        assertThat(images.find("bitnami/redis", "7.2").orElseThrow().volumes()).containsExactly("/bitnami/redis");
    }

    @Test
    void unverifiedFactsSaySo() {
        ImageFacts httpd = images.find("httpd", "2.4").orElseThrow();
        assertThat(httpd.isVerified("capabilities")).isTrue();
        assertThat(httpd.isVerified("read-only")).isFalse();
        assertThat(httpd.readOnly().orElseThrow().verified()).isFalse();
        assertThat(images.find("nvidia/cuda", "12-ubuntu24.04").orElseThrow().isVerified("family"))
                .isFalse();
    }
}

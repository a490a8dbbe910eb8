package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.knowledge.Recommends.Addition;
import dev.drydock.knowledge.Recommends.Additions;
import dev.drydock.knowledge.Recommends.Loss;
import dev.drydock.knowledge.Recommends.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendsTest {
    private final Recommends recommends = Knowledge.packaged().recommends();

    private List<String> added(String line, String suite) {
        return recommends.additions(List.of(line.split(" ")), Optional.ofNullable(suite)).mustAdd().stream()
                .map(Addition::name)
                .toList();
    }

    @Test
    void curlAndWgetNeedTheCertificates() {
        Additions additions = recommends.additions(List.of("curl", "wget"), Optional.of("bookworm"));
        assertThat(additions.mustAdd()).singleElement().satisfies(addition -> {
            assertThat(addition.name()).isEqualTo("ca-certificates");
            assertThat(addition.neededBy()).containsExactly("curl", "wget");
            assertThat(addition.reason()).contains("https");
        });
        assertThat(additions.verified()).isTrue();
        assertThat(additions.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "curl ca-certificates, bookworm, ''",
                "curl=7.88.1-10 ca-certificates, bookworm, ''",
                "git, trixie, ca-certificates openssh-client",
                "git software-properties-common, bookworm, openssh-client gnupg",
                "curl default-jre-headless, bookworm, ''",
                "cmake build-essential, trixie, ''",
                "golang, bookworm, g++ pkg-config ca-certificates",
                "libapache2-mod-php, trixie, apache2",
                "docker.io, trixie, ca-certificates git docker-cli docker-buildx",
                "docker.io, bookworm, ca-certificates git",
                "docker.io, -, ca-certificates git",
                "imagemagick, trixie, ghostscript libmagickcore-7.q16-10-extra",
                "r-base-core, bookworm, build-essential gfortran r-recommended",
                "make vim nano, trixie, ''"
            })
    void additionsAreMinimal(String line, String suite, String expected) {
        assertThat(String.join(" ", added(line, suite))).isEqualTo(expected);
    }

    @Test
    void anUnknownSuiteGivesOnlyNamesThatAllHave() {
        Additions additions = recommends.additions(List.of("imagemagick"), Optional.empty());
        assertThat(additions.mustAdd()).extracting(Addition::name).noneMatch(name -> name.startsWith("libmagickcore"));
        assertThat(additions.leftOut()).extracting(Addition::name).anyMatch(name -> name.startsWith("libmagickcore"));
        assertThat(additions.verified()).isFalse();
        assertThat(recommends.additions(List.of("curl"), Optional.of("noble")).verified())
                .isFalse();
    }

    @Test
    void safePackagesAreKnownAndOthersAreNot() {
        assertThat(recommends.of("tini", Optional.of("trixie")))
                .map(Loss::severity)
                .contains(Severity.NONE);
        assertThat(recommends.of("a-package-nobody-has", Optional.empty())).isEmpty();
        assertThat(recommends.additions(List.of("own-tool"), Optional.empty()).unknown())
                .containsExactly("own-tool");
    }

    @Test
    void gitBringsAdduserOnlyInTrixie() {
        assertThat(recommends.incidentalTools(List.of("git"), Optional.of("trixie")))
                .contains("adduser", "patch");
        assertThat(recommends.incidentalTools(List.of("git"), Optional.of("bookworm")))
                .doesNotContain("adduser");
        assertThat(recommends.incidentalTools(List.of("git"), Optional.empty())).contains("adduser");
        assertThat(recommends.commands("adduser")).contains("addgroup");
    }

    @Test
    void everyLossReads() {
        for (String name : recommends.packages()) {
            for (String suite : recommends.suites()) {
                assertThat(recommends.of(name, Optional.of(suite))).as(name).isPresent();
            }
        }
        assertThat(recommends.packages()).hasSizeGreaterThan(110);
    }
}

package dev.drydock.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.Tmpfs;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerNeedsTest {
    private static final Images IMAGES = Knowledge.packaged().images();

    private static Container pulled(String image) {
        return Container.of(ContainerImage.pulled(image, IMAGES));
    }

    private static Container built(String... lines) {
        ProjectFile file = new ProjectFile(
                ProjectPath.of("Dockerfile"), FileKind.DOCKERFILE, SourceText.of(String.join("\n", lines) + "\n"));
        Project project = new Project(List.of(file), Workspace.UNKNOWN);
        return Container.of(new ContainerImage.Built(
                project, file, file.build(IMAGES).finalStage().orElseThrow(), Knowledge.packaged()));
    }

    private static Container with(Container container, List<String> command, Optional<String> user, Mount... mounts) {
        return new Container(
                container.image(),
                Optional.empty(),
                command.isEmpty() ? Optional.empty() : Optional.of(command),
                user,
                List.of(mounts),
                NetworkUse.OWN,
                List.of(),
                Map.of(),
                MountedFiles.NONE);
    }

    private static Mount folder(String source, String target) {
        return new Mount(Mount.Kind.BIND, target, Optional.of(source), false);
    }

    private static Mount volume(String target) {
        return new Mount(Mount.Kind.VOLUME, target, Optional.of("data"), false);
    }

    private static List<String> capabilities(Container container) {
        return ContainerNeeds.of(container)
                .capabilities()
                .found()
                .map(CapabilityGrant::capabilities)
                .orElse(List.of("none"));
    }

    private static boolean isKnown(Container container) {
        return ContainerNeeds.of(container).capabilities().isKnown();
    }

    @Test
    void aDatabaseNeedsWhatItsEntrypointNeedsAtARestart() {
        assertThat(capabilities(pulled("postgres:15"))).contains("DAC_OVERRIDE", "SETGID", "SETUID");
        assertThat(isKnown(pulled("postgres:15"))).isTrue();
    }

    @Test
    void aVariableAsTagKeepsTheFactsButNotTheCertainty() {
        assertThat(capabilities(pulled("postgres:${PG}"))).contains("DAC_OVERRIDE");
        assertThat(isKnown(pulled("postgres:${PG}"))).isFalse();
    }

    @Test
    void anOldVersionMayStartInAnotherWay() {
        assertThat(isKnown(pulled("elasticsearch:8.15.0"))).isTrue();
        assertThat(isKnown(pulled("elasticsearch:7.17.0"))).isFalse();
    }

    @Test
    void anotherUserNeedsNothing() {
        assertThat(capabilities(with(pulled("postgres:15"), List.of(), Optional.of("999:999"))))
                .isEmpty();
        assertThat(capabilities(with(pulled("postgres:15"), List.of(), Optional.of("${UID}"))))
                .contains("SETUID");
    }

    @Test
    void anotherCommandIsInDoubt() {
        assertThat(isKnown(with(pulled("redis:7"), List.of("redis-server", "--appendonly", "yes"), Optional.empty())))
                .isTrue();
        assertThat(isKnown(with(pulled("redis:7"), List.of("--appendonly", "yes"), Optional.empty())))
                .isTrue();
        assertThat(isKnown(with(pulled("redis:7"), List.of("sh", "-c", "redis-server"), Optional.empty())))
                .isFalse();
    }

    @Test
    void anotherEntrypointLeavesTheFactsBehind() {
        Container replaced = new Container(
                ContainerImage.pulled("postgres:15", IMAGES),
                Optional.of(List.of("/wait.sh")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                NetworkUse.OWN,
                List.of(),
                Map.of(),
                MountedFiles.NONE);
        assertThat(isKnown(replaced)).isFalse();
        assertThat(ContainerNeeds.of(replaced).readOnlyRoot().isKnown()).isFalse();
    }

    @Test
    void rootOpensLowPortsAndFilesOfTheHost() {
        assertThat(capabilities(pulled("nginx:1.27"))).containsExactly("CHOWN", "NET_BIND_SERVICE", "SETGID", "SETUID");
        assertThat(capabilities(with(
                        pulled("nginx:1.27"), List.of(), Optional.empty(), folder("./html", "/usr/share/nginx/html"))))
                .contains("DAC_OVERRIDE");
        assertThat(capabilities(with(
                        pulled("nginx:1.27"),
                        List.of(),
                        Optional.empty(),
                        folder("./nginx.conf", "/etc/nginx/nginx.conf"))))
                .doesNotContain("DAC_OVERRIDE");
    }

    @Test
    void anUnknownImageIsALikelyCase() {
        assertThat(capabilities(pulled("example/app:1"))).contains("SETUID");
        assertThat(isKnown(pulled("example/app:1"))).isFalse();
    }

    @Test
    void anApplicationOfTheProjectNeedsNothing() {
        Container app = built("FROM node:20", "WORKDIR /app", "COPY . .", "CMD [\"node\", \"app.js\"]");
        assertThat(capabilities(app)).isEmpty();
        assertThat(isKnown(app)).isTrue();
    }

    @Test
    void aUserInTheDockerfileNeedsNothing() {
        assertThat(capabilities(built("FROM node:20", "USER node", "CMD [\"./start\"]")))
                .isEmpty();
        assertThat(capabilities(
                        built("FROM debian:12", "RUN setcap cap_net_raw+ep /app", "USER 1000", "CMD [\"/app\"]")))
                .containsExactly("none");
    }

    @Test
    void theEntrypointOfTheBaseCounts() {
        assertThat(capabilities(built("FROM postgres:15", "COPY init.sql /docker-entrypoint-initdb.d/")))
                .contains("DAC_OVERRIDE", "SETUID");
        Container stepsDown =
                built("FROM debian:12", "COPY run.sh /", "ENTRYPOINT [\"gosu\", \"app\"]", "CMD [\"/run.sh\"]");
        assertThat(capabilities(stepsDown)).contains("SETUID");
        assertThat(isKnown(stepsDown)).isFalse();
    }

    @Test
    void theFoldersOfAnImageAreWritableOnce() {
        Answer<WritableFolders> bare = ContainerNeeds.of(pulled("postgres:15")).readOnlyRoot();
        assertThat(bare.found().orElseThrow().tmpfs()).extracting(Tmpfs::path).contains("/tmp", "/var/run/postgresql");
        Answer<WritableFolders> mounted = ContainerNeeds.of(
                        with(pulled("postgres:15"), List.of(), Optional.empty(), volume("/tmp")))
                .readOnlyRoot();
        assertThat(mounted.found().orElseThrow().tmpfs())
                .extracting(Tmpfs::path)
                .doesNotContain("/tmp");
    }

    @Test
    void anImageThatRewritesItsFilesStaysWritable() {
        assertThat(ContainerNeeds.of(pulled("couchdb:3")).readOnlyRoot()).isInstanceOf(Answer.None.class);
    }

    @Test
    void whoOwnsNothingWritesNowhere() {
        Answer<WritableFolders> strict = ContainerNeeds.of(
                        built("FROM node:20", "WORKDIR /app", "COPY . .", "USER 10001", "CMD [\"node\", \"app.js\"]"))
                .readOnlyRoot();
        assertThat(strict.isKnown()).isTrue();
        Answer<WritableFolders> owner = ContainerNeeds.of(built(
                        "FROM node:20",
                        "WORKDIR /app",
                        "COPY --chown=node . .",
                        "USER node",
                        "CMD [\"node\", \"app.js\"]"))
                .readOnlyRoot();
        assertThat(owner.isKnown()).isFalse();
    }

    @Test
    void setuidProgramsKeepTheirPrivileges() {
        assertThat(ContainerNeeds.of(built("FROM debian:12", "RUN apt-get install -y sudo", "CMD [\"app\"]"))
                        .noNewPrivileges())
                .isInstanceOf(Answer.None.class);
        assertThat(ContainerNeeds.of(pulled("dpage/pgadmin4")).noNewPrivileges())
                .isInstanceOf(Answer.None.class);
        assertThat(ContainerNeeds.of(pulled("postgres:15")).noNewPrivileges().isKnown())
                .isTrue();
        assertThat(ContainerNeeds.of(pulled("example/app:1")).noNewPrivileges().isKnown())
                .isFalse();
    }

    @Test
    void aStepDownIsNoReasonForAUser() {
        assertThat(ContainerNeeds.of(pulled("postgres:15")).account()).isInstanceOf(Answer.None.class);
    }
}

package dev.drydock.checklist;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.model.UserName;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the services of compose files say: users, digests, privileges, limits. */
final class ServiceObservations {
    private final Project project;
    private final Knowledge knowledge;

    ServiceObservations(Project project, Knowledge knowledge) {
        this.project = project;
        this.knowledge = knowledge;
    }

    /** What is said of a service: a text, and whether it is good. */
    private record Said(String text, boolean good) {}

    private List<Observation> each(BiFunction<ProjectFile, ComposeService, Optional<Said>> judge) {
        List<Observation> seen = new ArrayList<>();
        project.files(FileKind.COMPOSE)
                .filter(file -> !file.compose().hasErrors())
                .forEach(file -> {
                    for (ComposeService service : project.compose(file).services()) {
                        judge.apply(file, service).ifPresent(said -> {
                            int first = service.entry().line();
                            int last =
                                    file.source().line(service.entry().range().end());
                            Evidence evidence = new Evidence(
                                    Optional.of(file.path()),
                                    first,
                                    "service " + service.name() + " " + said.text(),
                                    said.good());
                            seen.add(new Observation(evidence, last));
                        });
                    }
                });
        return seen;
    }

    List<Observation> users() {
        return each((file, service) ->
                service.user().flatMap(Setting::text).map(user -> new Said("runs as " + user, !UserName.isRoot(user))));
    }

    List<Observation> digests() {
        return each((file, service) -> service.build().isPresent()
                ? Optional.empty()
                : service.image()
                        .flatMap(Setting::text)
                        .map(image -> ImageReference.parse(image)
                                .filter(reference -> reference.digest().isPresent())
                                .map(reference -> new Said("names its image by digest", true))
                                .orElse(new Said("names " + image + " without a digest", false))));
    }

    List<Observation> privileges() {
        return each((file, service) -> {
            if (service.isOn("privileged")) {
                return Optional.of(new Said("is privileged", false));
            }
            boolean none = service.strings("cap_drop").stream().anyMatch("ALL"::equalsIgnoreCase);
            return Optional.of(
                    none
                            ? new Said("drops all capabilities", true)
                            : new Said("keeps the default capabilities", false));
        });
    }

    List<Observation> sockets() {
        return each((file, service) -> {
            boolean socket = service.volumes().stream()
                    .anyMatch(mount -> mount.source().filter(this::isSocket).isPresent());
            if (socket && isProxy(service)) {
                return Optional.of(new Said("lets only chosen requests through to the Docker socket", true));
            }
            return Optional.of(
                    socket ? new Said("is given the Docker socket", false) : new Said("has no Docker socket", true));
        });
    }

    private boolean isProxy(ComposeService service) {
        boolean proxy = service.image()
                .flatMap(Setting::text)
                .flatMap(ImageReference::parse)
                .filter(image -> knowledge.hostPaths().isSocketProxy(image.canonicalName()))
                .isPresent();
        return proxy
                && service.environment().stream()
                        .noneMatch(pair -> pair.key().equals("POST")
                                && !pair.value().filter("0"::equals).isPresent());
    }

    private boolean isSocket(String source) {
        return knowledge.hostPaths().isDaemonSocket(source);
    }

    List<Observation> limits() {
        return each((file, service) -> {
            List<String> missing = new ArrayList<>();
            if (service.limits().memory().isEmpty()) {
                missing.add("memory");
            }
            if (service.limits().cpus().isEmpty()) {
                missing.add("processors");
            }
            if (service.limits().pids().isEmpty()) {
                missing.add("processes");
            }
            return Optional.of(
                    missing.isEmpty()
                            ? new Said("has limits", true)
                            : new Said("has no limit of " + String.join(", ", missing), false));
        });
    }

    List<Observation> networks() {
        return each((file, service) -> {
            Optional<String> mode = service.networkMode().flatMap(Setting::text);
            if (mode.filter("host"::equals).isPresent()) {
                return Optional.of(new Said("is on the network of the host", false));
            }
            boolean own = !service.networks().isEmpty();
            return Optional.of(new Said(
                    own ? "names its networks" : "is on the default network, where no rule finds it too open", true));
        });
    }

    List<Observation> readOnly() {
        return each((file, service) -> Optional.of(
                service.isOn("read_only")
                        ? new Said("has a read-only root", true)
                        : new Said("can write to its root", false)));
    }
}

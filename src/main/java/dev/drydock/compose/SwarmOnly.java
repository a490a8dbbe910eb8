package dev.drydock.compose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a compose file says to {@code docker stack deploy} alone; compose leaves it, or refuses it. Source: compose specification,
 * deploy; docker/compose, which makes no overlay network and knows no secrets of an engine.
 */
final class SwarmOnly {
    private static final List<String> KEYS =
            List.of("endpoint_mode", "labels", "mode", "placement", "rollback_config", "update_config");

    private SwarmOnly() {}

    static Optional<String> of(ComposeFile file) {
        return file.services().stream()
                .flatMap(service -> ofDeploy(service).stream())
                .findFirst()
                .or(() -> file.networks().stream()
                        .filter(network ->
                                network.text("driver").filter("overlay"::equals).isPresent())
                        .filter(network -> !network.isOn("attachable"))
                        .map(network -> "the overlay network " + network.name())
                        .findFirst())
                .or(() -> Stream.concat(
                                file.secrets().stream().map(secret -> ofEngine(secret, "secret")),
                                file.configs().stream().map(config -> ofEngine(config, "config")))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<String> ofDeploy(ComposeService service) {
        return service.setting("deploy")
                .flatMap(deploy -> KEYS.stream()
                        .filter(key -> service.inside(deploy, key).isPresent())
                        .findFirst())
                .map("deploy."::concat);
    }

    private static Optional<String> ofEngine(Definition definition, String kind) {
        return definition.isExternal()
                ? Optional.of("the external " + kind + " " + definition.name())
                : Optional.empty();
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.CommandValue;
import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.knowledge.SocketClient;
import dev.drydock.transform.builtin.SocketUser;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * A service that alone has the socket of the daemon, on an internal network with the one service that asks it, and lets through
 * what that one needs.
 *
 * @param image of the proxy
 * @param service which has the socket today
 * @param mount of the socket
 * @param client what the service asks, and how it is told of the proxy
 */
record SocketProxy(String image, ComposeService service, VolumeMount mount, SocketClient client) {
    private static final String SOCKET = "/var/run/docker.sock";

    /** Returns why the proxy cannot be put there, or empty. */
    Optional<String> obstacle() {
        ComposeFile file = service.file();
        Optional<Setting> volumes = service.setting("volumes");
        if (service.networkMode().isPresent()) {
            return Optional.of("it uses the network of the host or of another service");
        }
        boolean taken = file.service(SocketUser.PROXY).isPresent()
                || file.networks().stream().anyMatch(network -> network.name().equals(SocketUser.NETWORK));
        if (taken && present().isEmpty()) {
            return Optional.of("the file has a service or network of the name of the proxy");
        }
        boolean own = mount.provenance().isOwn()
                && volumes.filter(setting -> setting.provenance().isOwn()
                                && !setting.isAliased()
                                && setting.value() instanceof YamlSequence)
                        .isPresent()
                && service.reaches().size() <= 1
                && service.bases().isEmpty();
        if (!own || !(file.section("services").map(YamlEntry::value).orElse(null) instanceof YamlMapping)) {
            return Optional.of("the mount comes from another place, or others share it");
        }
        return plan().obstacle().or(this::deaf);
    }

    /** Returns the proxy that another service of the file has already. */
    private Optional<ComposeService> present() {
        return service.file()
                .service(SocketUser.PROXY)
                .filter(proxy -> proxy.image()
                        .flatMap(Setting::text)
                        .filter(present -> tagged(present).equals(tagged(image)))
                        .isPresent())
                .filter(proxy ->
                        proxy.networks().stream().allMatch(link -> link.name().equals(SocketUser.NETWORK)))
                .filter(proxy -> proxy.ownEntry("environment")
                        .filter(entry -> entry.value() instanceof YamlMapping)
                        .isPresent());
    }

    /** Returns an image without its digest. */
    private static String tagged(String image) {
        int digest = image.indexOf('@');
        return digest < 0 ? image : image.substring(0, digest);
    }

    private NetworkPlan plan() {
        return new NetworkPlan(service.file(), List.of(), List.of(service), Optional.of(SocketUser.NETWORK));
    }

    /** Returns why the service cannot be told of the proxy. */
    private Optional<String> deaf() {
        if (client.variable().isPresent()) {
            boolean set = service.environment().stream()
                    .map(KeyValue::key)
                    .anyMatch(client.variable().get()::equals);
            boolean shared = service.setting("environment")
                    .filter(setting ->
                            setting.isAliased() || !setting.provenance().isOwn())
                    .isPresent();
            return set || shared
                    ? Optional.of("its environment says already where the daemon is, or comes from another place")
                    : Optional.empty();
        }
        Optional<CommandValue> command = service.command();
        boolean told = command.filter(CommandValue::isList)
                .filter(value -> value.setting().provenance().isOwn()
                        && !value.setting().isAliased()
                        && value.setting().value() instanceof YamlSequence)
                .filter(value -> value.words().stream()
                        .anyMatch(word -> word.startsWith(client.beside().orElse(""))))
                .filter(value -> value.words().stream()
                        .noneMatch(word -> word.startsWith(client.argument().orElse("-"))))
                .isPresent();
        return told
                ? Optional.empty()
                : Optional.of("where it is told of the daemon is not here: set "
                        + client.argument().orElse("").replace("--", "") + " to " + SocketUser.ADDRESS + " there");
    }

    void write(YamlEditor editor) {
        HostTransform.delete(editor, service.setting("volumes").orElseThrow(), List.of(mount.item()));
        tell(editor);
        plan().write(editor);
        Optional<ComposeService> present = present();
        if (present.isEmpty()) {
            editor.insertInto(service.file().section("services").orElseThrow(), SocketUser.PROXY, proxy());
            return;
        }
        List<String> allowed =
                present.get().environment().stream().map(KeyValue::key).toList();
        client.allows().stream()
                .filter(group -> !allowed.contains(group))
                .forEach(group -> editor.insertInto(
                        present.get().ownEntry("environment").orElseThrow(), group, YamlValue.number(1)));
    }

    private void tell(YamlEditor editor) {
        if (client.variable().isEmpty()) {
            YamlSequence words =
                    (YamlSequence) service.command().orElseThrow().setting().value();
            editor.appendItem(words, YamlValue.string(client.argument().orElseThrow() + "=" + SocketUser.ADDRESS));
            return;
        }
        String variable = client.variable().get();
        Optional<YamlEntry> environment = service.ownEntry("environment");
        if (environment.isEmpty()) {
            editor.insertLast(
                    service.mapping().orElseThrow(),
                    "environment",
                    YamlValue.map().with(variable, SocketUser.ADDRESS));
        } else if (environment.get().value() instanceof YamlSequence list) {
            editor.appendItem(list, YamlValue.string(variable + "=" + SocketUser.ADDRESS));
        } else {
            editor.insertInto(environment.get(), variable, YamlValue.string(SocketUser.ADDRESS));
        }
    }

    private YamlValue proxy() {
        YamlValue.MapValue groups = YamlValue.map();
        for (String group : client.allows()) {
            groups = groups.with(group, YamlValue.number(1));
        }
        YamlValue.MapValue proxy = YamlValue.map()
                .with("image", image)
                .with("environment", groups)
                .with("volumes", YamlValue.strings(mount.source().orElse(SOCKET) + ":" + SOCKET + ":ro"))
                .with("networks", YamlValue.strings(SocketUser.NETWORK));
        return service.setting("restart")
                .flatMap(Setting::text)
                .map(restart -> proxy.with("restart", restart))
                .orElse(proxy);
    }

    /** Returns what has to be true for the service to go on. */
    List<String> assumptions() {
        return List.of(SocketUser.assumption("The service " + service.name(), client));
    }
}

package dev.drydock.compose;

import dev.drydock.syntax.Problem;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What compose files mean to the views: each part with the line it is written on, and with whom an edit there reaches. */
public final class ComposeDump {
    private static final Set<String> SHOWN = Set.of(
            "image",
            "build",
            "environment",
            "env_file",
            "ports",
            "volumes",
            "secrets",
            "configs",
            "networks",
            "depends_on",
            "links",
            "labels",
            "command",
            "entrypoint",
            "healthcheck",
            "deploy",
            "mem_limit",
            "cpus",
            "pids_limit",
            "extends");

    private final StringBuilder out = new StringBuilder();

    private ComposeDump() {}

    /** Returns the dump of a file that is judged alone. */
    public static String of(ComposeFile file) {
        ComposeDump dump = new ComposeDump();
        dump.file(file);
        return dump.out.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
    private void line(String format, Object... arguments) {
        out.append(String.format(format, arguments)).append('\n');
    }

    private void file(ComposeFile file) {
        line("%s%s", file.form(), ComposeFile.looksLikeCompose(file.yaml()) ? "" : ", not recognised by content");
        file.name().ifPresent(name -> line("name %s", name.value()));
        file.version().ifPresent(version -> line("version %s", version.value()));
        file.includes()
                .forEach(include -> line(
                        "include %s",
                        include.paths().stream().map(YamlScalar::value).toList()));
        for (YamlEntry fragment : file.fragments()) {
            line("fragment %s", fragment.keyText().orElseThrow());
        }
        file.services().forEach(this::service);
        definitions("network", file.networks());
        definitions("volume", file.volumes());
        definitions("secret", file.secrets());
        definitions("config", file.configs());
        for (Problem problem : file.problems()) {
            SourceText source = file.yaml().source();
            int start = problem.range().start();
            line("%d:%d %s: %s", source.line(start), source.column(start), problem.severity(), problem.message());
        }
    }

    private void definitions(String kind, List<Definition> definitions) {
        for (Definition definition : definitions) {
            line(
                    "%s %s%s%s",
                    kind,
                    definition.name(),
                    definition.isExternal() ? " external" : "",
                    definition.text("file").map(path -> " from " + path).orElse(""));
        }
    }

    private void service(ComposeService service) {
        line("service %s%s", service.name(), service.mapping().isEmpty() ? " (an alias)" : "");
        service.extended()
                .ifPresent(base -> line(
                        "  extends %s%s%s",
                        base.service(),
                        base.file().map(path -> " of " + path).orElse(""),
                        service.hasUnknownBase() ? ", unknown" : ""));
        service.image().ifPresent(image -> line("  image %s%s", image.text().orElse("?"), at(image)));
        service.build().ifPresent(this::build);
        service.command().ifPresent(command -> command("command", command));
        service.entrypoint().ifPresent(command -> command("entrypoint", command));
        service.healthTest().ifPresent(command -> command("health test", command));
        service.environment().forEach(pair -> pair("env", pair));
        service.labels().forEach(pair -> pair("label", pair));
        if (!service.envFiles().isEmpty()) {
            line("  env files %s", service.envFiles());
        }
        service.ports().forEach(this::port);
        service.volumes().forEach(this::volume);
        service.secrets().forEach(grant -> grant("secret", grant));
        service.configs().forEach(grant -> grant("config", grant));
        service.networks().forEach(link -> link("network", link));
        service.dependsOn().forEach(link -> link("depends on", link));
        service.links().forEach(link -> link("links to", link));
        limits(service.limits());
        for (String key : new TreeSet<>(service.keys())) {
            if (!SHOWN.contains(key)) {
                Setting setting = service.setting(key).orElseThrow();
                line("  %s %s%s", key, service.strings(key), at(setting));
            }
        }
    }

    private static String at(Setting setting) {
        return at(setting.entry().line(), setting.provenance())
                + (setting.isAliased() ? " to line " + setting.value().line() : "");
    }

    private static String at(int line, Provenance provenance) {
        String reaches = provenance.isShared()
                ? provenance.reaches().stream().sorted().collect(Collectors.joining(", ", " shared by ", ""))
                : "";
        return " @" + line + (provenance.isOwn() ? "" : " " + provenance.origin()) + reaches;
    }

    private void build(ServiceBuild build) {
        line(
                "  build %s%s%s%s%s%s",
                build.context(),
                build.dockerfilePath().map(path -> " with " + path).orElse(""),
                build.dockerfileInline()
                        .map(inline -> " inline of " + inline.value().length() + " characters")
                        .orElse(""),
                build.target()
                        .flatMap(Setting::text)
                        .map(stage -> " target " + stage)
                        .orElse(""),
                build.isLocal() ? "" : " not local",
                at(build.setting()));
        build.args().forEach(pair -> pair("build arg", pair));
        build.secrets().forEach(grant -> grant("build secret", grant));
    }

    private void command(String what, CommandValue command) {
        line("  %s %s%s%s", what, command.isList() ? "list " : "string ", command.words(), at(command.setting()));
    }

    private void pair(String what, KeyValue pair) {
        String value = pair.value()
                .map(text -> "=" + text + (pair.interpolation().orElseThrow().isStatic() ? "" : " (variable)"))
                .orElse(" passed through");
        line("  %s %s%s%s", what, pair.key(), value, at(pair.element().line(), pair.provenance()));
    }

    private void port(PortMapping port) {
        line(
                "  port %s ip=%s published=%s target=%s/%s%s%s%s",
                port.isShort() ? "short" : "long",
                port.hostIp().orElse("*"),
                port.publishedPorts().map(Object::toString).orElse("-"),
                port.targetPorts().map(Object::toString).orElse("?"),
                port.protocol(),
                port.unknown() ? " unknown" : "",
                port.isOnAllInterfaces() ? " on all interfaces" : "",
                at(port.item().line(), port.provenance()));
    }

    private void volume(VolumeMount mount) {
        line(
                "  %s %s%s -> %s%s%s%s%s",
                mount.isShort() ? "short" : "long",
                mount.type(),
                mount.source().map(source -> " " + source).orElse(""),
                mount.target(),
                mount.options().isEmpty() ? "" : " " + mount.options(),
                mount.readOnly() ? " read-only" : "",
                mount.unknown() ? " unknown" : "",
                at(mount.item().line(), mount.provenance()));
    }

    private void grant(String what, Grant grant) {
        line(
                "  %s %s%s%s%s",
                what,
                grant.source(),
                grant.target().map(target -> " as " + target).orElse(""),
                grant.mode().map(mode -> " mode " + mode).orElse(""),
                at(grant.item().line(), grant.provenance()));
    }

    private void link(String what, Link link) {
        line(
                "  %s %s%s%s",
                what,
                link.name(),
                link.options().isPresent() ? " with options" : "",
                at(link.element().line(), link.provenance()));
    }

    private void limits(Limits limits) {
        limit("memory", limits.memory());
        limit("cpus", limits.cpus());
        limit("pids", limits.pids());
        limits.deployLimits().ifPresent(mapping -> line("  limits belong to deploy @%d", mapping.line()));
    }

    private void limit(String what, Optional<Setting> limit) {
        limit.ifPresent(setting -> line("  limit %s %s%s", what, setting.text().orElse("?"), at(setting)));
    }
}

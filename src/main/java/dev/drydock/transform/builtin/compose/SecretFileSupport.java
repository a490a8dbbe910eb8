package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.CommandValue;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.WholeWords;
import dev.drydock.transform.builtin.CodeMentions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a service can read a secret from a file instead of from its environment. */
final class SecretFileSupport {
    private static final int LARGEST = 1 << 18;
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "/bin/sh", "/bin/bash", "/bin/ash");

    /** Keys that say where variables and files come from, or what is built. */
    private static final Set<String> ELSEWHERE =
            Set.of("environment", "env_file", "secrets", "configs", "build", "image", "extends", "networks", "volumes");

    private final Project project;
    private final ProjectFile file;
    private final Siblings siblings;
    private final ComposeService service;
    private final RunImage image;
    private final Knowledge knowledge;
    private final CodeMentions code;

    SecretFileSupport(Project project, ProjectFile file, ComposeService service, RunImage image, Knowledge knowledge) {
        this.project = project;
        this.file = file;
        this.siblings = Siblings.of(project, file);
        this.service = service;
        this.image = image;
        this.knowledge = knowledge;
        this.code = new CodeMentions(
                project.workspace(),
                service.build()
                        .filter(ServiceBuild::isLocal)
                        .flatMap(build -> file.path().parent().resolve(build.context())));
    }

    /**
     * Returns the variable that names the file, if the image is known to read one for this secret, or the code that is built
     * names it.
     */
    Optional<String> fileVariable(EnvironmentSecret secret) {
        if (service.build().isPresent()) {
            return Optional.of(secret.name() + "_FILE")
                    .filter(name -> code.of(name).isPresent());
        }
        return image.facts()
                .filter(facts -> facts.isVerified("secret-files"))
                .flatMap(facts -> facts.secretFiles().fileVariable(secret.name()));
    }

    /** Returns why there is no such variable. */
    String lack(EnvironmentSecret secret) {
        if (service.build().isPresent()) {
            return "the code that is built does not mention " + secret.name() + "_FILE";
        }
        if (image.facts().isEmpty()) {
            return "cannot tell whether the image reads " + secret.name() + " from a file";
        }
        return Optional.ofNullable(image.facts().get().secretFiles().traps().get(secret.name() + "_FILE"))
                .map(what -> secret.name() + "_FILE does not work: " + what)
                .orElse(image.display() + " reads no file for " + secret.name());
    }

    /** Returns who reads the file, for a person. */
    String reader(EnvironmentSecret secret) {
        return code.of(secret.name() + "_FILE")
                .map(path -> "the code of " + path)
                .orElse("the entrypoint of the image");
    }

    /** Returns why the variable of this service has to stay, or empty. */
    Optional<String> obstacle(EnvironmentSecret secret, String fileVariable) {
        if (service.mapping().isEmpty()
                || !secret.pair().provenance().isOwn()
                || secret.pair().provenance().isShared()) {
            return Optional.of(secret.name() + " comes from another place, or others take it from here");
        }
        if (secret.pair().isBroughtElsewhere()) {
            return Optional.of("another place takes the value by its anchor, and would get the path of the file");
        }
        boolean own = service.build().isPresent();
        if (!own
                && (service.entrypoint().isPresent()
                        || service.command().filter(SecretFileSupport::isShell).isPresent())) {
            return Optional.of("another command than that of the image starts, and may not read " + fileVariable);
        }
        List<ComposeService> heirs = new ContainerUses(project, file).heirs(service);
        Optional<ComposeService> heir =
                heirs.stream().filter(each -> each.file() != service.file()).findFirst();
        if (heir.isPresent()) {
            return Optional.of("the service " + heir.get().name()
                    + " of another file extends this one, and would not have the secret, which this file defines");
        }
        if (isSetElsewhere(secret, fileVariable, heirs)) {
            return Optional.of(secret.name() + " or " + fileVariable + " is set in another place, too");
        }
        Optional<String> idle = idle();
        if (idle.isPresent()) {
            return Optional.of(idle.get() + " lets everybody in without the password; take that away first");
        }
        Optional<String> use = Stream.of(Stream.of(service), heirs.stream(), siblings.named(service.name()))
                .flatMap(services -> services)
                .flatMap(each -> use(each, secret.name()).stream())
                .findFirst();
        if (use.isPresent()) {
            return Optional.of("the " + use.get() + " of the service uses the variable " + secret.name());
        }
        VariableReaders readers = new VariableReaders(project, file, service);
        Optional<String> inside = readers.of(secret.name())
                .or(() -> readers.ofJobs(secret.name(), knowledge))
                .or(() -> mounted(secret.name(), fileVariable));
        if (inside.isPresent()) {
            return Optional.of(inside.get() + " reads the variable " + secret.name()
                    + " in the container, where only the entrypoint would know the file");
        }
        return service.envFiles().stream()
                .filter(path -> !isWithout(path, secret.name()))
                .findFirst()
                .map(path -> "the env_file " + path + " may set or use " + secret.name() + ", too");
    }

    /** Both forms together stop most images, wherever the other one comes from: a merge, a base, an heir, a file that is merged. */
    private boolean isSetElsewhere(EnvironmentSecret secret, String fileVariable, List<ComposeService> heirs) {
        return Stream.of(Stream.of(service), heirs.stream(), siblings.named(service.name()))
                .flatMap(services -> services)
                .flatMap(each -> Stream.of(secret.name(), fileVariable).flatMap(name -> each.setters(name).stream()))
                .anyMatch(setter -> setter != secret.pair().element());
    }

    /** Returns the setting beside the secret with which nobody is asked for it. */
    private Optional<String> idle() {
        return image.facts()
                .flatMap(facts -> service.environment().stream()
                        .filter(pair -> pair.value()
                                .filter(value -> value.equals(
                                        facts.secretFiles().idleWith().get(pair.key())))
                                .isPresent())
                        .map(pair -> pair.key() + "=" + pair.value().orElseThrow())
                        .findFirst());
    }

    private static boolean isShell(CommandValue command) {
        List<String> words = command.words();
        String first = words.isEmpty() ? "" : words.get(0);
        int blank = first.indexOf(' ');
        return SHELLS.contains(command.isList() || blank < 0 ? first : first.substring(0, blank));
    }

    /** What is mounted runs in the container, and knows what Docker knows. */
    private Optional<String> mounted(String name, String fileVariable) {
        return new MountedReaders(
                        project,
                        file,
                        service,
                        service.build()
                                .filter(ServiceBuild::isLocal)
                                .flatMap(build -> file.path().parent().resolve(build.context())),
                        image.facts()
                                .filter(facts -> facts.secretFiles().exported())
                                .isPresent(),
                        Set.copyOf(image.facts().map(ImageFacts::volumes).orElse(List.of())))
                .of(name, fileVariable);
    }

    /** Returns the key, or the other variable, whose text says the name, and which the container gets or runs. */
    private static Optional<String> use(ComposeService service, String name) {
        return service.keys().stream()
                .filter(key -> !ELSEWHERE.contains(key))
                .filter(key -> mentions(service, key, name))
                .findFirst()
                .or(() -> service.environment().stream()
                        .filter(pair -> !pair.key().equals(name))
                        .filter(pair -> pair.interpolation().stream()
                                .flatMap(text -> text.parts().stream())
                                .anyMatch(part -> part instanceof Interpolation.Part.Literal literal
                                        && WholeWords.contains(literal.text(), name)))
                        .map(pair -> "variable " + pair.key())
                        .findFirst());
    }

    private static boolean mentions(ComposeService service, String key, String name) {
        return service.setting(key)
                .filter(setting -> setting.value()
                        .source()
                        .text()
                        .substring(
                                setting.value().range().start(),
                                setting.value().range().end())
                        .contains(name))
                .isPresent();
    }

    private boolean isWithout(String path, String name) {
        return file.path()
                .parent()
                .resolve(path)
                .flatMap(found -> project.workspace().read(found, LARGEST))
                .map(bytes -> DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)))
                .filter(variables -> !variables.containsKey(name)
                        && variables.values().stream().noneMatch(value -> WholeWords.contains(value, name)))
                .isPresent();
    }
}

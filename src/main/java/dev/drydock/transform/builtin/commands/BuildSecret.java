package dev.drydock.transform.builtin.commands;

import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Locale;
import java.util.Optional;

/** Reports secrets that are handed to a build as build arguments. They go together with the Dockerfile that takes them. */
public final class BuildSecret extends CommandTransform {
    public BuildSecret() {
        super("build-secret");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.command().action() != ContainerCommand.Action.BUILD) {
            return;
        }
        Secrets secrets = subject.knowledge().secrets();
        for (ContainerCommand.Flag flag : subject.command().flags("build-arg")) {
            String setting = flag.text();
            int equals = setting.indexOf('=');
            String name = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            Optional<SecretKind> kind = name.isEmpty() || name.indexOf('$') >= 0
                    ? Optional.empty()
                    : secrets.judge(name, value).filter(found -> found.nature() != SecretKind.Nature.WEAK);
            kind.ifPresent(found -> subject.advise(
                    Subject.place(flag),
                    "the history of the image shows the build argument " + name,
                    advice(name, found)));
        }
    }

    private static String advice(String name, SecretKind kind) {
        String secret =
                "let the Dockerfile mount it (drydock explain arg-secret-to-mount) and hand it over with --secret id="
                        + name.toLowerCase(Locale.ROOT) + ",env=" + name;
        return kind.isLeaked() ? "rotate it, since its value stands in the file; then " + secret : secret;
    }
}

package dev.drydock.compose;

import dev.drydock.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * How the image of a service is built: {@code build: .} or the long form (compose-spec, build).
 *
 * @param setting the key {@code build}
 * @param context the folder or URL as it is written; {@code .} if the long form names none
 * @param contextNode the scalar that names the context
 * @param dockerfile the Dockerfile as it is written, relative to the context
 * @param dockerfileInline the scalar that holds a Dockerfile
 * @param target the stage
 * @param args the build arguments
 * @param secrets the secrets of the build
 */
public record ServiceBuild(
        Setting setting,
        String context,
        Optional<YamlScalar> contextNode,
        Optional<Setting> dockerfile,
        Optional<YamlScalar> dockerfileInline,
        Optional<Setting> target,
        List<KeyValue> args,
        List<Grant> secrets) {

    public ServiceBuild {
        args = List.copyOf(args);
        secrets = List.copyOf(secrets);
    }

    /** Returns whether only the context is named, as a string. */
    public boolean isShort() {
        return setting.value() instanceof YamlScalar;
    }

    /** Returns whether the context is a folder next to the file and no URL or unknown variable. */
    public boolean isLocal() {
        Interpolation interpolation = Interpolation.of(context);
        return interpolation.isStatic() && !context.contains("://") && !context.startsWith("git@");
    }

    /** Returns the path of the Dockerfile relative to the folder of the compose file, if it is certain. */
    public Optional<String> dockerfilePath() {
        if (!isLocal() || dockerfileInline.isPresent()) {
            return Optional.empty();
        }
        String name = dockerfile.flatMap(Setting::text).orElse("Dockerfile");
        if (!Interpolation.of(name).isStatic() || context.startsWith("/") || context.startsWith("~")) {
            return Optional.empty();
        }
        return Optional.of(context.endsWith("/") ? context + name : context + "/" + name);
    }
}

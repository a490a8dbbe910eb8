package dev.drydock.compose;

import dev.drydock.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        return Interpolation.of(context).isStatic() && !isRemote(context);
    }

    private static boolean isRemote(String context) {
        return context.contains("://") || context.startsWith("git@");
    }

    /** Returns the path of the Dockerfile relative to the folder of the compose file, if it is certain. */
    public Optional<String> dockerfilePath() {
        return path(text -> Interpolation.of(text).isStatic() ? Optional.of(text) : Optional.empty());
    }

    /** Returns the same with the variables of an environment file put in, and defaults where it has none. */
    public Optional<String> dockerfilePath(Map<String, String> variables) {
        return path(text -> Interpolation.of(text).evaluate(variables));
    }

    private Optional<String> path(Function<String, Optional<String>> reading) {
        Optional<String> folder = reading.apply(context);
        Optional<String> name = reading.apply(dockerfile.flatMap(Setting::text).orElse("Dockerfile"));
        boolean local = folder.filter(text -> !isRemote(text) && !text.startsWith("/") && !text.startsWith("~"))
                .isPresent();
        if (!local || name.isEmpty() || dockerfileInline.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(folder.get().endsWith("/") ? folder.get() + name.get() : folder.get() + "/" + name.get());
    }
}

package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.edit.Safety;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops {@code --platform=$TARGETPLATFORM}, which is what FROM does anyway. */
public final class RedundantPlatform extends DockerfileTransform {
    private static final String MESSAGE = "FROM takes the target platform anyway";
    private static final String VARIABLE = "TARGETPLATFORM";
    private static final Set<String> DEFAULT = Set.of("$TARGETPLATFORM", "${TARGETPLATFORM}");

    public RedundantPlatform() {
        super("redundant-platform");
    }

    @Override
    protected void inspect(Subject subject) {
        boolean overridden = subject.build().file().globalArguments().stream()
                .flatMap(argument -> argument.pairs().stream())
                .anyMatch(pair ->
                        pair.name().equals(VARIABLE) && pair.equalsToken().isPresent());
        for (Stage stage : subject.build().file().stages()) {
            FromInstruction from = stage.from();
            Optional<Flag> platform = from.platform()
                    .filter(flag -> flag.value().filter(DEFAULT::contains).isPresent());
            if (platform.isPresent() && overridden) {
                subject.abstain(platform.get().range(), MESSAGE, "an ARG gives " + VARIABLE + " a value of its own");
            } else if (platform.isPresent()) {
                subject.repair(
                        platform.get().range(),
                        MESSAGE,
                        "drop the flag",
                        Safety.SAFE,
                        List.of(subject.editor().deleteFlag(from, platform.get())));
            }
        }
    }
}

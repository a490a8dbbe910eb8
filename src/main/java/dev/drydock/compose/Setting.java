package dev.drydock.compose;

import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * A key of a service, or of something inside it, as it takes effect.
 *
 * @param key the name of the key
 * @param entry the entry that sets it; its value may be an alias
 * @param value the value, an alias resolved
 * @param provenance where the entry is written
 */
public record Setting(String key, YamlEntry entry, YamlNode value, Provenance provenance) {

    /** Returns the text of a scalar, variables as they are written. */
    public Optional<String> text() {
        return value.asScalar().filter(scalar -> !scalar.isNull()).map(YamlScalar::value);
    }

    /** Returns the text of a scalar with its variables told apart. */
    public Optional<Interpolation> interpolation() {
        return text().map(Interpolation::of);
    }

    /** Returns what a switch is set to; empty if it is no boolean, or a variable decides. */
    public Optional<Boolean> flag() {
        return value.asScalar().flatMap(YamlScalar::asBoolean);
    }

    public boolean isOn() {
        return flag().orElse(false);
    }

    /** Returns whether the value is brought in by an alias, so that editing it needs a value of its own first. */
    public boolean isAliased() {
        return entry.value() instanceof YamlAlias;
    }

    /** Returns the scalars of a value that may be one string or a list of them; other items are left out. */
    public List<YamlScalar> scalars() {
        if (value instanceof YamlSequence sequence) {
            return sequence.values()
                    .flatMap(item -> item.resolved().stream())
                    .flatMap(item -> item.asScalar().stream())
                    .toList();
        }
        return value.asScalar().filter(scalar -> !scalar.isNull()).stream().toList();
    }

    /** Returns the texts of {@link #scalars}. */
    public List<String> strings() {
        return scalars().stream().map(YamlScalar::value).toList();
    }
}

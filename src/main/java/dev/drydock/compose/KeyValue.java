package dev.drydock.compose;

import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.Optional;

/**
 * One pair of a value that compose takes as a mapping or as a list: environment, build arguments, labels.
 *
 * @param key the name
 * @param value the text as it is written; empty if only the name is, which takes the value from where compose runs
 * @param element the entry ({@code KEY: value}) or the item ({@code - KEY=value}) that sets it
 * @param node the scalar that holds the value: the value of the entry, or the whole {@code KEY=value} of the item
 * @param provenance where it is written
 */
public record KeyValue(String key, Optional<String> value, YamlElement element, YamlNode node, Provenance provenance) {

    /** Returns whether the pair stands in a mapping rather than in a list. */
    public boolean isEntry() {
        return element instanceof YamlEntry;
    }

    /** Returns whether the scalar that an edit of the pair changes is brought by its anchor to other places as well. */
    public boolean isBroughtElsewhere() {
        YamlNode edited = element instanceof YamlEntry entry ? entry.value() : node;
        return edited.anchor().isPresent()
                && edited.document()
                        .descendants(YamlAlias.class)
                        .anyMatch(alias -> alias.target().filter(edited::equals).isPresent());
    }

    /**
     * Returns whether the container gets the value as it is written: compose reads {@code KEY: 0777} as a number, and passes it
     * as 511.
     */
    public boolean isPassedAsWritten() {
        return !isEntry()
                || node.asScalar()
                        .filter(scalar -> scalar.isPlain() && !PlainText.isKept(scalar.value()))
                        .filter(scalar -> scalar.tag().filter("!!str"::equals).isEmpty())
                        .isEmpty();
    }

    /** Returns the value with its variables told apart. */
    public Optional<Interpolation> interpolation() {
        return value.map(Interpolation::of);
    }

    /** Returns the text that {@link #node} must get so that the pair has another value. */
    public String spelledWith(String newValue) {
        return isEntry() ? newValue : key + "=" + newValue;
    }

    /** Does not print the value, which may be a secret. */
    @Override
    public String toString() {
        return "KeyValue[" + key + "]";
    }

    static Optional<KeyValue> of(YamlEntry entry, Provenance provenance) {
        return entry.keyText().map(key -> {
            YamlNode node = entry.value().resolved().orElse(entry.value());
            Optional<String> value =
                    node.isNull() ? Optional.empty() : node.asScalar().map(YamlScalar::value);
            return new KeyValue(key, value, entry, node, provenance);
        });
    }

    static KeyValue of(YamlElement item, YamlScalar scalar, Provenance provenance) {
        String text = scalar.value();
        int equals = text.indexOf('=');
        return equals < 0
                ? new KeyValue(text, Optional.empty(), item, scalar, provenance)
                : new KeyValue(
                        text.substring(0, equals), Optional.of(text.substring(equals + 1)), item, scalar, provenance);
    }
}

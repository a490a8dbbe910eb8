package dev.drydock.compose;

import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One volume of a service, in short form {@code [SOURCE:]TARGET[:OPTIONS]} or in long form (compose-spec, 05-services).
 *
 * @param type what is mounted
 * @param source the host path or volume name as it is written; empty for anonymous volumes and tmpfs
 * @param target the path in the container as it is written
 * @param options of the short form: {@code ro}, {@code z} ...
 * @param readOnly whether the container cannot write to it
 * @param unknown whether variables without a value take part, so that the parts may be other than they look
 * @param item the item of the list
 * @param node the scalar of the short form, the mapping of the long form
 */
public record VolumeMount(
        Type type,
        Optional<String> source,
        String target,
        List<String> options,
        boolean readOnly,
        boolean unknown,
        YamlItem item,
        YamlNode node,
        Provenance provenance) {

    /** What a mount is of. */
    public enum Type {
        BIND,
        VOLUME,
        TMPFS,
        /** A named pipe, an image, a cluster volume, or what a variable decides. */
        OTHER
    }

    public VolumeMount {
        options = List.copyOf(options);
    }

    public boolean isShort() {
        return node instanceof YamlScalar;
    }

    /** Returns the text of the short form with one more option. */
    public String shortWithOption(String option) {
        String text = ((YamlScalar) node).value();
        return options.isEmpty() ? text + ":" + option : text + "," + option;
    }

    static Optional<VolumeMount> of(YamlItem item, YamlNode node, Merges merges, Provenance provenance) {
        if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            return Optional.of(ofShort(scalar, item, provenance));
        }
        return node.asMapping().map(mapping -> ofLong(mapping, item, merges, provenance));
    }

    private static VolumeMount ofShort(YamlScalar scalar, YamlItem item, Provenance provenance) {
        List<String> parts = split(scalar.value());
        Optional<String> source = parts.size() > 1 ? Optional.of(parts.get(0)) : Optional.empty();
        String target = parts.size() > 1 ? parts.get(1) : parts.get(0);
        List<String> options = parts.size() > 2 ? Interpolation.split(parts.get(2), ',') : List.of();
        boolean unknown =
                !Interpolation.of(scalar.value()).isStatic() && parts.stream().anyMatch(VolumeMount::mayHoldColon);
        return new VolumeMount(
                source.map(VolumeMount::typeOf).orElse(Type.VOLUME),
                source,
                target,
                options,
                options.contains("ro"),
                unknown,
                item,
                scalar,
                provenance);
    }

    private static boolean mayHoldColon(String part) {
        // A part that is more than a variable is a path with a variable in it, and paths hold no colons.
        return Interpolation.of(part).isOnlyVariable();
    }

    /** Splits at colons, not at the one of a Windows drive ({@code C:\data:/data}). */
    private static List<String> split(String text) {
        List<String> pieces = Interpolation.split(text, ':');
        List<String> parts = new ArrayList<>();
        for (String piece : pieces) {
            int last = parts.size() - 1;
            boolean drive = last >= 0
                    && parts.get(last).length() == 1
                    && Character.isLetter(parts.get(last).charAt(0))
                    && (piece.startsWith("\\") || (piece.startsWith("/") && last == 0 && pieces.size() > 2));
            if (drive) {
                parts.set(last, parts.get(last) + ":" + piece);
            } else {
                parts.add(piece);
            }
        }
        return parts;
    }

    private static Type typeOf(String source) {
        boolean drive = source.length() > 2 && source.charAt(1) == ':' && Character.isLetter(source.charAt(0));
        if (source.startsWith("/") || source.startsWith(".") || source.startsWith("~") || drive) {
            return Type.BIND;
        }
        if (source.startsWith("\\\\")) {
            return Type.OTHER;
        }
        Interpolation interpolation = Interpolation.of(source);
        if (interpolation.startsWithVariable()) {
            // The default tells: ${DATA:-./data}. Without one, a variable followed by more is a folder with a path in
            // it.
            Optional<String> value = interpolation.evaluate(Map.of()).filter(text -> !text.startsWith("$"));
            return value.map(VolumeMount::typeOf).orElse(interpolation.isOnlyVariable() ? Type.OTHER : Type.BIND);
        }
        return Type.VOLUME;
    }

    private static VolumeMount ofLong(YamlMapping mapping, YamlItem item, Merges merges, Provenance provenance) {
        Texts texts = new Texts(merges.entries(mapping));
        Type type = switch (texts.text("type").orElse("")) {
            case "bind" -> Type.BIND;
            case "volume" -> Type.VOLUME;
            case "tmpfs" -> Type.TMPFS;
            default -> Type.OTHER;
        };
        return new VolumeMount(
                type,
                texts.text("source"),
                texts.text("target").orElse(""),
                List.of(),
                texts.isOn("read_only"),
                false,
                item,
                mapping,
                provenance);
    }
}

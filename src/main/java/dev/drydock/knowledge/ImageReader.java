package dev.drydock.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns one entry of an image file into {@link ImageFacts} for a tag. */
final class ImageReader {
    /** Stands for the last component of the repository name in entries that cover many repositories. */
    private static final String APP = "{app}";

    /** Stands for a family that nobody has looked up, where a pattern below it would match. */
    private static final String UNKNOWN = "unknown";

    private final Function<String, OsFamily> families;

    ImageReader(Function<String, OsFamily> families) {
        this.families = families;
    }

    /**
     * The facts at {@code tag}: those of the entry, with the ones of the first variant that matches the tag instead, and with
     * those of the first that is for older tags.
     */
    ImageFacts read(String name, String app, Fields entry, String tag) {
        List<Fields> variants = entry.fieldsList("variants");
        Optional<Fields> other = variants.stream()
                .filter(variant -> Glob.matchesAny(variant.texts("tags"), tag))
                .findFirst();
        Optional<Fields> older =
                variants.stream().filter(variant -> isOlder(variant, tag)).findFirst();
        Fields fields = entry;
        for (Fields variant : Stream.concat(other.stream(), older.stream()).toList()) {
            fields = fields.overriddenBy(variant, "variants", "tags", "before");
        }
        fields.texts("aliases");
        fields.text("like");
        fields.has("variants");
        ImageFacts facts = facts(name, app, fields, family(fields, tag));
        fields.end();
        return facts;
    }

    /** Whether a tag is older than the versions that a variant names. */
    private static boolean isOlder(Fields variant, String tag) {
        List<TagVersion> first = variant.texts("before").stream()
                .map(text -> TagVersion.of(text).orElseThrow(() -> variant.error("before", "is no version: " + text)))
                .toList();
        return !first.isEmpty()
                && TagVersion.of(tag).filter(version -> version.isBefore(first)).isPresent();
    }

    private Optional<OsFamily> family(Fields fields, String tag) {
        if (fields.isText("family")) {
            return named(fields.requiredText("family"));
        }
        for (Map.Entry<String, String> each : fields.textMap("family").entrySet()) {
            if (Glob.matchesAny(List.of(each.getKey().split("\\|", -1)), tag)) {
                return named(each.getValue());
            }
        }
        return Optional.empty();
    }

    private Optional<OsFamily> named(String family) {
        return family.equals(UNKNOWN) ? Optional.empty() : Optional.of(families.apply(family));
    }

    private static ImageFacts facts(String name, String app, Fields fields, Optional<OsFamily> family) {
        boolean verified = fields.flag("verified", true);
        Set<String> unverified = fields.textSet("unverified");
        return new ImageFacts(
                name,
                Enums.parse(ImageClass.class, fields, "class"),
                family,
                fields.text("package-manager").or(() -> family.flatMap(OsFamily::packageManager)),
                fields.has("shells")
                        ? fields.texts("shells")
                        : family.map(OsFamily::shells).orElse(List.of()),
                fields.text("user").orElse("root"),
                users(fields, family),
                fields.text("service-user"),
                fields.fields("step-down").map(StepDown::read),
                AddUser.read(fields),
                fields.text("unprivileged-variant"),
                fields.has("capabilities")
                        ? Optional.of(CapabilityNeeds.read(fields, verified && !unverified.contains("capabilities")))
                        : Optional.empty(),
                lists(fields, "program-capabilities"),
                lists(fields, "settings-capabilities"),
                lists(fields, "variable-capabilities"),
                fields.fields("read-only")
                        .map(needs ->
                                named(app, ReadOnlyNeeds.read(needs, verified && !unverified.contains("read-only")))),
                fields.text("no-new-privileges"),
                named(app, fields.texts("writable")),
                named(app, fields.texts("volumes")),
                ports(fields, "ports"),
                ports(fields, "agent-ports"),
                fields.fields("secret-files").map(SecretFiles::read).orElse(SecretFiles.none()),
                fields.textSet("not-secret"),
                fields.textSet("setuid-tools"),
                fields.textSet("needs"),
                fields.textMap("environment"),
                fields.text("entrypoint"),
                fields.textSet("commands"),
                fields.text("stop-signal"),
                fields.text("workdir"),
                fields.textSet("has"),
                fields.textSet("lacks"),
                fields.texts("notes"),
                verified,
                unverified,
                fields.requiredText("source"));
    }

    private static List<ImagePort> ports(Fields fields, String name) {
        return fields.texts(name).stream()
                .map(port -> ImagePort.parse(fields, port))
                .toList();
    }

    static Map<String, List<String>> lists(Fields fields, String name) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        fields.fields(name).ifPresent(each -> {
            each.names().forEach(key -> result.put(key, each.texts(key)));
            each.end();
        });
        return Collections.unmodifiableMap(result);
    }

    /** An account is {@code uid:gid}, or a mapping from family (or {@code *}) to that where the variants differ. */
    private static Map<String, Account> users(Fields fields, Optional<OsFamily> family) {
        Map<String, Account> result = new LinkedHashMap<>();
        fields.fields("users").ifPresent(users -> {
            for (String name : users.names()) {
                if (users.isText(name)) {
                    result.put(name, Account.parse(users, name, users.requiredText(name)));
                    continue;
                }
                Map<String, String> byFamily = users.textMap(name);
                String ids = family.map(each -> byFamily.get(each.id())).orElse(byFamily.getOrDefault("*", "unknown"));
                result.put(name, Account.parse(users, name, ids));
            }
        });
        return Collections.unmodifiableMap(result);
    }

    private static List<String> named(String app, List<String> paths) {
        return paths.stream().map(path -> path.replace(APP, app)).toList();
    }

    private static ReadOnlyNeeds named(String app, ReadOnlyNeeds needs) {
        return new ReadOnlyNeeds(
                needs.possible(),
                needs.tmpfs().stream()
                        .map(each -> new Tmpfs(each.path().replace(APP, app), each.options()))
                        .toList(),
                named(app, needs.volumes()),
                needs.notWithMounts(),
                needs.notWithVariables(),
                needs.onlyWith(),
                needs.moves(),
                needs.streams(),
                needs.scripts(),
                needs.notWithSettings(),
                needs.stores(),
                needs.prefix(),
                needs.addsIpv6(),
                needs.note(),
                needs.verified());
    }
}

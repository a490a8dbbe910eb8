package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Setting;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.SecretKind.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A variable of a service whose value is a secret that everybody can read who has the file.
 *
 * @param service the service that sets it
 * @param pair the variable; its value is never printed
 * @param value what the container gets; empty if a variable with a default decides
 * @param kind why it counts as a secret
 * @param isGuessable whether the value is a default that everybody knows, or is made of what stands beside it in the open: the user,
 *     the database, the service, the image
 */
record EnvironmentSecret(
        ComposeService service, KeyValue pair, Optional<String> value, SecretKind kind, boolean isGuessable) {
    /** What the last word of a variable says that is no secret: {@code POSTGRES_USER}, {@code MYSQL_DATABASE}. */
    private static final Set<String> OPEN_WORDS =
            Set.of("USER", "USERNAME", "USR", "LOGIN", "DB", "DATABASE", "DBNAME", "NAME", "BUCKET", "HOST");

    /** Returns the secrets that stand in the environment of a service, in the order of the text. */
    static List<EnvironmentSecret> of(ComposeService service, RunImage image, Knowledge knowledge) {
        Set<String> harmless = image.facts().map(ImageFacts::notSecret).orElse(Set.of());
        List<EnvironmentSecret> secrets = new ArrayList<>();
        for (KeyValue pair : service.environment()) {
            Optional<Interpolation> text = pair.interpolation();
            if (text.isEmpty() || harmless.contains(pair.key()) || isFileVariable(pair)) {
                continue;
            }
            Optional<SecretKind> kind = knowledge
                    .secrets()
                    .judge(pair.key(), effective(text.get()).orElse(pair.value().get()));
            kind.filter(found -> found.nature() != Nature.UNSET && found.nature() != Nature.REFERENCE)
                    .filter(found -> text.get().isStatic() || hasDefault(text.get(), pair, knowledge))
                    .ifPresent(found -> secrets.add(new EnvironmentSecret(
                            service, pair, text.get().literal(), found, isGuessable(service, pair, found, knowledge))));
        }
        return secrets;
    }

    /** What the container gets where nobody sets a variable; empty if that is not known. */
    private static Optional<String> effective(Interpolation text) {
        return text.literal()
                .or(() -> Optional.of(text)
                        .filter(Interpolation::isOnlyVariable)
                        .map(only -> only.parts().get(0))
                        .filter(Interpolation.Part.Variable.class::isInstance)
                        .map(Interpolation.Part.Variable.class::cast)
                        .filter(variable -> variable.operator().endsWith("-")
                                && variable.operand().isStatic())
                        .map(variable -> variable.operand().text()));
    }

    private static Optional<String> effective(KeyValue pair) {
        return pair.interpolation().flatMap(EnvironmentSecret::effective);
    }

    /** {@code ${PASSWORD:-secret}}: the default is the secret. Text around a variable only describes it. */
    private static boolean hasDefault(Interpolation text, KeyValue pair, Knowledge knowledge) {
        return text.isOnlyVariable()
                && text.parts().get(0) instanceof Interpolation.Part.Variable variable
                && variable.operator().endsWith("-")
                && variable.operand().isStatic()
                && knowledge
                        .secrets()
                        .judge(pair.key(), variable.operand().text())
                        .filter(kind -> kind.nature() != Nature.UNSET)
                        .isPresent();
    }

    private static boolean isFileVariable(KeyValue pair) {
        return pair.key().endsWith("_FILE") || pair.key().startsWith("FILE__");
    }

    /** What the container gets where nobody sets a variable. */
    Optional<String> effectiveValue() {
        return effective(pair);
    }

    String name() {
        return pair.key();
    }

    private static boolean isGuessable(ComposeService service, KeyValue pair, SecretKind kind, Knowledge knowledge) {
        return kind.nature() == Nature.WEAK
                || effective(pair)
                        .filter(text -> knowledge.secrets().isGuessable(text, openNames(service, pair)))
                        .isPresent();
    }

    private static List<String> openNames(ComposeService service, KeyValue pair) {
        List<String> names = new ArrayList<>(List.of(service.name(), pair.key()));
        service.image()
                .flatMap(Setting::text)
                .map(EnvironmentSecret::withoutDigest)
                .ifPresent(names::add);
        service.environment().stream()
                .filter(other -> other.element() != pair.element() && isOpen(other))
                .flatMap(other -> effective(other).stream())
                .forEach(names::add);
        return names;
    }

    private static String withoutDigest(String image) {
        int at = image.indexOf('@');
        return at < 0 ? image : image.substring(0, at);
    }

    /** A user or a database; another password with the same value makes neither of them known. */
    private static boolean isOpen(KeyValue other) {
        List<String> words = List.of(other.key().toUpperCase(Locale.ROOT).split("_"));
        return OPEN_WORDS.contains(words.get(words.size() - 1));
    }

    boolean isPlainName() {
        return !name().isEmpty()
                && !Character.isDigit(name().charAt(0))
                && name().chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }

    /** Does not print the value. */
    @Override
    public String toString() {
        return "EnvironmentSecret[" + service.name() + " " + name() + "]";
    }
}

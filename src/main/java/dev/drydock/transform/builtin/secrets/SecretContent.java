package dev.drydock.transform.builtin.secrets;

import dev.drydock.compose.DotEnv;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a file holds a secret, by its name and by what stands in it. */
public final class SecretContent {
    private SecretContent() {}

    /**
     * Returns whether the file is one that should not be in an image.
     *
     * @param path where it is, with {@code /} between the parts
     * @param content what it holds; empty if that is not known, or too much
     */
    public static boolean in(Secrets secrets, String path, Optional<byte[]> content) {
        Optional<Secrets.FileKind> kind = secrets.file(path);
        if (kind.isEmpty() || content.isEmpty()) {
            return false;
        }
        String text = new String(content.get(), StandardCharsets.UTF_8);
        return switch (kind.get()) {
            case ENVIRONMENT ->
                hasVariable(secrets, text) || !secrets.find(text).isEmpty();
            case PRIVATE_KEY -> text.indexOf('\0') >= 0 || !secrets.find(text).isEmpty();
            case CREDENTIALS ->
                SettingsFile.hasLiteral(text)
                        || SettingsFile.hasOpaqueValue(text)
                        || !secrets.find(text).isEmpty();
            case BY_CONTENT ->
                SettingsFile.hasLiteral(text) || !secrets.find(text).isEmpty();
            case APPLICATION, STATE -> false;
        };
    }

    private static boolean hasVariable(Secrets secrets, String text) {
        return DotEnv.parse(text).entrySet().stream()
                .flatMap(each -> secrets.judge(each.getKey(), each.getValue()).stream())
                .anyMatch(SecretKind::isLeaked);
    }
}

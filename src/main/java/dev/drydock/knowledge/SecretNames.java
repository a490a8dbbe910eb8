package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names of variables announce a secret. */
final class SecretNames {
    private final Set<String> words;
    private final List<String> endings;
    private final Set<String> pluralsAfter;
    private final Set<String> about;
    private final Set<String> text;
    private final Set<String> harmless;
    private final Set<String> exact;
    private final Set<String> harmlessExact;
    private final Set<String> addresses;
    private final Set<String> last;
    private final Set<String> logins;

    SecretNames(Fields fields) {
        words = fields.textSet("words");
        endings = fields.texts("endings");
        pluralsAfter = fields.textSet("plurals-after");
        about = fields.textSet("about");
        text = fields.textSet("text");
        harmless = fields.textSet("harmless");
        exact = fields.textSet("exact");
        harmlessExact = fields.textSet("harmless-exact");
        addresses = fields.textSet("addresses");
        last = fields.textSet("last");
        logins = fields.textSet("logins");
        fields.end();
    }

    boolean isSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (exact.contains(upper)) {
            return true;
        }
        if (harmlessExact.contains(upper)) {
            return false;
        }
        List<String> parts = words(name);
        if (parts.isEmpty() || about.contains(parts.get(parts.size() - 1))) {
            return false;
        }
        return parts.stream().noneMatch(harmless::contains) && hasSecretWord(parts);
    }

    /** Whether the value is a secret when it is an account and its password. */
    boolean isLogin(String name) {
        return logins.contains(name.toUpperCase(Locale.ROOT));
    }

    /** Whether the value is an address that may carry a password. */
    boolean isAddress(String name) {
        return addresses.contains(name.toUpperCase(Locale.ROOT));
    }

    private boolean hasSecretWord(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean plural =
                    (part.equals("keys") || part.equals("tokens")) && i > 0 && pluralsAfter.contains(parts.get(i - 1));
            boolean ends = i > 0 && i == parts.size() - 1 && last.contains(part);
            // In front, KEY and AUTH say what the rest is about: KEY_COLOR, AUTH_BACKEND_CLASS.
            boolean leading =
                    i < parts.size() - 1 && (part.equals("key") || part.equals("auth") || part.equals("webhook"));
            boolean speaks = parts.subList(i + 1, parts.size()).stream().anyMatch(text::contains);
            if (!speaks
                    && (plural
                            || ends
                            || (words.contains(part) && !leading)
                            || endings.stream().anyMatch(part::endsWith))) {
                return true;
            }
        }
        return false;
    }

    /** The words of a name in lower case: {@code dbPassword}, {@code DB_PASSWORD} and {@code db-password} are the same. */
    static List<String> words(String name) {
        List<String> result = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean separator = i == name.length() || "_-.".indexOf(name.charAt(i)) >= 0;
            boolean hump = !separator
                    && i > start
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if ((separator || hump) && i > start) {
                result.add(name.substring(start, i).toLowerCase(Locale.ROOT));
            }
            if (separator) {
                start = i + 1;
            } else if (hump) {
                start = i;
            }
        }
        return result;
    }
}

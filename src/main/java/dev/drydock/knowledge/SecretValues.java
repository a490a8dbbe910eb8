package dev.drydock.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the value of a variable that is named like a secret amounts to. */
final class SecretValues {
    private static final int FINGERPRINT = 40;

    private final Set<String> weak;
    private final List<String> weakPatterns;
    private final PlaceholderWords placeholders;
    private final Set<String> harmless;
    private final List<String> harmlessEndings;
    private final Set<String> nameHolders;
    private final Set<String> nameHolderWords;
    private final Set<String> namesEndWith;
    private final Set<String> methods;

    SecretValues(Fields fields) {
        weak = fields.textSet("weak");
        weakPatterns = fields.texts("weak-patterns");
        placeholders = new PlaceholderWords(fields.textSet("placeholder-words"));
        harmless = fields.textSet("harmless");
        harmlessEndings = fields.texts("harmless-endings");
        nameHolders = fields.textSet("name-holders");
        nameHolderWords = fields.textSet("name-holder-words");
        methods = fields.textSet("methods");
        namesEndWith = fields.textSet("names-end-with");
        fields.end();
    }

    /** Whether the value says that the variable holds no secret after all: a switch, a path, a key fingerprint. */
    boolean isHarmless(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean path = value.startsWith("/run/secrets/") || value.startsWith("/") || value.startsWith("./");
        return harmless.contains(lower)
                || (path && value.indexOf(' ') < 0)
                || harmlessEndings.stream().anyMatch(lower::endsWith)
                || isFingerprint(value)
                || isPrompt(value);
    }

    /** Letters and blanks that end with a colon or a question mark ask people for a secret and are none. */
    private static boolean isPrompt(String value) {
        String text = value.strip();
        int last = text.length() - 1;
        return last > 0
                && (text.charAt(last) == ':' || (text.charAt(last) == '?' && text.indexOf(' ') > 0))
                && text.substring(0, last).chars().allMatch(c -> Character.isLetter(c) || c == ' ');
    }

    /** Whether the value is the name under which a secret is kept: words of lower case with hyphens or underscores between. */
    boolean isNameOfSecret(String variable, String value) {
        List<String> words = List.of(value.split("[-_]", -1));
        return (nameHolders.contains(variable.toUpperCase(Locale.ROOT)) || nameHolderWords.contains(lastWord(variable)))
                && words.size() > 1
                && namesEndWith.contains(words.get(words.size() - 1))
                && words.stream().noneMatch(String::isEmpty)
                && value.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-' || c == '_');
    }

    /** Whether the value says how people log in, and not with what: {@code REGISTRY_AUTH=htpasswd}. */
    boolean isMethod(String variable, String value) {
        return lastWord(variable).equals("auth") && methods.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String lastWord(String variable) {
        List<String> words = SecretNames.words(variable);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    /** Whether the value is an account with its password: {@code admin:secret}; what is all digits behind the colon is a port. */
    static boolean isLogin(String value) {
        int colon = value.indexOf(':');
        String password = value.substring(colon + 1);
        return colon > 0
                && !password.isEmpty()
                && password.charAt(0) != '/'
                && password.charAt(0) != '$'
                && !password.chars().allMatch(Character::isDigit)
                && value.chars().noneMatch(Character::isWhitespace)
                && value.substring(0, colon)
                        .chars()
                        .allMatch(c -> Character.isLetterOrDigit(c) || "._@+-".indexOf(c) >= 0);
    }

    /**
     * Whether everybody can guess the value.
     *
     * @param openNames what stands beside it for all to read: the variable, the service, the user
     */
    boolean isWeak(String value, Collection<String> openNames) {
        String lower = withoutQuotes(value).toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                || weak.contains(lower)
                || weak.contains(lettersAndDigits(lower))
                || Glob.matchesAny(weakPatterns, lower)
                || openNames.stream().anyMatch(lower::equalsIgnoreCase)
                || placeholders.makeUp(withoutQuotes(value), openNames);
    }

    /** In a list of variables quotes are a part of the value: {@code - PASSWORD=""}. */
    private static String withoutQuotes(String value) {
        int last = value.length() - 1;
        boolean quoted = last > 0
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(last) == value.charAt(0);
        return quoted ? value.substring(1, last) : value;
    }

    private static String lettersAndDigits(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().filter(Character::isLetterOrDigit).forEach(c -> text.append((char) c));
        return text.toString();
    }

    /** Whether the whole value is {@code $NAME} or {@code ${...}}: the secret itself stands elsewhere. */
    static boolean isReference(String value) {
        if (value.startsWith("${") && value.endsWith("}")) {
            return value.indexOf('}') == value.length() - 1 && !hasDefault(value);
        }
        return value.length() > 1
                && value.charAt(0) == '$'
                && value.chars().skip(1).allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    /** {@code ${NAME:-value}} and {@code ${NAME-value}} with a default that is not empty itself carry a value. */
    private static boolean hasDefault(String reference) {
        int at = 2;
        while (at < reference.length()
                && (Character.isLetterOrDigit(reference.charAt(at)) || reference.charAt(at) == '_')) {
            at++;
        }
        int colon = reference.charAt(at) == ':' ? at + 1 : at;
        return reference.charAt(colon) == '-' && colon + 1 < reference.length() - 1;
    }

    /** Forty upper-case hexadecimal digits, perhaps in groups: an OpenPGP fingerprint, which is public. */
    private static boolean isFingerprint(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F')) {
                digits++;
            } else if (c != ' ') {
                return false;
            }
        }
        return digits > 0 && digits % FINGERPRINT == 0;
    }
}

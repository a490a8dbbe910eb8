package dev.drydock.knowledge;

import dev.drydock.knowledge.SecretKind.Nature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a secret looks like: in the name of a variable, in a value or text, in the name of a file. */
public final class Secrets {
    /** Longer texts are not searched to their end; nobody writes a token there. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final String KEY_START = "-----BEGIN ";
    private static final String KEY_NAME = "PRIVATE KEY";
    private static final int KEY_HEADER = 60;
    private static final String URL_PASSWORD = "url-password";

    private final SecretNames names;
    private final SecretValues values;
    private final PasswordHashes hashes;
    private final Set<String> accountImages;
    private final List<SecretFormat> formats = new ArrayList<>();
    private final Map<FileKind, Supplier<FilePatterns>> files = new LinkedHashMap<>();

    private final List<String> templateEndings;
    private final List<String> templateReaders;
    private final Map<String, List<String>> envFileReaders;
    private final Set<String> envFileBuilders;

    /** Why a file should not be in an image. */
    public enum FileKind {
        /** Variables for a run. */
        ENVIRONMENT,
        PRIVATE_KEY,
        CREDENTIALS,
        /** Settings that hold a secret only when their content has one. */
        BY_CONTENT,
        /** Settings that the application needs: to report, not to remove. */
        APPLICATION,
        /** State and histories. */
        STATE
    }

    /** Patterns for the names of files, and for those of them that are meant otherwise. */
    private record FilePatterns(List<String> globs, List<String> except) {
        static FilePatterns of(Fields fields) {
            return new FilePatterns(fields.texts("globs"), fields.texts("except"));
        }
    }

    Secrets(Fields fields) {
        names = new SecretNames(section(fields, "names"));
        values = new SecretValues(section(fields, "values"));
        hashes = new PasswordHashes(fields.texts("hashes"));
        accountImages = fields.textSet("account-images");
        fields.fieldsMap("formats").forEach((id, format) -> formats.add(new SecretFormat(id, format)));
        fields.fieldsMap("files")
                .forEach((kind, globs) -> files.put(
                        Enums.parse(FileKind.class, fields, "files", kind), new Lazy<>(() -> FilePatterns.of(globs))));
        Fields templates = section(fields, "templates");
        templateEndings = templates.texts("endings");
        templateReaders = templates.texts("readers");
        templates.end();
        envFileReaders = fields.textsMap("env-file-readers");
        envFileBuilders = fields.textSet("env-file-builders");
        fields.text("source");
        fields.end();
    }

    /** Tells of the hashes of passwords in a text. */
    void findHashes(String text, NamedValues.Sink sink) {
        hashes.find(text, sink);
    }

    /** Whether the command of an image is a list of accounts with their passwords: {@code user:password:uid}. */
    public boolean takesAccounts(String image) {
        int slash = image.lastIndexOf('/');
        int end = image.indexOf('@') >= 0 ? image.indexOf('@') : image.indexOf(':', Math.max(slash, 0));
        String name = end < 0 ? image : image.substring(0, end);
        int first = name.indexOf('/');
        boolean host = first > 0 && name.substring(0, first).indexOf('.') > 0;
        return accountImages.contains(host ? name.substring(first + 1) : name);
    }

    /** Whether a variable of this name holds a secret with some values. */
    boolean mayBeSecret(String name) {
        return names.isSecret(name) || names.isLogin(name);
    }

    /** Whether the name of a variable announces a secret, whatever its value. */
    public boolean isSecretName(String name) {
        return names.isSecret(name);
    }

    /**
     * What a variable with a literal value amounts to; empty when it is no secret. The value is compared as it is, without
     * quotes; a value with {@code $} is a reference when nothing else is in it.
     */
    public Optional<SecretKind> judge(String name, String value) {
        List<SecretMatch> found = find(value);
        if (!found.isEmpty()) {
            boolean weak = found.stream().allMatch(match -> isWeakInAddress(match, value, List.of(name)));
            return Optional.of(
                    weak
                            ? new SecretKind(Nature.WEAK, URL_PASSWORD)
                            : found.get(0).kind());
        }
        if (names.isLogin(name) && SecretValues.isLogin(value)) {
            boolean weak = values.isWeak(
                    value.substring(value.indexOf(':') + 1), List.of(name, value.substring(0, value.indexOf(':'))));
            return Optional.of(new SecretKind(weak ? Nature.WEAK : Nature.LITERAL, "login"));
        }
        if (!names.isSecret(name) || values.isMethod(name, value) || (values.isHarmless(value) && !value.isEmpty())) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of(new SecretKind(Nature.UNSET, "name"));
        }
        boolean weak = values.isWeak(value, List.of(name));
        if (!weak && values.isNameOfSecret(name, value)) {
            return Optional.empty();
        }
        if (SecretValues.isReference(value)) {
            return Optional.of(new SecretKind(Nature.REFERENCE, "name"));
        }
        return Optional.of(new SecretKind(weak ? Nature.WEAK : Nature.LITERAL, "name"));
    }

    /** Whether a value that is known to be a secret is neither a switch or path nor a default that everybody knows. */
    public boolean isLiteral(String value) {
        return !values.isHarmless(value) && !values.isWeak(value, List.of());
    }

    /**
     * Whether a value is one that everybody can guess who reads what stands beside it; of an address, whether its passwords are.
     *
     * @param openNames what stands beside it for all to read: the service, the image, the user, the database
     */
    public boolean isGuessable(String value, Collection<String> openNames) {
        List<SecretMatch> found = find(value);
        return found.isEmpty()
                ? values.isWeak(value, openNames)
                : found.stream().allMatch(match -> isWeakInAddress(match, value, openNames));
    }

    /** The user before the password and the host behind it are open names, too. */
    private boolean isWeakInAddress(SecretMatch match, String value, Collection<String> openNames) {
        if (match.kind().nature() != Nature.URL_PASSWORD) {
            return false;
        }
        Set<String> names = new LinkedHashSet<>(openNames);
        int user = value.lastIndexOf("://", match.start());
        names.add(value.substring(user + 3, match.start() - 1));
        names.add(host(value, match.end() + 1));
        return values.isWeak(value.substring(match.start(), match.end()), names);
    }

    private static String host(String value, int start) {
        int end = start;
        while (end < value.length() && (Character.isLetterOrDigit(value.charAt(end)) || value.charAt(end) == '-')) {
            end++;
        }
        return value.substring(Math.min(start, value.length()), end);
    }

    /** The tokens, private keys and passwords in addresses inside a text, in the order of the text, without overlaps. */
    public List<SecretMatch> find(String text) {
        String searched = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<SecretMatch> all = new ArrayList<>();
        formats.forEach(format -> all.addAll(format.find(searched)));
        privateKeys(searched, all);
        urlPasswords(searched, all);
        all.sort(Secrets::byPlace);
        List<SecretMatch> result = new ArrayList<>();
        for (SecretMatch match : all) {
            if (result.isEmpty()
                    || match.start() >= result.get(result.size() - 1).end()) {
                result.add(match);
            }
        }
        return List.copyOf(result);
    }

    /** Whether the variable usually holds an address with a password in it, such as {@code DATABASE_URL}. */
    public boolean isAddress(String name) {
        return names.isAddress(name);
    }

    /** Why the file at this path, with {@code /} between its parts, should not be in an image. */
    public Optional<FileKind> file(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        for (Map.Entry<FileKind, Supplier<FilePatterns>> each : files.entrySet()) {
            FilePatterns patterns = each.getValue().get();
            if (matches(patterns.globs(), path, file) && !matches(patterns.except(), path, file)) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether a file of that name only shows what another one holds. */
    public boolean isTemplate(String fileName) {
        return templateEndings.stream().anyMatch(fileName::endsWith);
    }

    /** The libraries that read a template without being told its name. */
    public List<String> templateReaders() {
        return templateReaders;
    }

    /** The libraries that read {@code .env} by themselves, by the manifest that names them. */
    public Map<String, List<String>> envFileReaders() {
        return envFileReaders;
    }

    /**
     * Returns whether a library reads {@code .env} while an application is built, so that nothing can hand it over later.
     *
     * @param library its name, and what may stand behind that: {@code next in package.json:5}
     */
    public boolean readsEnvFileInBuild(String library) {
        int end = library.indexOf(' ');
        return envFileBuilders.contains(end < 0 ? library : library.substring(0, end));
    }

    /** The patterns of a kind, for an ignore file. */
    public List<String> fileGlobs(FileKind kind) {
        return files.containsKey(kind) ? files.get(kind).get().globs() : List.of();
    }

    /** The files of a kind that are no secrets although a pattern matches. */
    public List<String> fileExceptions(FileKind kind) {
        return files.containsKey(kind) ? files.get(kind).get().except() : List.of();
    }

    private static boolean matches(List<String> globs, String path, String file) {
        for (String glob : globs) {
            boolean match = glob.indexOf('/') < 0
                    ? Glob.matches(glob, file)
                    : Glob.matches(glob, path) || Glob.matches("*/" + glob, path);
            if (match) {
                return true;
            }
        }
        return false;
    }

    private static void privateKeys(String text, List<SecretMatch> result) {
        int at = text.indexOf(KEY_START);
        while (at >= 0) {
            String header = text.substring(at, Math.min(text.length(), at + KEY_HEADER));
            int next = at + KEY_START.length();
            if (firstLine(header).contains(KEY_NAME)) {
                int last = text.indexOf("-----END ", next);
                next = last < 0 ? text.length() : endOfLine(text, last);
                result.add(new SecretMatch(new SecretKind(Nature.PRIVATE_KEY, "private-key"), at, next));
            }
            at = text.indexOf(KEY_START, next);
        }
    }

    private static String firstLine(String text) {
        return text.substring(0, endOfLine(text, 0));
    }

    private static int endOfLine(String text, int from) {
        int line = text.indexOf('\n', from);
        return line < 0 ? text.length() : line;
    }

    /** {@code scheme://user:password@}: the password, unless it is a reference. */
    private static void urlPasswords(String text, List<SecretMatch> result) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int from = at + 3;
            int end = from;
            int colon = -1;
            while (end < text.length() && isUserInfo(text.charAt(end))) {
                colon = colon < 0 && text.charAt(end) == ':' ? end : colon;
                end++;
            }
            boolean closed = end < text.length() && text.charAt(end) == '@';
            if (closed && colon > 0 && end - colon > 1 && text.charAt(colon + 1) != '$') {
                result.add(new SecretMatch(new SecretKind(Nature.URL_PASSWORD, URL_PASSWORD), colon + 1, end));
            }
        }
    }

    private static boolean isUserInfo(char c) {
        return c > ' ' && "/@?#\"'`<>\\".indexOf(c) < 0;
    }

    private static Fields section(Fields fields, String name) {
        return fields.fields(name).orElseGet(() -> new Fields(fields.file(), name, Map.of()));
    }

    /** Of two that begin at one place the longer one goes first. */
    private static int byPlace(SecretMatch one, SecretMatch other) {
        return one.start() != other.start()
                ? Integer.compare(one.start(), other.start())
                : Integer.compare(other.end(), one.end());
    }
}

package dev.drydock.registry;

import dev.drydock.image.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The logins in Docker's {@code config.json}. For one registry, the helper in {@code credHelpers} decides; else the one
 * in {@code credsStore} is asked, and what it does not know is looked up in {@code auths}. Keys are host names, with or
 * without scheme, {@code /v1/} or {@code /v2/}, Docker Hub's in each of its spellings; a key with another path is for
 * the repositories below that path only. Read once, when the first login is needed.
 */
final class DockerConfig {
    private static final String HUB_SERVER = "https://index.docker.io/v1/";
    private static final Set<String> HUB_HOSTS = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");
    private static final long LARGEST_FILE = 1 << 20;

    private final Path file;
    private final CredentialHelper helper;
    private final Map<String, CredentialLookup> answered = new HashMap<>();
    private Optional<JsonObject> content = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private boolean read;

    DockerConfig(RegistryOptions options) {
        this.file = options.dockerConfig().resolve("config.json");
        this.helper = new CredentialHelper(options);
    }

    /** Returns what is known for this registry and repository. A helper is run at most once for each registry. */
    synchronized CredentialLookup find(String domain, String repository) throws InterruptedException {
        readOnce();
        if (content.isEmpty()) {
            return new CredentialLookup(Optional.empty(), problem);
        }
        JsonObject config = content.get();
        String host = normalisedHost(domain);
        Optional<String> ownHelper = helperFor(config.object("credHelpers"), host);
        if (ownHelper.isPresent()) {
            return ask(ownHelper.get(), host);
        }
        Optional<String> store = config.string("credsStore").filter(name -> !name.isEmpty());
        CredentialLookup stored = store.isPresent() ? ask(store.get(), host) : CredentialLookup.none();
        if (stored.credential().isPresent()) {
            return stored;
        }
        CredentialLookup written = inAuths(config.object("auths"), host, repository);
        return written.credential().isPresent() || stored.problem().isEmpty() ? written : stored;
    }

    private void readOnce() {
        if (read) {
            return;
        }
        read = true;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problem = Optional.of(file + " is too large");
                return;
            }
            content = JsonObject.parse(Files.readAllBytes(file));
            problem = content.isEmpty() ? Optional.of(file + " is not a JSON object") : Optional.empty();
        } catch (NoSuchFileException e) {
            problem = Optional.empty();
        } catch (IOException e) {
            problem = Optional.of(file + " cannot be read");
        }
    }

    private CredentialLookup ask(String name, String host) throws InterruptedException {
        CredentialLookup known = answered.get(host);
        if (known != null) {
            return known;
        }
        CredentialLookup answer = helper.get(name, isHub(host) ? HUB_SERVER : host);
        answered.put(host, answer);
        return answer;
    }

    private static Optional<String> helperFor(JsonObject helpers, String host) {
        for (String key : helpers.names()) {
            if (normalisedHost(hostOf(key)).equals(host)) {
                return helpers.string(key).filter(name -> !name.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static CredentialLookup inAuths(JsonObject auths, String host, String repository) {
        CredentialLookup best = CredentialLookup.none();
        int longest = -1;
        for (String key : auths.names()) {
            String path = pathOf(key);
            boolean covers = path.isEmpty() || (repository + "/").startsWith(path + "/");
            if (path.length() > longest && covers && normalisedHost(hostOf(key)).equals(host)) {
                CredentialLookup login = login(auths.object(key));
                if (login.credential().isPresent() || login.problem().isPresent()) {
                    best = login;
                    longest = path.length();
                }
            }
        }
        return best;
    }

    private static CredentialLookup login(JsonObject entry) {
        Optional<String> registryToken = entry.string("registrytoken").filter(s -> !s.isEmpty());
        if (registryToken.isPresent()) {
            return CredentialLookup.found(Credential.accessToken(registryToken.get()));
        }
        Optional<String> identityToken = entry.string("identitytoken").filter(s -> !s.isEmpty());
        if (identityToken.isPresent()) {
            return CredentialLookup.found(Credential.identityToken(identityToken.get()));
        }
        Optional<String> auth = entry.string("auth").filter(s -> !s.isEmpty());
        if (auth.isPresent()) {
            return decoded(auth.get());
        }
        Optional<String> password = entry.string("password").filter(s -> !s.isEmpty());
        return password.map(secret -> CredentialLookup.found(
                        Credential.password(entry.string("username").orElse(""), secret)))
                .orElse(CredentialLookup.none());
    }

    /** Base64 of user, colon, password; Docker drops NUL characters that stand around the password. */
    private static CredentialLookup decoded(String auth) {
        try {
            String pair = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                String secret = pair.substring(colon + 1).replace("\0", "");
                return CredentialLookup.found(Credential.password(pair.substring(0, colon), secret));
            }
        } catch (IllegalArgumentException e) {
            return CredentialLookup.problem("the login for this registry in config.json is not Base64");
        }
        return CredentialLookup.problem("the login for this registry in config.json has no colon");
    }

    private static String withoutScheme(String key) {
        int scheme = key.indexOf("://");
        return scheme < 0 ? key : key.substring(scheme + 3);
    }

    private static String hostOf(String key) {
        String address = withoutScheme(key);
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    /** Returns the path of a key without slashes around it; {@code v1} and {@code v2} are no path. */
    private static String pathOf(String key) {
        String address = withoutScheme(key);
        int slash = address.indexOf('/');
        String path = slash < 0 ? "" : address.substring(slash + 1);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.equals("v1") || path.equals("v2") ? "" : path;
    }

    private static String normalisedHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return HUB_HOSTS.contains(lower) ? ImageReference.DEFAULT_DOMAIN : lower;
    }

    private static boolean isHub(String host) {
        return host.equals(ImageReference.DEFAULT_DOMAIN);
    }
}

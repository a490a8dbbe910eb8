package dev.drydock.engine;

import dev.drydock.knowledge.SecretKind;
import dev.drydock.knowledge.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The passwords among the words of a command, by the program in front of them and its options. The program may stand
 * anywhere, because what stands before it may run it.
 *
 * <p>For hiding, not for judging: more counts as a password rather than less.
 */
final class PasswordWords {
    /** Options that a password follows, as the next word, behind = or glued to an option of one letter. */
    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry("redis-cli", Set.of("-a", "--pass")),
            Map.entry("redis-server", Set.of("--requirepass", "--masterauth")),
            Map.entry("valkey-cli", Set.of("-a", "--pass")),
            Map.entry("valkey-server", Set.of("--requirepass", "--masterauth")),
            Map.entry("mysql", Set.of("-p", "--password")),
            Map.entry("mysqladmin", Set.of("-p", "--password")),
            Map.entry("mysqldump", Set.of("-p", "--password")),
            Map.entry("mariadb", Set.of("-p", "--password")),
            Map.entry("mariadb-admin", Set.of("-p", "--password")),
            Map.entry("mariadb-dump", Set.of("-p", "--password")),
            Map.entry("mongo", Set.of("-p", "--password")),
            Map.entry("mongosh", Set.of("-p", "--password")),
            Map.entry("mongodump", Set.of("-p", "--password")),
            Map.entry("sqlcmd", Set.of("-P")),
            Map.entry("sshpass", Set.of("-p")),
            Map.entry("ldapsearch", Set.of("-w")),
            Map.entry("ldapadd", Set.of("-w")),
            Map.entry("ldapmodify", Set.of("-w")),
            Map.entry("openssl", Set.of("-k", "-passin", "-passout", "-pass", "-password")),
            Map.entry("keytool", Set.of("-storepass", "-keypass", "-srcstorepass", "-deststorepass")),
            Map.entry("useradd", Set.of("-p", "--password")),
            Map.entry("usermod", Set.of("-p", "--password")),
            Map.entry("zip", Set.of("-P", "--password")),
            Map.entry("unzip", Set.of("-P")),
            Map.entry("7z", Set.of("-p")),
            Map.entry("twine", Set.of("-p", "--password")),
            Map.entry("docker", Set.of("--password")),
            Map.entry("podman", Set.of("--password")),
            Map.entry("wget", Set.of("--password", "--http-password", "--ftp-password", "--proxy-password")),
            Map.entry("clickhouse-client", Set.of("--password")),
            Map.entry("influx", Set.of("--password", "-password", "--token")));

    /** Options whose password may follow without a blank. */
    private static final Set<String> GLUED = Set.of("-p", "-P", "-a", "-w", "-u", "-U");

    /** Options that are followed by an account and its password: {@code user:password}, {@code user%password}. */
    private static final Map<String, Set<String>> LOGINS = Map.of(
            "curl", Set.of("-u", "--user", "-U", "--proxy-user"),
            "smbclient", Set.of("-U", "--user"),
            "lftp", Set.of("-u"));

    /** Programs with words after which a value or an account and a value stand: the last word is the secret. */
    private static final Map<String, Set<String>> LAST = Map.of(
            "aws", Set.of("aws_secret_access_key", "aws_session_token"),
            "composer", Set.of("http-basic", "github-oauth", "gitlab-token", "bearer"),
            "poetry", Set.of("http-basic", "pypi-token"),
            "rabbitmqctl", Set.of("add_user", "change_password"),
            "npm", Set.of("_auth", "_authToken", "_password"),
            "yarn", Set.of("_auth", "_authToken", "npmAuthToken"),
            "htpasswd", Set.of("-b", "-bc", "-cb", "-nb", "-bn", "-nbB", "-Bbn", "-bB", "-Bb", "-bBc", "-cbB"));

    private final Secrets secrets;
    private final Predicate<String> password;

    PasswordWords(Secrets secrets) {
        this.secrets = secrets;
        password = value -> !value.isEmpty()
                && !value.startsWith("-")
                && secrets.judge("PASSWORD", value).filter(SecretKind::isLeaked).isPresent();
    }

    /** Returns the passwords in a command. */
    List<String> in(List<String> words) {
        List<String> found = new ArrayList<>();
        Set<String> options = Set.of();
        Set<String> logins = Set.of();
        Set<String> last = Set.of();
        boolean mentioned = false;
        boolean accounts = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            String program = word.substring(word.lastIndexOf('/') + 1);
            if (OPTIONS.containsKey(program) || LOGINS.containsKey(program) || LAST.containsKey(program)) {
                options = OPTIONS.getOrDefault(program, Set.of());
                logins = LOGINS.getOrDefault(program, Set.of());
                last = LAST.getOrDefault(program, Set.of());
                mentioned = false;
            }
            for (String option : options) {
                secret(after(option, word, next), found);
            }
            // The server's own settings are given to its image without its name, too.
            if (word.equals("--requirepass") || word.equals("--masterauth")) {
                secret(next, found);
            }
            for (String option : logins) {
                String login = after(option, word, next);
                int mark = Math.max(login.indexOf(':'), login.indexOf('%'));
                if (mark > 0) {
                    secret(login.substring(mark + 1), found);
                }
            }
            String[] account = accounts ? word.split(":", -1) : new String[0];
            if (account.length > 1) {
                secret(account[1], found);
            }
            accounts = accounts || secrets.takesAccounts(word);
            mentioned = mentioned || mentions(word, last);
            header(word, found);
        }
        if (mentioned && !words.isEmpty()) {
            secret(words.get(words.size() - 1), found);
        }
        return found;
    }

    private static boolean mentions(String word, Set<String> names) {
        return names.stream()
                .anyMatch(name -> word.equals(name)
                        || word.startsWith(name + ".")
                        || word.endsWith(":" + name)
                        || word.endsWith("." + name));
    }

    /** Returns what an option is given, without the prefix that openssl has for a password. */
    private static String after(String option, String word, String next) {
        String value = "";
        if (word.equals(option)) {
            value = next;
        } else if (word.startsWith(option + "=")) {
            value = word.substring(option.length() + 1);
        } else if (GLUED.contains(option) && word.startsWith(option)) {
            value = word.substring(2);
        }
        return value.startsWith("pass:") ? value.substring("pass:".length()) : value;
    }

    /** {@code Authorization: Bearer secret}, in a word of its own or behind an option. */
    private void header(String word, List<String> found) {
        String lower = word.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("authorization:");
        if (at >= 0) {
            String value = word.substring(word.lastIndexOf(' ') + 1);
            secret(value, found);
        }
    }

    private void secret(String value, List<String> found) {
        if (password.test(value)) {
            found.add(value);
        }
    }
}

package dev.drydock.written;

import dev.drydock.model.PrivilegedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Settings of servers that are sources themselves: of gunicorn, where {@code user} and {@code group} are what its workers
 * change to, and the ports of gunicorn, Puma and Sinatra.
 */
final class ServerSettings {
    private static final Set<String> ACCOUNTS = Set.of("user", "group");
    /** Settings of gunicorn that few other sources set (gunicorn documentation, Settings). */
    private static final Set<String> GUNICORN =
            Set.of("bind", "wsgi_app", "worker_class", "worker_connections", "worker_tmp_dir", "preload_app");

    private static final Set<String> NOBODY = Set.of("", "0", "root");

    private final List<Lexeme> lexemes;
    private final List<RootUse> uses = new ArrayList<>();

    private ServerSettings(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    /**
     * Returns what only root may do of what a source sets.
     *
     * @param lexemes those of the source
     */
    static List<RootUse> read(String fileName, Language language, String source, List<Lexeme> lexemes) {
        boolean gunicorn = language == Language.PYTHON && (fileName.startsWith("gunicorn") || setsGunicorn(lexemes));
        boolean puma = fileName.startsWith("puma") && language == Language.RUBY;
        boolean sinatra = language == Language.RUBY && source.contains("set ");
        if (!gunicorn && !puma && !sinatra) {
            return List.of();
        }
        ServerSettings settings = new ServerSettings(lexemes);
        for (int i = 0; i < settings.lexemes.size(); i++) {
            if (settings.lexemes.get(i).startsLine() && settings.lexemes.get(i).isWord()) {
                if (gunicorn) {
                    settings.gunicorn(i);
                } else if (puma) {
                    settings.puma(i);
                } else {
                    settings.sinatra(i);
                }
            }
        }
        return List.copyOf(settings.uses);
    }

    /** Settings may have any name, which {@code gunicorn -c} is told; these words at the start of a line are theirs. */
    private static boolean setsGunicorn(List<Lexeme> lexemes) {
        for (int i = 0; i + 1 < lexemes.size(); i++) {
            if (lexemes.get(i).startsLine()
                    && GUNICORN.contains(lexemes.get(i).text())
                    && lexemes.get(i + 1).isSign("=")) {
                return true;
            }
        }
        return false;
    }

    private void gunicorn(int at) {
        if (!is(at + 1, "=") || at + 2 >= lexemes.size()) {
            return;
        }
        Lexeme value = lexemes.get(at + 2);
        String key = lexemes.get(at).text();
        boolean said = value.isText() || value.text().chars().allMatch(Character::isDigit);
        if (ACCOUNTS.contains(key) && said && !NOBODY.contains(value.text())) {
            uses.add(RootUse.user(value.text(), value.line()));
        } else if (key.equals("bind") && value.isText()) {
            port(value.text(), value.line());
        }
    }

    private void puma(int at) {
        boolean named = lexemes.get(at).isWord("port") || lexemes.get(at).isWord("bind");
        if (named && at + 1 < lexemes.size()) {
            port(lexemes.get(at + 1).text(), lexemes.get(at + 1).line());
        }
    }

    /** {@code set :port, 80} and {@code set port: 80}. */
    private void sinatra(int at) {
        if (!lexemes.get(at).isWord("set")) {
            return;
        }
        int name = is(at + 1, ":") ? at + 2 : at + 1;
        int value = name + 2;
        boolean port =
                value < lexemes.size() && lexemes.get(name).isWord("port") && (is(name + 1, ",") || is(name + 1, ":"));
        if (port) {
            port(lexemes.get(value).text(), lexemes.get(value).line());
        }
    }

    private boolean is(int at, String sign) {
        return at < lexemes.size() && lexemes.get(at).isSign(sign);
    }

    private void port(String address, int line) {
        CalledPort.number(address.substring(address.lastIndexOf(':') + 1))
                .filter(PrivilegedPort::is)
                .ifPresent(port -> uses.add(RootUse.port(port, line)));
    }
}

package dev.drydock.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What reaches other machines or services without a compose file saying so. */
public final class Networks {
    private final List<String> runsPrograms;
    private final List<String> connects;
    private final Set<String> findsByLabels;
    private final List<String> variables;
    private final List<String> settings;
    private final Set<String> programs;
    private final List<String> statements;

    Networks(Fields fields) {
        runsPrograms = fields.texts("runs-programs");
        connects = fields.texts("connects");
        findsByLabels = fields.textSet("finds-by-labels");
        variables = fields.texts("variables");
        settings = fields.texts("settings");
        programs = fields.textSet("programs");
        statements = fields.texts("statements");
        fields.text("source");
        fields.end();
    }

    /** Whether a web server runs programs, which may connect to anything; the name is the one of its facts. */
    public boolean runsPrograms(String image) {
        return Glob.matchesAny(runsPrograms, image);
    }

    /** Whether an image connects to a server and to others, although it is known by the name of the server. */
    public boolean connects(String image) {
        return Glob.matchesAny(connects, image);
    }

    /** Whether an image is a proxy that finds containers by their labels, which begin with its name. */
    public boolean findsByLabels(String image) {
        return findsByLabels.contains(image);
    }

    /** The names with which labels for such proxies begin. */
    public Set<String> proxies() {
        return findsByLabels;
    }

    /** Whether a variable is there for a service elsewhere. */
    public boolean isForElsewhere(String variable) {
        return Glob.matchesAny(variables, variable.toLowerCase(Locale.ROOT));
    }

    /** Whether the value of a setting or option is the name of another machine. */
    public boolean namesMachine(String setting) {
        int start = 0;
        while (start < setting.length() && setting.charAt(start) == '-') {
            start++;
        }
        String name = setting.substring(start)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_')
                .replace('.', '_');
        return Glob.matchesAny(settings, name);
    }

    /** Whether a program loads something, or sends something away. */
    public boolean isOutgoing(String program) {
        return programs.contains(program);
    }

    /** The beginnings of statements that connect to another server, in lower case. */
    public List<String> statements() {
        return statements;
    }
}

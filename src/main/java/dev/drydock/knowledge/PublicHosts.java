package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hosts that everybody reaches, and whose certificates a public authority signs. */
public final class PublicHosts {
    private final List<String> patterns = new ArrayList<>();

    PublicHosts(Fields fields) {
        fields.text("source");
        fields.text("checked");
        for (String group : fields.names()) {
            if (fields.isList(group)) {
                patterns.addAll(fields.texts(group));
            }
        }
        fields.end();
    }

    /** Returns whether a host is one of them. Any other may have a certificate that only one company knows. */
    public boolean contains(String host) {
        return Glob.matchesAny(patterns, host.toLowerCase(Locale.ROOT));
    }
}

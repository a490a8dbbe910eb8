package dev.drydock.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The package managers, by command. */
public final class PackageManagers {
    private final Fields fields;
    private final Map<String, String> names = new LinkedHashMap<>();

    PackageManagers(Fields fields) {
        this.fields = fields;
        for (String name : fields.names()) {
            names.put(name, name);
            fields.fields(name).orElseThrow().texts("aliases").forEach(alias -> names.putIfAbsent(alias, name));
        }
    }

    /** The package manager behind a command: {@code apt-get}, {@code pip3}, {@code python3 -m pip}. */
    public Optional<PackageManager> find(String command) {
        return Optional.ofNullable(names.get(command))
                .map(name -> PackageManager.read(name, fields.fields(name).orElseThrow()));
    }

    /** The names of all package managers, without aliases, in the order of the file. */
    public Set<String> names() {
        return fields.names();
    }
}

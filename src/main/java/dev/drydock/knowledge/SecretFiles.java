package dev.drydock.knowledge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables of an image can name a file that holds the value instead of the value.
 *
 * @param form the spelling of the file variable, with {@code {name}} for the variable
 * @param names the variables that have it
 * @param matching patterns of further variables that have it
 * @param traps file variables that look right and break the image, with what happens
 * @param readBy the account that reads the file, where it is not root: the file must be readable for it
 * @param exclusive whether the variable and its file variable together stop the container
 * @param idleWith variables that let everybody in whatever the secret is, each with the value that does so
 * @param exported whether the entrypoint hands what it reads to the scripts that set a database up
 */
public record SecretFiles(
        String form,
        Set<String> names,
        List<String> matching,
        Map<String, String> traps,
        Optional<String> readBy,
        boolean exclusive,
        Map<String, String> idleWith,
        boolean exported) {

    private static final String NAME = "{name}";
    private static final SecretFiles NONE =
            new SecretFiles(NAME + "_FILE", Set.of(), List.of(), Map.of(), Optional.empty(), false, Map.of(), false);

    static SecretFiles none() {
        return NONE;
    }

    static SecretFiles read(Fields fields) {
        SecretFiles result = new SecretFiles(
                fields.text("form").orElse(NONE.form),
                fields.textSet("names"),
                fields.texts("matching"),
                fields.textMap("traps"),
                fields.text("read-by"),
                fields.flag("exclusive", false),
                fields.textMap("idle-with"),
                fields.flag("exported", false));
        fields.end();
        if (!result.form.contains(NAME)) {
            throw fields.error("form", "must contain " + NAME);
        }
        return result;
    }

    /** The file variable for {@code variable}; empty when the image does not support it or breaks with it. */
    public Optional<String> fileVariable(String variable) {
        boolean listed = names.contains(variable) || Glob.matchesAny(matching, variable);
        String file = form.replace(NAME, variable);
        return listed && !traps.containsKey(file) ? Optional.of(file) : Optional.empty();
    }

    /** Variable to file variable, for the variables that are listed by name. */
    public Map<String, String> variables() {
        Map<String, String> result = new LinkedHashMap<>();
        names.forEach(name -> fileVariable(name).ifPresent(file -> result.put(name, file)));
        return Collections.unmodifiableMap(result);
    }
}

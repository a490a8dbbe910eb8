package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import java.util.List;
import java.util.Optional;

/**
 * A package named on a command line.
 *
 * @param word the word
 * @param kind what it names
 * @param name the name without a version; empty if it is known only at run time or the operand is no name
 * @param operator what stands between name and version, for example {@code =} or {@code @}; empty without a version
 * @param version the version; empty if there is none or it is known only at run time
 */
public record PackageOperand(
        ShellWord word, Kind kind, Optional<String> name, Optional<String> operator, Optional<String> version) {

    /** What an operand names. */
    public enum Kind {
        NAME,
        /** A path. */
        FILE,
        URL,
        /** Known only at run time. */
        UNKNOWN
    }

    private static final List<String> FILE_ENDINGS =
            List.of(".deb", ".rpm", ".apk", ".whl", ".tar.gz", ".tgz", ".zip", ".gem");

    /** Returns this operand as one of another kind, without a name. */
    PackageOperand as(Kind other) {
        return new PackageOperand(word, other, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns whether a version, or a range of versions, is given. */
    public boolean hasVersion() {
        return operator.isPresent();
    }

    /** Reads a word; of the operators the first that occurs after the first character counts, longer ones first. */
    static PackageOperand of(ShellWord word, List<String> operators) {
        String text = word.literalPrefix();
        Optional<Kind> other = otherKind(text);
        if (other.isPresent()) {
            return new PackageOperand(word, other.get(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        int at = -1;
        String found = "";
        for (String operator : operators) {
            int index = text.indexOf(operator, 1);
            if (index > 0 && (at < 0 || index < at)) {
                at = index;
                found = operator;
            }
        }
        if (at > 0) {
            int versionStart = at + found.length();
            Optional<String> version = word.literalValue().map(value -> value.substring(versionStart));
            return new PackageOperand(
                    word, Kind.NAME, Optional.of(text.substring(0, at).trim()), Optional.of(found), version);
        }
        Optional<String> name = word.literalValue();
        return new PackageOperand(
                word, name.isPresent() ? Kind.NAME : Kind.UNKNOWN, name, Optional.empty(), Optional.empty());
    }

    private static Optional<Kind> otherKind(String text) {
        if (text.contains("://")) {
            return Optional.of(Kind.URL);
        }
        boolean file = FILE_ENDINGS.stream().anyMatch(text::endsWith)
                || text.startsWith("/")
                || text.startsWith("./")
                || text.startsWith("../")
                || text.equals(".")
                || text.startsWith("~");
        return file ? Optional.of(Kind.FILE) : Optional.empty();
    }

    static List<PackageOperand> all(List<ShellWord> words, String... operators) {
        List<String> list = List.of(operators);
        return words.stream().map(word -> of(word, list)).toList();
    }
}

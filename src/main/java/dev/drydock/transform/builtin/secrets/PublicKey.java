package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.project.ContextSearch;
import dev.drydock.project.ProjectFile;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.builtin.Mentions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a file that is named like a private key holds a public one, or a certificate, which anybody may have. */
final class PublicKey {
    private static final List<String> HEADERS = List.of(
            "-----BEGIN PGP PUBLIC KEY",
            "-----BEGIN PUBLIC KEY",
            "-----BEGIN CERTIFICATE",
            "-----BEGIN RSA PUBLIC KEY");
    private static final String PRIVATE = "PRIVATE KEY";
    /** Folders in which package managers and libraries look for keys that they trust. */
    private static final List<String> TRUSTED = List.of(
            "/etc/apt/trusted.gpg.d",
            "/etc/apt/keyrings",
            "/usr/share/keyrings",
            "/etc/pki/rpm-gpg",
            "/etc/apk/keys",
            "/usr/local/share/ca-certificates",
            "/etc/pki/ca-trust");
    /** Programs that take keys to trust. A private key is imported by gpg as well, but not by the others. */
    private static final Set<String> IMPORTERS = Set.of("apt-key", "rpm", "rpmkeys");

    private PublicKey() {}

    /** Returns the sign in a phrase, or empty where it may be a private key. */
    static Optional<String> sign(
            Inspection inspection, ProjectFile file, BuildStage stage, Instruction instruction, String path) {
        Optional<String> text = ContextSearch.read(inspection.project(), file, path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        if (text.isPresent() && HEADERS.stream().anyMatch(text.get()::contains)) {
            return text.get().contains(PRIVATE) ? Optional.empty() : Optional.of("it holds a public one");
        }
        if (text.filter(found -> found.contains(PRIVATE)).isPresent()) {
            return Optional.empty();
        }
        boolean trusted = ((FileTransfer) instruction)
                .destination()
                .filter(to -> TRUSTED.stream().anyMatch(to.value()::startsWith))
                .isPresent();
        if (trusted) {
            return Optional.of("it goes to a directory of keys that are trusted");
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return stage.scripts().stream()
                .flatMap(script -> script.commands().stream())
                .filter(command -> Mentions.file(command.text(), name))
                .filter(PublicKey::imports)
                .findFirst()
                .map(command -> "it is a key that a package manager is told to trust");
    }

    private static boolean imports(SimpleCommand command) {
        return Invocation.of(command).program().filter(IMPORTERS::contains).isPresent()
                || command.text().contains("--dearmor");
    }
}

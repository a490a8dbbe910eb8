package dev.drydock.transform.builtin.shell;

import dev.drydock.knowledge.OsFamily;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Apk;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.Curl;
import dev.drydock.shell.commands.Dnf;
import dev.drydock.shell.commands.Wget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges whether commands of a build can verify certificates of today. */
final class Certificates {
    private static final String PACKAGE = "ca-certificates";
    /** Releases of Debian and Ubuntu that trust the authorities of today; older ones lack roots. */
    private static final Set<String> CURRENT = Set.of("bullseye", "bookworm", "trixie", "jammy", "noble", "resolute");

    private Certificates() {}

    /** Returns why it is not known that the command can verify a certificate; empty if it can. */
    static Optional<String> obstacle(BuildStage stage, RunScript run, SimpleCommand command) {
        Optional<OsFamily> family = stage.facts().flatMap(facts -> facts.osFamily());
        boolean current = family.filter(
                        known -> known.suite().map(CURRENT::contains).orElse(!isOfDebian(known)))
                .isPresent();
        if (!current) {
            return Optional.of("cannot tell which authorities " + stage.image().text() + " trusts");
        }
        boolean there = family.flatMap(OsFamily::caBundle).orElse(false);
        for (SimpleCommand earlier : before(stage, run, command)) {
            there = thereAfter(earlier, there);
        }
        return there ? Optional.empty() : Optional.of("cannot tell whether " + PACKAGE + " is installed by then");
    }

    private static boolean isOfDebian(OsFamily family) {
        return family.distribution().equals("debian") || family.distribution().equals("ubuntu");
    }

    private static List<SimpleCommand> before(BuildStage stage, RunScript run, SimpleCommand command) {
        List<SimpleCommand> before = new ArrayList<>();
        for (RunScript script : stage.inheritedScripts()) {
            for (SimpleCommand each : script.commands()) {
                if (script == run && each == command) {
                    return before;
                }
                before.add(each);
            }
        }
        return before;
    }

    private static boolean thereAfter(SimpleCommand command, boolean before) {
        Optional<AptGet> apt = AptGet.from(command);
        if (apt.isPresent() && apt.get().does("remove", "purge")) {
            return before && apt.get().operands().stream().noneMatch(word -> word.is(PACKAGE));
        }
        boolean installed = apt
                .map(AptGet::packages)
                .or(() -> Apk.from(command).filter(Apk::installs).map(Apk::packages))
                .or(() -> Dnf.from(command).map(Dnf::packages))
                .orElse(List.of())
                .stream()
                .flatMap(operand -> operand.name().stream())
                .anyMatch(PACKAGE::equals);
        return before || installed || verifies(command);
    }

    /** A download over https that works today shows that the authorities are there. */
    private static boolean verifies(SimpleCommand command) {
        if (!command.context().isPlain()) {
            return false;
        }
        boolean curl = Curl.from(command)
                .filter(view -> !view.isInsecure() && view.failsOnError())
                .filter(view ->
                        view.urls().stream().anyMatch(url -> url.literalPrefix().startsWith("https://")))
                .isPresent();
        return curl
                || Wget.from(command)
                        .filter(view -> !view.isInsecure())
                        .filter(view -> view.urls().stream()
                                .anyMatch(url -> url.literalPrefix().startsWith("https://")))
                        .isPresent();
    }
}

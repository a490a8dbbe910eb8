package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code dnf}, {@code yum}, {@code microdnf} or {@code tdnf}. */
public final class Dnf extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "cdexR",
            "config",
            "debuglevel",
            "errorlevel",
            "exclude",
            "excludepkgs",
            "randomwait",
            "setopt",
            "enablerepo",
            "disablerepo",
            "repo",
            "repoid",
            "repofrompath",
            "installroot",
            "releasever",
            "rpmverbosity",
            "advisory",
            "comment",
            "downloaddir",
            "destdir",
            "forcearch",
            "color",
            "disableplugin",
            "enableplugin");

    private Dnf(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Dnf> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Dnf> from(Invocation invocation) {
        return invocation.runs("dnf", "dnf5", "yum", "microdnf", "tdnf")
                ? Optional.of(new Dnf(invocation))
                : Optional.empty();
    }

    /** Returns whether packages are fetched and installed. */
    public boolean installs() {
        return does(
                        "install",
                        "localinstall",
                        "groupinstall",
                        "reinstall",
                        "update",
                        "upgrade",
                        "builddep",
                        "swap",
                        "distro-sync",
                        "downgrade",
                        "upgrade-minimal",
                        "update-minimal")
                || (does("group", "groups", "module")
                        && secondSubcommand().filter("install"::equals).isPresent());
    }

    public boolean cleans() {
        return does("clean");
    }

    public boolean assumesYes() {
        return has("-y", "--assumeyes") || setting("assumeyes").map(Dnf::isTrue).orElse(false);
    }

    /** Returns whether recommended packages are left out by this command line itself. */
    public boolean skipsWeakDependencies() {
        return setting("install_weak_deps").map(value -> !isTrue(value)).orElse(false);
    }

    /** Returns the value that {@code --setopt=name=value} sets. */
    public Optional<String> setting(String name) {
        String prefix = name + "=";
        return line().all("--setopt").stream()
                .flatMap(option -> option.value().stream())
                .filter(value -> value.startsWith(prefix))
                .map(value -> value.substring(prefix.length()))
                .reduce((first, last) -> last);
    }

    private static boolean isTrue(String value) {
        return Set.of("1", "yes", "true", "on").contains(value.toLowerCase(Locale.ROOT));
    }

    /** Returns the packages that are installed; a version is part of the name. */
    public List<PackageOperand> packages() {
        return does("install", "localinstall", "reinstall", "builddep") ? PackageOperand.all(operands()) : List.of();
    }
}

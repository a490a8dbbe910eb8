package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code apt-get}, {@code apt} or {@code aptitude} (apt-get(8)). */
public final class AptGet extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "octaPS",
            "option",
            "config-file",
            "target-release",
            "default-release",
            "host-architecture",
            "build-profiles",
            "with-source",
            "snapshot");

    private AptGet(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<AptGet> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<AptGet> from(Invocation invocation) {
        return invocation.runs("apt-get", "apt", "aptitude") ? Optional.of(new AptGet(invocation)) : Optional.empty();
    }

    /** Returns whether packages are fetched and installed. */
    public boolean installs() {
        return does("install", "reinstall", "build-dep", "upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade");
    }

    /** Returns whether the package lists are fetched: by {@code update}, or by {@code install --update} of apt 3. */
    public boolean updates() {
        return does("update") || (installs() && has("--update", "-U"));
    }

    /** Returns the packages that {@code install} names; those with a trailing minus are removed instead. */
    public List<PackageOperand> packages() {
        return does("install", "reinstall", "build-dep") ? PackageOperand.all(operands(), "=", "/") : List.of();
    }

    /** Returns whether no question is asked: {@code -y}, or {@code -qq}, which implies it. */
    public boolean assumesYes() {
        return has("-y", "--yes", "--assume-yes")
                || quietLevel() >= 2
                || configuration("APT::Get::Assume-Yes").map(AptGet::isTrue).orElse(false);
    }

    private int quietLevel() {
        int level = 0;
        for (CommandLineView.Option option : line().all("-q", "--quiet")) {
            level = option.value().isPresent() ? digit(option.value().get()) : level + 1;
        }
        return level;
    }

    private static int digit(String text) {
        return text.length() == 1 ? Character.digit(text.charAt(0), 10) : 0;
    }

    /** Returns whether recommended packages are left out by this command line itself. */
    public boolean skipsRecommends() {
        boolean skips =
                configuration("APT::Install-Recommends").map(AptGet::isFalse).orElse(false);
        for (CommandLineView.Option option : line().options()) {
            if (option.is("--no-install-recommends", "--without-recommends")
                    || (option.is("-R") && program().equals("aptitude"))) {
                skips = true;
            } else if (option.is("--install-recommends", "--with-recommends")) {
                skips = false;
            }
        }
        return skips;
    }

    /** Returns the value that {@code -o name=value} sets, names compared without case as apt does. */
    public Optional<String> configuration(String name) {
        String prefix = name + "=";
        return line().all("-o", "--option").stream()
                .flatMap(option -> option.value().stream())
                .filter(value -> value.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(value -> value.substring(prefix.length()))
                .reduce((first, last) -> last);
    }

    /** The words that apt takes for no, see apt.conf(5). */
    private static boolean isFalse(String value) {
        return Set.of("0", "no", "false", "without", "off", "disable").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isTrue(String value) {
        return Set.of("1", "yes", "true", "with", "on", "enable").contains(value.toLowerCase(Locale.ROOT));
    }
}

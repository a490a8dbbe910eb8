package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code wget}, of GNU or of busybox. */
public final class Wget extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "oaOPtTwQeiBUlARDIXY",
            "output-document",
            "output-file",
            "append-output",
            "directory-prefix",
            "tries",
            "timeout",
            "dns-timeout",
            "connect-timeout",
            "read-timeout",
            "wait",
            "waitretry",
            "quota",
            "execute",
            "input-file",
            "base",
            "user-agent",
            "level",
            "accept",
            "reject",
            "domains",
            "exclude-domains",
            "include-directories",
            "exclude-directories",
            "header",
            "user",
            "password",
            "http-user",
            "http-password",
            "proxy-user",
            "proxy-password",
            "post-data",
            "post-file",
            "body-data",
            "body-file",
            "method",
            "referer",
            "load-cookies",
            "save-cookies",
            "ca-certificate",
            "ca-directory",
            "certificate",
            "certificate-type",
            "private-key",
            "private-key-type",
            "secure-protocol",
            "limit-rate",
            "progress",
            "max-redirect",
            "local-encoding",
            "remote-encoding",
            "bind-address",
            "cut-dirs",
            "ftp-user",
            "ftp-password",
            "retry-on-http-error");

    private Wget(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Wget> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Wget> from(Invocation invocation) {
        return invocation.runs("wget") ? Optional.of(new Wget(invocation)) : Optional.empty();
    }

    /** Returns whether certificates are not verified. */
    public boolean isInsecure() {
        return has("--no-check-certificate");
    }

    /** Returns what is fetched. */
    public List<ShellWord> urls() {
        return operands();
    }

    /** Returns the file that is written, {@code -} for standard output; empty also if it is named after the URL. */
    public Optional<String> output() {
        return value("-O", "--output-document");
    }

    /** Returns whether a progress bar is written: not with {@code -q}, {@code -nv} or an explicit choice. */
    public boolean showsProgress() {
        boolean quiet = has("-q", "--quiet", "-nv", "--no-verbose", "--progress") || (has("-n") && has("-v"));
        return !quiet;
    }
}

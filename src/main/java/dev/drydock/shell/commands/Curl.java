package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code curl}. */
public final class Curl extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "oHduxXAbcCDeEFKmPQrtTUwyYz",
            "abstract-unix-socket",
            "alt-svc",
            "aws-sigv4",
            "cacert",
            "capath",
            "cert",
            "cert-type",
            "ciphers",
            "config",
            "connect-timeout",
            "connect-to",
            "continue-at",
            "cookie",
            "cookie-jar",
            "create-file-mode",
            "crlfile",
            "curves",
            "data",
            "data-ascii",
            "data-binary",
            "data-raw",
            "data-urlencode",
            "delegation",
            "dns-interface",
            "dns-ipv4-addr",
            "dns-ipv6-addr",
            "dns-servers",
            "doh-url",
            "dump-header",
            "ech",
            "egd-file",
            "engine",
            "etag-compare",
            "etag-save",
            "expect100-timeout",
            "form",
            "form-string",
            "ftp-account",
            "ftp-method",
            "ftp-port",
            "ftp-ssl-ccc-mode",
            "happy-eyeballs-timeout-ms",
            "header",
            "hostpubmd5",
            "hostpubsha256",
            "hsts",
            "interface",
            "json",
            "keepalive-time",
            "key",
            "key-type",
            "krb",
            "libcurl",
            "limit-rate",
            "local-port",
            "login-options",
            "mail-auth",
            "mail-from",
            "mail-rcpt",
            "max-filesize",
            "max-redirs",
            "max-time",
            "netrc-file",
            "noproxy",
            "oauth2-bearer",
            "output",
            "output-dir",
            "parallel-max",
            "pass",
            "pinnedpubkey",
            "preproxy",
            "proto",
            "proto-default",
            "proto-redir",
            "proxy",
            "proxy-cacert",
            "proxy-cert",
            "proxy-header",
            "proxy-key",
            "proxy-pass",
            "proxy-user",
            "proxy1.0",
            "pubkey",
            "quote",
            "random-file",
            "range",
            "rate",
            "referer",
            "request",
            "request-target",
            "resolve",
            "retry",
            "retry-delay",
            "retry-max-time",
            "sasl-authzid",
            "service-name",
            "socks4",
            "socks4a",
            "socks5",
            "socks5-hostname",
            "speed-limit",
            "speed-time",
            "stderr",
            "telnet-option",
            "tftp-blksize",
            "time-cond",
            "tls-max",
            "tls13-ciphers",
            "trace",
            "trace-ascii",
            "trace-config",
            "unix-socket",
            "upload-file",
            "url",
            "url-query",
            "user",
            "user-agent",
            "variable",
            "write-out");

    private Curl(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Curl> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Curl> from(Invocation invocation) {
        return invocation.runs("curl") ? Optional.of(new Curl(invocation)) : Optional.empty();
    }

    /** Returns whether an HTTP error ends the command with a failure. */
    public boolean failsOnError() {
        return has("-f", "--fail", "--fail-with-body", "--fail-early");
    }

    /** Returns whether certificates are not verified. */
    public boolean isInsecure() {
        return has("-k", "--insecure");
    }

    public boolean followsRedirects() {
        return has("-L", "--location", "--location-trusted");
    }

    /** Returns what is fetched. */
    public List<ShellWord> urls() {
        return Stream.concat(
                        operands().stream(),
                        line().all("--url").stream().flatMap(option -> option.valueWord().stream()))
                .toList();
    }

    /** Returns the file that is written; empty also if it is named after the URL or is standard output. */
    public Optional<String> output() {
        return value("-o", "--output");
    }
}

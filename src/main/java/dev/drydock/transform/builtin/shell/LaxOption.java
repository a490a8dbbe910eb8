package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.shell.commands.CommandLineView;
import dev.drydock.shell.commands.CommandView;
import dev.drydock.shell.commands.Curl;
import dev.drydock.shell.commands.Git;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Pip;
import dev.drydock.shell.commands.Wget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An option that switches off the verification of what a command fetches.
 *
 * @param message what is wrong
 * @param word the word that holds the option
 * @param replacement what stands there without it; empty means nothing
 * @param value a word of its own that holds the value of the option, and goes with it
 * @param addresses what is fetched; empty if the command does not say
 */
record LaxOption(
        String message, ShellWord word, String replacement, Optional<ShellWord> value, List<String> addresses) {
    private static final String HTTP = "http://";
    private static final String HTTPS = "https://";
    /** Hosts that serve every repository by https, too. */
    private static final Set<String> FORGES = Set.of(
            "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitlab.gnome.org", "gitlab.freedesktop.org");

    private static final Set<String> PYPI = Set.of("pypi.org", "pypi.python.org", "files.pythonhosted.org");

    LaxOption {
        addresses = List.copyOf(addresses);
    }

    /** Returns the options of one command that can be taken out. */
    static List<LaxOption> of(SimpleCommand command) {
        List<LaxOption> found = new ArrayList<>();
        Curl.from(command)
                .ifPresent(curl -> curl.line()
                        .all("-k", "--insecure")
                        .forEach(option -> found.add(of("curl does not verify certificates", option, curl.urls()))));
        Wget.from(command)
                .ifPresent(wget -> wget.line()
                        .all("--no-check-certificate")
                        .forEach(option -> found.add(of("wget does not verify certificates", option, wget.urls()))));
        Pip.from(command)
                .ifPresent(pip -> pip.line().all("--trusted-host").forEach(option -> found.add(trustedHost(option))));
        Git.from(command).flatMap(Git::repository).ifPresent(word -> {
            if (word.text().startsWith(HTTP)) {
                found.add(encrypted(word));
            }
        });
        return found;
    }

    private static LaxOption of(String message, CommandLineView.Option option, List<ShellWord> urls) {
        String text = option.word().text();
        boolean group = !text.startsWith("--") && text.length() > 2;
        String rest = group ? without(text, option.name().charAt(1)) : "";
        return new LaxOption(
                message,
                option.word(),
                rest,
                Optional.empty(),
                urls.stream().map(ShellWord::literalPrefix).toList());
    }

    private static String without(String group, char letter) {
        int index = group.indexOf(letter);
        return index < 0 ? group : group.substring(0, index) + group.substring(index + 1);
    }

    private static LaxOption encrypted(ShellWord repository) {
        String address = HTTPS + repository.literalPrefix().substring(HTTP.length());
        boolean forge = WebAddress.parse(address)
                .map(WebAddress::host)
                .filter(FORGES::contains)
                .isPresent();
        return new LaxOption(
                "git fetches without encryption, so anybody in between can change it",
                repository,
                HTTPS + repository.text().substring(HTTP.length()),
                Optional.empty(),
                forge ? List.of(address) : List.of());
    }

    private static LaxOption trustedHost(CommandLineView.Option option) {
        String host = option.value().orElse("");
        boolean index = PYPI.contains(host);
        return new LaxOption(
                "pip does not verify the certificate of " + (host.isEmpty() ? "a host" : host),
                option.word(),
                "",
                option.valueWord().filter(word -> word != option.word()),
                index ? List.of("https://" + host) : List.of());
    }

    /** Returns what else a command does to go without verification, which only a person can take out. */
    static Optional<Unfixable> unfixable(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        Optional<Unfixable> packages = AptGet.from(command)
                .flatMap(apt -> firstOf(
                        apt, "apt-get installs without checking signatures", "--allow-unauthenticated", "--force-yes"));
        if (packages.isPresent()) {
            return packages;
        }
        List<ShellWord> words = invocation.arguments();
        if (invocation.runs("apk")) {
            return word(words, "apk installs without checking signatures", "--allow-untrusted");
        }
        if (invocation.runs("yum", "dnf", "microdnf", "tdnf")) {
            return word(
                    words,
                    "packages are installed without checking signatures",
                    "--nogpgcheck",
                    "--setopt=sslverify=0",
                    "--setopt=sslverify=false");
        }
        if (invocation.runs("zypper")) {
            return word(words, "packages are installed without checking signatures", "--no-gpg-checks");
        }
        if (invocation.runs("rpm")) {
            return word(
                    words,
                    "packages are installed without checking signatures",
                    "--nosignature",
                    "--nodigest",
                    "--noverify",
                    "--nofiledigest");
        }
        if (invocation.runs("npm", "yarn", "pnpm")) {
            return setting(words, "strict-ssl", "npm does not verify certificates");
        }
        if (invocation.runs("git")) {
            return setting(words, "http.sslVerify", "git does not verify certificates");
        }
        return Optional.empty();
    }

    private static Optional<Unfixable> firstOf(CommandView view, String message, String... options) {
        return view.line().last(options).map(option -> new Unfixable(message, option.word()));
    }

    private static Optional<Unfixable> word(List<ShellWord> words, String message, String... options) {
        Set<String> wanted = Set.of(options);
        return words.stream()
                .filter(word -> word.staticValue().filter(wanted::contains).isPresent())
                .findFirst()
                .map(found -> new Unfixable(message, found));
    }

    /** Finds {@code name false}, {@code name=false} and {@code --name=false}; names of git have no case. */
    private static Optional<Unfixable> setting(List<ShellWord> words, String name, String message) {
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).literalPrefix();
            String plain = text.startsWith("--") ? text.substring(2) : text;
            boolean off = i + 1 < words.size() && isOff(words.get(i + 1).literalPrefix());
            boolean named = plain.equalsIgnoreCase(name) && off;
            boolean attached = plain.regionMatches(true, 0, name + "=", 0, name.length() + 1)
                    && isOff(plain.substring(name.length() + 1));
            if (named || attached) {
                return Optional.of(new Unfixable(message, words.get(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isOff(String value) {
        return value.equalsIgnoreCase("false") || value.equals("0") || value.equalsIgnoreCase("no");
    }

    /** What a person has to decide. */
    record Unfixable(String message, ShellWord word) {}
}

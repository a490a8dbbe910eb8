package dev.drydock.shell.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Scripts;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageManagersTest {

    private static SimpleCommand command(String text) {
        return Scripts.command(text);
    }

    private static AptGet apt(String text) {
        return AptGet.from(command(text)).orElseThrow();
    }

    private static List<String> names(List<PackageOperand> packages) {
        return packages.stream().map(operand -> operand.name().orElse("?")).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get install -y curl|true",
                "apt-get -y install curl|true",
                "apt-get install curl --yes|true",
                "apt-get install --assume-yes curl|true",
                "apt-get install -yq curl|true",
                "apt-get install -qy curl|true",
                "apt-get install -qq curl|true",
                "apt-get install -q -q curl|true",
                "apt-get install -q=2 curl|true",
                "apt-get -o APT::Get::Assume-Yes=true install curl|true",
                "apt-get install -fy curl|true",
                "apt-get install -q curl|false",
                "apt-get install -q=1 curl|false",
                "apt-get install curl|false",
                "apt-get install -t bullseye-y curl|false",
                "apt-get install -- -y|false"
            })
    void aptAsksNothing(String text, boolean expected) {
        assertThat(apt(text).assumesYes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get install --no-install-recommends curl|true",
                "apt-get --no-install-recommends -y install curl|true",
                "apt-get install -o APT::Install-Recommends=false curl|true",
                "apt-get install -oAPT::Install-Recommends=0 curl|true",
                "apt-get install --option=apt::install-recommends=no curl|true",
                "aptitude install -R curl|true",
                "aptitude install --without-recommends curl|true",
                "apt-get install -o APT::Install-Recommends=true curl|false",
                "apt-get install --no-install-recommends --install-recommends curl|false",
                "apt-get install --no-install-suggests curl|false",
                "apt-get install curl|false"
            })
    void aptSkipsRecommends(String text, boolean expected) {
        assertThat(apt(text).skipsRecommends()).isEqualTo(expected);
    }

    @Test
    void aptPackagesHaveNamesVersionsAndKinds() {
        AptGet view = apt(
                "apt-get install -y -t sid a b=1.2* c/stable d=${V} ./e.deb /f.deb $G h${V}-i \"j\" -o X=y k:amd64");
        List<PackageOperand> packages = view.packages();
        assertThat(names(packages)).containsExactly("a", "b", "c", "d", "?", "?", "?", "?", "j", "k:amd64");
        assertThat(packages.get(1).version()).contains("1.2*");
        assertThat(packages.get(2).operator()).contains("/");
        assertThat(packages.get(3).hasVersion()).isTrue();
        assertThat(packages.get(3).version()).isEmpty();
        assertThat(packages.get(4).kind()).isEqualTo(PackageOperand.Kind.FILE);
        assertThat(packages.get(5).kind()).isEqualTo(PackageOperand.Kind.FILE);
        assertThat(packages.get(6).kind()).isEqualTo(PackageOperand.Kind.UNKNOWN);
        assertThat(packages.get(7).kind()).isEqualTo(PackageOperand.Kind.UNKNOWN);
        assertThat(view.line().mayHideOptions()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get install -y curl|apt-get install",
                "apt-get -y install curl|apt-get -y install",
                "sudo -E apt-get -q -o a=b install -- curl|sudo -E apt-get -q -o a=b install",
                "apt-get --version|apt-get"
            })
    void optionIsInsertedAfterTheSubcommand(String text, String before) {
        assertThat(text.substring(0, apt(text).insertionPointForOption())).isEqualTo(before);
    }

    @Test
    void subcommandKnownOnlyAtRunTimeIsUnknown() {
        assertThat(apt("apt-get $x curl").subcommand()).isEmpty();
        assertThat(apt("apt-get $x curl").installs()).isFalse();
        assertThat(apt("apt-get update").updates()).isTrue();
        assertThat(AptGet.from(command("apt-cache search x"))).isEmpty();
    }

    @Test
    void apkReadsItsOptions() {
        Apk apk = Apk.from(command("apk --no-cache add -t .deps a~=1 b=2-r0 c@edge -X http://x d"))
                .orElseThrow();
        assertThat(apk.installs()).isTrue();
        assertThat(apk.skipsCache()).isTrue();
        assertThat(apk.virtual()).contains(".deps");
        assertThat(names(apk.packages())).containsExactly("a", "b", "c", "d");
        assertThat(apk.packages().get(0).operator()).contains("~=");
        assertThat(Apk.from(command("apk add --virtual=x y")).orElseThrow().virtual())
                .contains("x");
    }

    @Test
    void dnfReadsItsOptions() {
        Dnf dnf = Dnf.from(command("dnf -y --setopt=install_weak_deps=False --nodocs install a b-1.0"))
                .orElseThrow();
        assertThat(dnf.installs()).isTrue();
        assertThat(dnf.assumesYes()).isTrue();
        assertThat(dnf.skipsWeakDependencies()).isTrue();
        assertThat(names(dnf.packages())).containsExactly("a", "b-1.0");
        assertThat(Dnf.from(command("yum group install -y x")).orElseThrow().installs())
                .isTrue();
        assertThat(Dnf.from(command("yum group list")).orElseThrow().installs()).isFalse();
        assertThat(Dnf.from(command("microdnf clean all")).orElseThrow().cleans())
                .isTrue();
        assertThat(Dnf.from(command("dnf install --enablerepo crb x"))
                        .orElseThrow()
                        .operands())
                .hasSize(1);
    }

    @Test
    void nonInteractiveOfZypperStandsBeforeTheSubcommand() {
        assertThat(Zypper.from(command("zypper -n install x")).orElseThrow().assumesYes())
                .isTrue();
        assertThat(Zypper.from(command("zypper install -n x")).orElseThrow().assumesYes())
                .isFalse();
        assertThat(Zypper.from(command("zypper install -y x")).orElseThrow().assumesYes())
                .isTrue();
        assertThat(Zypper.from(command("zypper cc -a")).orElseThrow().cleans()).isTrue();
    }

    @Test
    void pacmanReadsItsOperation() {
        Pacman pacman = Pacman.from(command("pacman -Syu --noconfirm a b")).orElseThrow();
        assertThat(pacman.installs()).isTrue();
        assertThat(pacman.assumesYes()).isTrue();
        assertThat(names(pacman.packages())).containsExactly("a", "b");
        assertThat(Pacman.from(command("pacman -Scc --noconfirm")).orElseThrow().cleans())
                .isTrue();
        assertThat(Pacman.from(command("pacman -Scc")).orElseThrow().installs()).isFalse();
        assertThat(Pacman.from(command("pacman -Qi x")).orElseThrow().installs())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pip install x|pip install",
                "pip3.12 install x|pip3.12 install",
                "python3 -m pip install -U x|python3 -m pip install",
                "sudo /usr/bin/python -m pip install x|sudo /usr/bin/python -m pip install",
                "python -m pip --version|python -m pip"
            })
    void pipIsFoundInAllItsSpellings(String text, String before) {
        Pip pip = Pip.from(command(text)).orElseThrow();
        assertThat(text.substring(0, pip.insertionPointForOption())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pipenv install", "pipx install x", "python x.py", "python -m venv x", "python3-config -m pip"})
    void otherProgramsAreNotPip(String text) {
        assertThat(Pip.from(command(text))).isEmpty();
    }

    @Test
    void pipReadsItsOptions() {
        Pip pip = Pip.from(
                        command(
                                "pip install --no-cache-dir -r a.txt -rb.txt --requirement=c.txt 'x[y]>=1' z==2 -e . git+https://h/r"))
                .orElseThrow();
        assertThat(pip.skipsCache()).isTrue();
        assertThat(pip.requirementFiles())
                .extracting(ShellWord::text)
                .containsExactly("a.txt", "-rb.txt", "--requirement=c.txt");
        assertThat(names(pip.packages())).containsExactly("x[y]", "z", "?");
        assertThat(pip.packages().get(2).kind()).isEqualTo(PackageOperand.Kind.URL);
    }

    @Test
    void filesAndRepositoriesAreNoNames() {
        assertThat(kinds(Pip.from(command("pip install . .[test] dist/*.whl 'a == 1' b.tar.gz"))
                        .orElseThrow()
                        .packages()))
                .containsExactly("FILE", "FILE", "FILE", "NAME", "FILE");
        assertThat(kinds(Npm.from(command("npm i a/b#c file:. @a/b git:x ./d e@1"))
                        .orElseThrow()
                        .packages()))
                .containsExactly("URL", "FILE", "NAME", "URL", "FILE", "NAME");
        assertThat(kinds(
                        Apk.from(command("apk add x.apk .deps y")).orElseThrow().packages()))
                .containsExactly("FILE", "NAME", "NAME");
    }

    private static List<String> kinds(List<PackageOperand> packages) {
        return packages.stream().map(operand -> operand.kind().name()).toList();
    }

    @Test
    void npmReadsScopesAndVersions() {
        Npm npm = Npm.from(command("npm i -g --prefix /x @a/b@1 c@2 @d/e")).orElseThrow();
        assertThat(npm.installs()).isTrue();
        assertThat(npm.isGlobal()).isTrue();
        assertThat(names(npm.packages())).containsExactly("@a/b", "c", "@d/e");
        assertThat(Npm.from(command("npm ci")).orElseThrow().isCleanInstall()).isTrue();
        assertThat(Npm.from(command("npm run build")).orElseThrow().installs()).isFalse();
    }

    @Test
    void otherManagersReadTheirOptions() {
        assertThat(Yarn.from(command("yarn")).orElseThrow().installs()).isTrue();
        assertThat(Yarn.from(command("yarn --frozen-lockfile")).orElseThrow().isFrozen())
                .isTrue();
        assertThat(Yarn.from(command("yarn build")).orElseThrow().installs()).isFalse();
        assertThat(Yarn.from(command("yarn global add x")).orElseThrow().installs())
                .isTrue();
        assertThat(Yarn.from(command("yarn cache clean")).orElseThrow().cleansCache())
                .isTrue();
        assertThat(Gem.from(command("gem install -v 1.2 x -N")).orElseThrow().operands())
                .hasSize(1);
        assertThat(Gem.from(command("gem install x --no-ri --no-rdoc"))
                        .orElseThrow()
                        .skipsDocuments())
                .isTrue();
        assertThat(Composer.from(command("composer install -n --no-dev -d /x"))
                        .orElseThrow()
                        .isNonInteractive())
                .isTrue();
        assertThat(Conda.from(command("conda install -yn env -c x a=1"))
                        .orElseThrow()
                        .assumesYes())
                .isTrue();
        assertThat(names(Conda.from(command("mamba install -c x a=1 b==2"))
                        .orElseThrow()
                        .packages()))
                .containsExactly("a", "b");
        assertThat(Optional.of(Conda.from(command("conda env create -f x.yml"))
                        .orElseThrow()
                        .installs()))
                .contains(true);
    }
}

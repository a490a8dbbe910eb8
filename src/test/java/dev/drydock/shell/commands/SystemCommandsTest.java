package dev.drydock.shell.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Scripts;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SystemCommandsTest {

    private static SimpleCommand command(String text) {
        return Scripts.command(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "useradd app|app|-|-|-|false",
                "useradd -r -u 10001 -g app -d /app -s /bin/false app|app|10001|app|/app|true",
                "useradd --system --uid=5 --gid 6 --home-dir /h --create-home app|app|5|6|/h|true",
                "useradd -ms /bin/bash -u1000 app|app|1000|-|-|false",
                "adduser -S -D -H -h /x -u 5 -G app app|app|5|app|/x|true",
                "adduser -SD -u 5 app|app|5|-|-|true",
                "adduser --system --uid 5 --ingroup app --home /x app|app|5|app|/x|true",
                "adduser --disabled-password --gecos '' app|app|-|-|-|false",
                "adduser app docker|app|-|-|-|false",
                "adduser -uid 5 -gid=6 app|app|5|6|-|false",
                "groupadd -r -g 5 app|app|-|5|-|true",
                "addgroup -S -g 5 app|app|-|5|-|true",
                "addgroup --system --gid 5 app|app|-|5|-|true"
            })
    void accountIsRead(String text, String account, String uid, String gid, String home, boolean system) {
        Useradd view = Useradd.from(command(text)).orElseThrow();
        assertThat(view.account()).isEqualTo(java.util.Optional.ofNullable(account));
        assertThat(view.uid()).isEqualTo(java.util.Optional.ofNullable(uid));
        assertThat(view.gid()).isEqualTo(java.util.Optional.ofNullable(gid));
        assertThat(view.home()).isEqualTo(java.util.Optional.ofNullable(home));
        assertThat(view.isSystem()).isEqualTo(system);
    }

    @Test
    void groupsAndMembershipsAreToldFromUsers() {
        assertThat(Useradd.from(command("addgroup app docker")).orElseThrow().isMembership())
                .isTrue();
        assertThat(Useradd.from(command("addgroup app")).orElseThrow().isGroup())
                .isTrue();
        assertThat(Useradd.from(command("adduser -D app")).orElseThrow().isBusybox())
                .isTrue();
        assertThat(Useradd.from(command("adduser --system app")).orElseThrow().isBusybox())
                .isFalse();
    }

    @Test
    void rmReadsPathsAndGlobs() {
        Rm rm = Rm.from(command("rm -fr /var/lib/apt/lists/* \"$x\" -- -y")).orElseThrow();
        assertThat(rm.isRecursive()).isTrue();
        assertThat(rm.isForced()).isTrue();
        assertThat(rm.removes("/var/lib/apt/lists/*")).isTrue();
        assertThat(rm.removes("/var/lib/apt/lists")).isFalse();
        assertThat(rm.paths()).hasSize(3);
    }

    @Test
    void modeMayStartWithAMinus() {
        Chmod chmod = Chmod.from(command("chmod -R -x,g+w a b")).orElseThrow();
        assertThat(chmod.isRecursive()).isTrue();
        assertThat(chmod.mode().map(ShellWord::text)).contains("-x,g+w");
        assertThat(chmod.paths()).hasSize(2);
        Chown chown = Chown.from(command("chown -hR --from=0 node:node /a")).orElseThrow();
        assertThat(chown.owner().map(ShellWord::text)).contains("node:node");
        assertThat(chown.paths()).extracting(ShellWord::text).containsExactly("/a");
        Mkdir mkdir = Mkdir.from(command("mkdir -pm 0755 /a /b")).orElseThrow();
        assertThat(mkdir.makesParents()).isTrue();
        assertThat(mkdir.mode()).contains("0755");
        assertThat(mkdir.paths()).hasSize(2);
    }

    @Test
    void downloadsAreRead() {
        Curl curl =
                Curl.from(command("curl -fsSLo /x -H 'A: b' https://h/y -u $U")).orElseThrow();
        assertThat(curl.failsOnError()).isTrue();
        assertThat(curl.followsRedirects()).isTrue();
        assertThat(curl.output()).contains("/x");
        assertThat(curl.urls()).extracting(ShellWord::text).containsExactly("https://h/y");
        assertThat(Curl.from(command("curl -k x")).orElseThrow().isInsecure()).isTrue();
        Wget wget = Wget.from(command("wget -qO- --no-check-certificate https://h/y"))
                .orElseThrow();
        assertThat(wget.output()).contains("-");
        assertThat(wget.isInsecure()).isTrue();
        assertThat(wget.showsProgress()).isFalse();
        assertThat(Wget.from(command("wget -nv x")).orElseThrow().showsProgress())
                .isFalse();
        assertThat(Wget.from(command("wget x")).orElseThrow().showsProgress()).isTrue();
        Git git = Git.from(command("git -C /x clone --depth 1 -b v1 https://h/r.git /r"))
                .orElseThrow();
        assertThat(git.repository().map(ShellWord::text)).contains("https://h/r.git");
        assertThat(git.branch()).contains("v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set -e|true|false",
                "set -eux|true|false",
                "set -o errexit|true|false",
                "set -euxo pipefail|true|true",
                "set -e -o pipefail|true|true",
                "set +e|false|false",
                "set -- -e|false|false",
                "set -x|false|false",
                "set -e +e|false|false"
            })
    void setIsRead(String text, boolean errexit, boolean pipefail) {
        SetCommand set = SetCommand.from(command(text)).orElseThrow();
        assertThat(set.enablesErrexit()).isEqualTo(errexit);
        assertThat(set.enablesPipefail()).isEqualTo(pipefail);
    }

    @Test
    void sudoTellsWhoRunsWhat() {
        Sudo sudo = Sudo.from(command("sudo -E -u app A=b make x")).orElseThrow();
        assertThat(sudo.user()).contains("app");
        assertThat(sudo.runsAsRoot()).isFalse();
        assertThat(sudo.keepsEnvironment()).isTrue();
        assertThat(sudo.commandWords()).extracting(ShellWord::text).containsExactly("A=b", "make", "x");
        assertThat(Sudo.from(command("sudo make")).orElseThrow().runsAsRoot()).isTrue();
        assertThat(Sudo.from(command("sudo -i")).orElseThrow().startsShell()).isTrue();
        assertThat(Sudo.from(command("make"))).isEmpty();
    }
}

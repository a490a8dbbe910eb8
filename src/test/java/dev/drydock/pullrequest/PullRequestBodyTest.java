package dev.drydock.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.edit.Safety;
import dev.drydock.forge.ForgeLimits;
import dev.drydock.forge.Markup;
import dev.drydock.forge.Platform;
import dev.drydock.git.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PullRequestBodyTest {
    private static final FileChange CHANGE = FileChange.edit("Dockerfile", new byte[] {1}, new byte[] {2});

    @Test
    void codeInAReasonIsCode() {
        assertThat(Markdown.prose("Without `apt-get update` in the same layer, `install` takes @old lists."))
                .isEqualTo("Without `apt-get update` in the same layer, `install` takes @\u200bold lists.");
        assertThat(Markdown.prose("A single ` stays")).isEqualTo("A single \\` stays");
    }

    private static ChangeItem item(String rule, String path, String title, String what, String why) {
        return new ChangeItem(
                rule,
                path,
                3,
                title,
                what,
                why,
                Safety.REVIEW,
                List.of("writes below /app only"),
                List.of("a note"),
                Optional.of("https://github.com/o/r/issues/1"));
    }

    private static ChangeGroup group(List<ChangeItem> items, List<NotFixed> left) {
        return new ChangeGroup("fixes", "Run as a user", List.of(CHANGE), items, left, List.of());
    }

    private static String render(ChangeGroup group, ForgeLimits limits) {
        return new PullRequestBody(group, RequestOptions.USUAL, limits, "main").render("T");
    }

    @Test
    void everyPartIsThere() {
        String body = render(
                group(
                        List.of(item(
                                "run-as-non-root",
                                "Dockerfile",
                                "Run as node",
                                "it runs as root",
                                "an escape is worse")),
                        List.of(new NotFixed("pin-image-tag", "Dockerfile", 1, "node moves", "needs the registry"))),
                ForgeLimits.of(Platform.GITHUB));
        assertThat(body)
                .contains("This changes 1 file in 1 place. Nothing else in them is touched. Please review")
                .contains("| `Dockerfile` | 3 | Run as node | `run-as-non-root` | review |")
                .contains("<summary>run-as-non-root: Run as node</summary>")
                .contains("Why: an escape is worse [More](https://redirect.github.com/o/r/issues/1)")
                .contains("- [ ] writes below /app only (`Dockerfile`)")
                .contains("`docker build --check -f Dockerfile .`")
                .contains("- `Dockerfile:1` `pin-image-tag`: node moves — needs the registry")
                .contains("# drydock ignore=run-as-non-root # why")
                .contains("- [ ] <!-- drydock-rebuild -->Rebuild this branch on `main`")
                .contains("<!-- drydock:{\"v\":1,\"group\":\"fixes\"");
    }

    @Test
    void bitbucketGetsNoHtmlAndNoBoxes() {
        String body = render(
                group(List.of(item("r", "Dockerfile", "t", "w", "y")), List.of()),
                ForgeLimits.of(Platform.BITBUCKET_CLOUD));
        assertThat(body)
                .doesNotContain("<")
                .doesNotContain("- [ ]")
                .contains("[//]: # (drydock:{")
                .contains("rebase!");
        assertThat(Marker.find(body)).map(Marker::group).contains("fixes");
    }

    /** Everything that comes from a repository tries to be more than text. */
    @Test
    void textFromTheRepositoryIsOnlyText() {
        String evil =
                "/close\n/label ~x\n@everyone #1 !2 [x](javascript:1) <img src=x> --> | `a` https://github.com/a/b/pull/3 GH-4";
        String body = render(
                group(
                        List.of(item("r", "a|b`c\n/close/Dockerfile", evil, evil, evil)),
                        List.of(new NotFixed("r", "x", 1, evil, evil))),
                ForgeLimits.of(Platform.GITLAB));
        assertThat(body.lines()).noneMatch(line -> line.startsWith("/"));
        assertThat(body)
                .doesNotContain("@everyone")
                .doesNotContain("#1 ")
                .doesNotContain("<img")
                .doesNotContain("](javascript")
                .doesNotContain("://github.com")
                .doesNotContain("GH-4");
        assertThat(body.indexOf("-->"))
                .isEqualTo(body.indexOf("<!-- drydock-rebuild -->") + "<!-- drydock-rebuild ".length());
        assertThat(body.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| File")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(6));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aLongTextLosesWholeSectionsAndKeepsItsMarker(Platform platform) {
        List<ChangeItem> items = new ArrayList<>();
        List<NotFixed> left = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            items.add(item("rule-" + i, "d" + i + "/Dockerfile", "Title " + i, "what " + "x".repeat(300), "why"));
            left.add(new NotFixed("rule", "d" + i, 1, "what " + i, "reason"));
        }
        ForgeLimits limits = ForgeLimits.of(platform);
        String body = render(group(items, left), limits);
        assertThat(body.length()).isLessThanOrEqualTo(limits.body());
        assertThat(Marker.find(body)).isPresent();
        assertThat(body)
                .contains("Some sections did not fit")
                .contains("Made by Drydock")
                .contains("Run as a user.");
        assertThat(body.split("<details>", -1)).hasSameSizeAs(body.split("</details>", -1));
        assertThat(limits.markup() == Markup.HTML).isEqualTo(body.contains("drydock-rebuild"));
    }

    @Test
    void groupsAreNamedForBranches() {
        assertThat(ChangeGroup.slug("Docker/API.Dockerfile")).isEqualTo("docker/api-dockerfile");
        assertThat(ChangeGroup.slug("../.git/x y/@{z}")).isEqualTo("git/x-y/z");
        assertThat(ChangeGroup.slug("///")).isEqualTo("fixes");
        assertThat(ChangeGroup.slug("a".repeat(300)))
                .hasSizeLessThanOrEqualTo(80)
                .isEqualTo(ChangeGroup.slug("a".repeat(300)));
        assertThat(ChangeGroup.slug("x.lock")).isEqualTo("x-lock");
    }
}

package dev.drydock.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each platform is sent, and what is made of its answers. */
class ForgeTest {
    private static final RepositoryName NAME = new RepositoryName("o", "r");
    private static final String HEAD = "drydock/fixes";
    private static final NewRequest NEW = new NewRequest("A title", "A text", HEAD, "main", true);

    private static final String GITHUB =
            "{'number':7,'html_url':'https://x/7','state':'%s','title':'T','body':'B','merged_at':%s,"
                    + "'head':{'ref':'drydock/fixes'},'base':{'ref':'main'},'labels':[{'name':'rebase'}]}";

    private static ChangeRequest open(Forge forge) throws IOException {
        return forge.findOpen(NAME, HEAD).get(0);
    }

    @Test
    void gitHub() throws IOException {
        String api = "/api/v3/repos/o/r";
        String query = "&head=o%3Adrydock%2Ffixes&sort=created&direction=desc&per_page=20";
        try (StubServer stub = new StubServer()) {
            stub.on("GET " + api + "/pulls?state=open" + query, 200, "[" + GITHUB.formatted("open", "null") + "]")
                    .on(
                            "GET " + api + "/pulls?state=closed" + query,
                            200,
                            "[" + GITHUB.formatted("closed", "null") + "," + GITHUB.formatted("closed", "'2026'") + "]")
                    .on(
                            "POST " + api + "/pulls",
                            422,
                            "{'message':'Validation Failed','errors':[{'message':'Draft pull requests are not supported in this repository.'}]}")
                    .on("POST " + api + "/pulls", 201, GITHUB.formatted("open", "null"))
                    .on("PATCH " + api + "/pulls/7", 200, GITHUB.formatted("open", "null"))
                    .on("POST " + api + "/issues/7/comments", 201, "{}")
                    .on("POST " + api + "/issues/7/labels", 200, "[]")
                    .on("DELETE " + api + "/issues/7/labels/needs%20work", 200, "[]")
                    .on("POST " + api + "/pulls/7/requested_reviewers", 201, "{}")
                    .on("POST " + api + "/issues/7/assignees", 201, "{}");
            Forge forge = stub.forge(Platform.GITHUB);
            ChangeRequest request = open(forge);
            assertThat(request)
                    .isEqualTo(new ChangeRequest(
                            7,
                            "https://x/7",
                            ChangeRequest.State.OPEN,
                            "T",
                            "B",
                            HEAD,
                            "main",
                            List.of("rebase"),
                            0,
                            List.of()));
            assertThat(stub.last().headers())
                    .containsEntry("authorization", "Bearer " + StubServer.TOKEN)
                    .containsEntry("accept", "application/vnd.github+json")
                    .containsEntry("x-github-api-version", "2022-11-28");
            assertThat(forge.findClosed(NAME, HEAD)).hasSize(1);
            forge.create(NAME, NEW);
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "title",
                            "A title",
                            "body",
                            "A text",
                            "head",
                            HEAD,
                            "base",
                            "main",
                            "maintainer_can_modify",
                            true));
            forge.update(NAME, request, "T2", "B2");
            assertThat(stub.last().json()).isEqualTo(Map.of("title", "T2", "body", "B2"));
            forge.retarget(NAME, request, "develop");
            assertThat(stub.last().json()).isEqualTo(Map.of("base", "develop"));
            forge.addLabels(NAME, request, List.of("docker"));
            assertThat(stub.last().json()).isEqualTo(Map.of("labels", List.of("docker")));
            forge.removeLabel(NAME, request, "needs work");
            forge.requestReviews(NAME, request, List.of("alice", "o/team"));
            assertThat(stub.last().json())
                    .isEqualTo(Map.of("reviewers", List.of("alice"), "team_reviewers", List.of("team")));
            forge.assign(NAME, request, List.of("bob"));
            assertThat(stub.last().json()).isEqualTo(Map.of("assignees", List.of("bob")));
            forge.close(NAME, request, "why");
            assertThat(stub.last().json()).isEqualTo(Map.of("state", "closed"));
        }
    }

    @Test
    void gitLab() throws IOException {
        String request = "{'iid':3,'web_url':'https://x/3','state':'%s','title':'Draft: T','description':'B',"
                + "'source_branch':'drydock/fixes','target_branch':'main','labels':['a'],"
                + "'source_project_id':1,'target_project_id':%d}";
        String api = "/sub/api/v4/projects/g%2Fs%2Fr";
        RepositoryName name = new RepositoryName("g/s", "r");
        String query = "&source_branch=drydock%2Ffixes&order_by=created_at&sort=desc&per_page=20";
        try (StubServer stub = new StubServer()) {
            stub.on(
                            "GET " + api + "/merge_requests?state=opened" + query,
                            200,
                            "[" + request.formatted("opened", 2) + "," + request.formatted("opened", 1) + "]")
                    .on(
                            "GET " + api + "/merge_requests?state=closed" + query,
                            200,
                            "[" + request.formatted("closed", 1) + "]")
                    .on("POST " + api + "/merge_requests", 201, request.formatted("opened", 1))
                    .on("PUT " + api + "/merge_requests/3", 200, request.formatted("opened", 1))
                    .on("POST " + api + "/merge_requests/3/notes", 201, "{}")
                    .on("GET /sub/api/v4/users?username=alice", 200, "[{'id':42}]")
                    .on("GET /sub/api/v4/users?username=nobody", 200, "[]");
            Forge forge = stub.forge(Platform.GITLAB, Optional.empty(), "/sub");
            ChangeRequest found = forge.findOpen(name, HEAD).get(0);
            assertThat(found.number()).isEqualTo(3);
            assertThat(stub.last().headers()).containsEntry("private-token", StubServer.TOKEN);
            assertThat(forge.findClosed(name, HEAD)).hasSize(1);
            forge.create(name, NEW);
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "source_branch",
                            HEAD,
                            "target_branch",
                            "main",
                            "title",
                            "Draft: A title",
                            "description",
                            "A text",
                            "remove_source_branch",
                            true));
            forge.update(name, found, "T2", "B2");
            assertThat(stub.last().json()).isEqualTo(Map.of("title", "Draft: T2", "description", "B2"));
            forge.retarget(name, found, "develop");
            assertThat(stub.last().json()).isEqualTo(Map.of("target_branch", "develop"));
            forge.addLabels(name, found, List.of("a", "b"));
            assertThat(stub.last().json()).isEqualTo(Map.of("add_labels", "a,b"));
            forge.removeLabel(name, found, "a");
            assertThat(stub.last().json()).isEqualTo(Map.of("remove_labels", "a"));
            forge.requestReviews(name, found, List.of("alice"));
            assertThat(stub.last().json()).isEqualTo(Map.of("reviewer_ids", List.of(42)));
            assertThatThrownBy(() -> forge.assign(name, found, List.of("nobody")))
                    .hasMessage("GitLab: there is no user nobody");
            forge.close(name, found, "why");
            assertThat(stub.last().json()).isEqualTo(Map.of("state_event", "close"));
        }
    }

    @Test
    void gitea() throws IOException {
        String request = "{'number':5,'html_url':'https://x/5','state':'%s','title':'T','body':'B','merged':false,"
                + "'head':{'ref':'drydock/fixes','label':'drydock/fixes','repo':{'full_name':'%s'}},'base':{'ref':'main'},'labels':[]}";
        String api = "/api/v1/repos/o/r";
        try (StubServer stub = new StubServer()) {
            stub.on(
                            "GET " + api + "/pulls?state=open&sort=recentupdate&limit=50&page=1",
                            200,
                            "[" + request.formatted("open", "fork/r") + "," + request.formatted("open", "o/r") + "]")
                    .on("GET " + api + "/pulls?state=open&sort=recentupdate&limit=50&page=2", 200, "[]")
                    .on("POST " + api + "/pulls", 201, request.formatted("open", "o/r"))
                    .on("PATCH " + api + "/pulls/5", 201, request.formatted("open", "o/r"))
                    .on("POST " + api + "/issues/5/comments", 201, "{}")
                    .on(
                            "GET " + api + "/labels?limit=50&page=1",
                            200,
                            "[{'id':9,'name':'Docker'}]",
                            "X-Total-Count",
                            "1")
                    .on("POST " + api + "/labels", 201, "{'id':10}")
                    .on("POST " + api + "/issues/5/labels", 200, "[]")
                    .on("DELETE " + api + "/issues/5/labels/9", 204, "")
                    .on("POST " + api + "/pulls/5/requested_reviewers", 201, "[]")
                    .on("PATCH " + api + "/issues/5", 201, "{}");
            Forge forge = stub.forge(Platform.GITEA);
            ChangeRequest found = open(forge);
            assertThat(found.number()).isEqualTo(5);
            assertThat(stub.last().headers()).containsEntry("authorization", "token " + StubServer.TOKEN);
            forge.create(NAME, NEW);
            assertThat(stub.last().json())
                    .isEqualTo(Map.of("title", "WIP: A title", "head", HEAD, "base", "main", "body", "A text"));
            forge.addLabels(NAME, found, List.of("docker", "new"));
            assertThat(stub.last().json()).isEqualTo(Map.of("labels", List.of(9, 10)));
            forge.removeLabel(NAME, found, "docker");
            forge.requestReviews(NAME, found, List.of("alice"));
            assertThat(stub.last().json())
                    .isEqualTo(Map.of("reviewers", List.of("alice"), "team_reviewers", List.of()));
            forge.assign(NAME, found, List.of("bob"));
            assertThat(stub.last().json()).isEqualTo(Map.of("assignees", List.of("bob")));
            forge.close(NAME, found, "why");
            assertThat(stub.last().json()).isEqualTo(Map.of("state", "closed"));
        }
    }

    /** A server may be set to smaller pages than asked for, and ours may be older than any that the first page holds. */
    @Test
    void giteaIsAskedUntilNothingMoreComes() throws IOException {
        String request =
                "{'number':%d,'state':'%s','merged':false,'head':{'ref':'%s','repo':{'full_name':'o/r'}},'base':{'ref':'main'}}";
        try (StubServer stub = new StubServer()) {
            for (String state : List.of("open", "closed")) {
                String list = "GET /api/v1/repos/o/r/pulls?state=" + state + "&sort=recentupdate&limit=50&page=";
                for (int page = 1; page <= 14; page++) {
                    stub.on(list + page, 200, "[" + request.formatted(page, state, "feature") + "]");
                }
                stub.on(list + 15, 200, "[" + request.formatted(99, state, HEAD) + "]")
                        .on(list + 16, 200, "[]");
            }
            Forge forge = stub.forge(Platform.GITEA);
            assertThat(forge.findOpen(NAME, HEAD))
                    .extracting(ChangeRequest::number)
                    .containsExactly(99L);
            assertThat(forge.findClosed(NAME, HEAD))
                    .extracting(ChangeRequest::number)
                    .containsExactly(99L);
        }
    }

    @Test
    void aRepositoryAnswersWithTheNameThatItBearsNowAndWhetherItTakesRequests() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on(
                    "GET /api/v1/repos/o/r",
                    200,
                    "{'name':'new','owner':{'login':'p'},'default_branch':'main','has_pull_requests':false}");
            HostedRepository repository = stub.forge(Platform.GITEA).repository(NAME);
            assertThat(repository.name()).hasToString("p/new");
            assertThat(repository.acceptsRequests()).isFalse();
        }
    }

    @Test
    void bitbucketCloud() throws IOException {
        String request = "{'id':4,'links':{'html':{'href':'https://x/4'}},'state':'OPEN','title':'T','description':'B',"
                + "'source':{'branch':{'name':'drydock/fixes'},'repository':{'full_name':'%s'}},"
                + "'destination':{'branch':{'name':'main'}},'reviewers':[{'uuid':'{u1}'}]}";
        String api = "/2.0/repositories/o/r/pullrequests";
        String query =
                "?pagelen=20&sort=-created_on&q=source.branch.name%3D%22drydock%2Ffixes%22%20AND%20state%3D%22OPEN%22";
        try (StubServer stub = new StubServer()) {
            stub.on(
                            "GET " + api + query,
                            200,
                            "{'values':[" + request.formatted("x/r") + "," + request.formatted("o/r") + "]}")
                    .on("POST " + api, 201, request.formatted("o/r"))
                    .on("PUT " + api + "/4", 200, request.formatted("o/r"))
                    .on("POST " + api + "/4/comments", 201, "{}")
                    .on("POST " + api + "/4/decline", 200, "{}");
            Forge forge = stub.forge(Platform.BITBUCKET_CLOUD, Optional.of("me@example.org"), "");
            ChangeRequest found = open(forge);
            assertThat(found.reviewers()).containsExactly("{u1}");
            assertThat(stub.last().headers().get("authorization")).startsWith("Basic ");
            forge.create(NAME, NEW);
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "title",
                            "A title",
                            "description",
                            "A text",
                            "source",
                            Map.of("branch", Map.of("name", HEAD)),
                            "destination",
                            Map.of("branch", Map.of("name", "main")),
                            "close_source_branch",
                            true,
                            "draft",
                            true));
            forge.update(NAME, found, "T2", "B2");
            assertThat(stub.last().json())
                    .isEqualTo(
                            Map.of("title", "T2", "description", "B2", "reviewers", List.of(Map.of("uuid", "{u1}"))));
            forge.requestReviews(NAME, found, List.of("557058:a"));
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "title",
                            "T",
                            "reviewers",
                            List.of(Map.of("uuid", "{u1}"), Map.of("account_id", "557058:a"))));
            assertThat(forge.limits().labels()).isFalse();
            forge.close(NAME, found, "why");
            assertThat(stub.last().line()).endsWith("/4/decline");
        }
        try (StubServer stub = new StubServer()) {
            stub.on("GET " + api + query, 200, "{'values':[]}");
            assertThat(stub.forge(Platform.BITBUCKET_CLOUD).findOpen(NAME, HEAD))
                    .isEmpty();
            assertThat(stub.last().headers()).containsEntry("authorization", "Bearer " + StubServer.TOKEN);
        }
    }

    @Test
    void bitbucketDataCenter() throws IOException {
        String request =
                "{'id':8,'version':2,'links':{'self':[{'href':'https://x/8'}]},'state':'OPEN','title':'T','description':'B',"
                        + "'fromRef':{'displayId':'drydock/fixes','repository':{'slug':'r','project':{'key':'%s'}}},"
                        + "'toRef':{'displayId':'main'},'reviewers':[{'user':{'name':'alice'}}]}";
        String api = "/rest/api/1.0/projects/o/repos/r/pull-requests";
        try (StubServer stub = new StubServer()) {
            stub.on(
                            "GET " + api
                                    + "?direction=OUTGOING&order=NEWEST&limit=20&state=OPEN&at=refs%2Fheads%2Fdrydock%2Ffixes",
                            200,
                            "{'values':[" + request.formatted("~f") + "," + request.formatted("O") + "]}")
                    .on("POST " + api, 201, request.formatted("O"))
                    .on("PUT " + api + "/8", 200, request.formatted("O"))
                    .on("POST " + api + "/8/comments", 201, "{}")
                    .on("POST " + api + "/8/decline?version=2", 200, "{}");
            Forge forge = stub.forge(Platform.BITBUCKET_DATA_CENTER);
            ChangeRequest found = open(forge);
            assertThat(found.version()).isEqualTo(2);
            assertThat(stub.last().headers()).containsEntry("x-atlassian-token", "no-check");
            forge.create(NAME, NEW);
            Map<String, Object> repository = Map.of("slug", "r", "project", Map.of("key", "o"));
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "title",
                            "A title",
                            "description",
                            "A text",
                            "fromRef",
                            Map.of("id", "refs/heads/" + HEAD, "repository", repository),
                            "toRef",
                            Map.of("id", "refs/heads/main", "repository", repository),
                            "draft",
                            true));
            forge.update(NAME, found, "T2", "B2");
            assertThat(stub.last().json())
                    .isEqualTo(Map.of(
                            "version",
                            2,
                            "title",
                            "T2",
                            "description",
                            "B2",
                            "reviewers",
                            List.of(Map.of("user", Map.of("name", "alice")))));
            forge.close(NAME, found, "why");
            assertThat(stub.last().line()).endsWith("/8/decline?version=2");
        }
    }

    /** The list of a user holds public repositories only, whoever asks for it. */
    @Test
    void theOwnListOfAUserHoldsPrivateRepositories() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on("GET /api/v3/user", 200, "{'login':'Me'}")
                    .on(
                            "GET /api/v3/user/repos?affiliation=owner&sort=full_name&per_page=100&page=1",
                            200,
                            "[{'name':'a','owner':{'login':'Me'},'private':true}]");
            assertThat(stub.forge(Platform.GITHUB).list("me")).hasSize(1);
        }
    }

    @Test
    void anAppListsWhereItIsInstalled() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on(
                    "GET /api/v3/installation/repositories?per_page=100&page=1",
                    200,
                    "{'total_count':2,'repositories':[{'name':'a','owner':{'login':'o'}},"
                            + "{'name':'b','owner':{'login':'other'}}]}");
            ForgeCredentials app = new ForgeCredentials(
                    Platform.GITHUB, Optional.empty(), dev.drydock.git.AccessToken.of("ghs_" + StubServer.TOKEN));
            Forge forge = ForgeAddress.of(Platform.GITHUB, java.net.URI.create(stub.url()), Optional.of(app))
                    .connect();
            assertThat(forge.list("o")).extracting(r -> r.name().toString()).containsExactly("o/a");
        }
    }

    @Test
    void aListWithoutEndIsSaidAndNotCutOff() throws ForgeException {
        Listing listing = new Listing(Platform.BITBUCKET_CLOUD, "w");
        for (int page = 0; page < 1000; page++) {
            listing.add(List.of());
        }
        assertThatThrownBy(() -> listing.add(List.of()))
                .hasMessage("Bitbucket Cloud: the list of the repositories of w has more than 1000 pages;"
                        + " name those that are meant with --repos");
    }

    @Test
    void listsOfSeveralPages() throws IOException {
        StringBuilder hundred = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            hundred.append(i == 0 ? "" : ",")
                    .append("{'name':'r" + i + "','owner':{'login':'o'},'clone_url':'https://h/o/r" + i + ".git'}");
        }
        try (StubServer stub = new StubServer()) {
            String list = "GET /api/v3/orgs/o/repos?type=all&sort=full_name&per_page=100&page=";
            stub.on(list + 1, 200, "[" + hundred + "]")
                    .on(
                            list + 2,
                            200,
                            "[{'name':'z','owner':{'login':'o'},'clone_url':'https://h/o/z.git','fork':true,'archived':true,'topics':['t']}]");
            List<HostedRepository> all = stub.forge(Platform.GITHUB).list("o");
            assertThat(all).hasSize(101);
            assertThat(all.get(100).fork()).isTrue();
            assertThat(all.get(100).topics()).containsExactly("t");
        }
        try (StubServer stub = new StubServer()) {
            String path = "GET /api/v3/users/me/repos?type=owner&sort=full_name&per_page=100&page=1";
            stub.on(path, 200, "[{'name':'z','owner':{'login':'me'}}]");
            assertThat(stub.forge(Platform.GITHUB).list("me")).hasSize(1);
        }
        try (StubServer stub = new StubServer()) {
            String list =
                    "GET /api/v4/groups/g%2Fs/projects?include_subgroups=true&with_shared=false&order_by=path&sort=asc&per_page=100&page=";
            stub.on(list + 1, 200, "[{'path_with_namespace':'g/s/a'}]", "X-Next-Page", "2")
                    .on(list + 2, 200, "[{'path_with_namespace':'g/s/t/b'}]", "X-Next-Page", "");
            assertThat(stub.forge(Platform.GITLAB).list("g/s"))
                    .extracting(r -> r.name().toString())
                    .containsExactly("g/s/a", "g/s/t/b");
        }
        try (StubServer stub = new StubServer()) {
            stub.on(
                            "GET /2.0/repositories/w?pagelen=100&sort=full_name",
                            200,
                            "{'values':[{'full_name':'w/a','links':{'clone':[{'name':'https','href':'https://me@h/w/a.git'}]}}],'next':'"
                                    + stub.url() + "/2.0/next'}")
                    .on("GET /2.0/next", 200, "{'values':[{'full_name':'w/b'}],'next':'https://evil.example/2.0/x'}");
            assertThatThrownBy(() -> stub.forge(Platform.BITBUCKET_CLOUD).list("w"))
                    .hasMessage("Bitbucket Cloud points to another host (evil.example): not followed");
        }
    }

    @Test
    void limitsOfTheRateAreWaitedOut() throws IOException {
        String path = "GET /api/v3/repos/o/r";
        try (StubServer stub = new StubServer()) {
            stub.on(
                            path,
                            403,
                            "{'message':'API rate limit exceeded'}",
                            "X-RateLimit-Remaining",
                            "0",
                            "X-RateLimit-Reset",
                            "1800000029")
                    .on(path, 403, "{'message':'You have exceeded a secondary rate limit.'}")
                    .on(path, 429, "{}", "Retry-After", "7")
                    .on(path, 200, "{'name':'r','owner':{'login':'o'}}");
            stub.forge(Platform.GITHUB).repository(NAME);
            assertThat(stub.waits)
                    .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(7));
        }
        try (StubServer stub = new StubServer()) {
            stub.on(path, 429, "{}", "Retry-After", "86400");
            assertThatThrownBy(() -> stub.forge(Platform.GITHUB).repository(NAME))
                    .hasMessage("GitHub: the limit of requests is used up until 2027-01-16T08:00:00Z");
        }
    }

    /** Every repository has a client of its own, and all of them have one limit. */
    @Test
    void aLimitThatOneClientMeetsHoldsForAll() throws IOException {
        try (StubServer stub = new StubServer()) {
            RateGate gate = new RateGate(StubServer.CLOCK);
            stub.on("GET /api/v3/repos/o/r", 429, "{}", "Retry-After", "86400")
                    .on("GET /api/v3/repos/o/s", 200, "{'name':'s','owner':{'login':'o'}}");
            assertThatThrownBy(() -> stub.forge(Platform.GITHUB, gate).repository(NAME))
                    .isInstanceOf(RateLimitException.class);
            assertThatThrownBy(() -> stub.forge(Platform.GITHUB, gate).repository(new RepositoryName("o", "s")))
                    .isInstanceOf(RateLimitException.class)
                    .hasMessage("GitHub: the limit of requests is used up until 2027-01-16T08:00:00Z");
            assertThat(stub.lines()).hasSize(1);
            assertThat(gate.isShut()).isTrue();
        }
    }

    @Test
    void whatFailsTwiceOnTheServerIsNotTriedFiveTimes() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on("PATCH /api/v1/repos/o/r/issues/5", 500, "{}");
            ChangeRequest request =
                    new ChangeRequest(5, "", ChangeRequest.State.OPEN, "T", "B", HEAD, "main", List.of(), 0, List.of());
            assertThatThrownBy(() -> stub.forge(Platform.GITEA).assign(NAME, request, List.of("nobody")))
                    .hasMessageContaining("answered 500");
            assertThat(stub.lines()).hasSize(2);
        }
    }

    @Test
    void failuresAreTriedAgainWhereThatIsHarmless() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on("GET /api/v3/repos/o/r", 502, "<html>")
                    .on("GET /api/v3/repos/o/r", 200, "{'name':'r','owner':{'login':'o'}}");
            stub.forge(Platform.GITHUB).repository(NAME);
            assertThat(stub.waits).containsExactly(Duration.ofSeconds(2));
            stub.on("POST /api/v3/repos/o/r/pulls", 502, "<html>");
            assertThatThrownBy(() ->
                            stub.forge(Platform.GITHUB).create(NAME, new NewRequest("T", "B", HEAD, "main", false)))
                    .hasMessage("GitHub: POST /repos/o/r/pulls answered 502: <html>");
            assertThat(stub.lines().stream().filter(line -> line.startsWith("POST")))
                    .hasSize(1);
        }
    }

    @Test
    void errorsAreOneLineAndHoldNoToken() throws IOException {
        List<String> messages = new ArrayList<>();
        try (StubServer stub = new StubServer()) {
            String path = "GET /api/v3/repos/o/r";
            stub.on(path, 401, "{'message':'Bad credentials " + StubServer.TOKEN + "'}")
                    .on(
                            path,
                            422,
                            "{'message':'Validation Failed','errors':[{'resource':'PullRequest','field':'head','code':'invalid'}]}")
                    .on(path, 404, "line one\\nline two")
                    .on(path, 302, "", "Location", "http://localhost:1/x")
                    .on(path, 200, "no json");
            Forge forge = stub.forge(Platform.GITHUB);
            for (int i = 0; i < 5; i++) {
                try {
                    forge.repository(NAME);
                } catch (ForgeException e) {
                    messages.add(e.getMessage());
                }
            }
        }
        assertThat(messages)
                .containsExactly(
                        "GitHub: GET /repos/o/r answered 401 (the token is missing, wrong or expired): Bad credentials ***",
                        "GitHub: GET /repos/o/r answered 422: Validation Failed; head; invalid",
                        "GitHub: GET /repos/o/r answered 404 (not there, or the token may not see it): line one\\nline two",
                        "GitHub: GET /repos/o/r answered 302: redirected to another host, localhost",
                        "GitHub: GET /repos/o/r answered 200: the answer is not JSON");
    }

    @Test
    void aRenamedRepositoryIsFollowedOnTheSameHost() throws IOException {
        try (StubServer stub = new StubServer()) {
            stub.on("GET /api/v3/repos/o/r", 301, "{}", "Location", stub.url() + "/api/v3/repositories/1")
                    .on("GET /api/v3/repositories/1", 200, "{'name':'new','owner':{'login':'o'}}");
            assertThat(stub.forge(Platform.GITHUB).repository(NAME).name()).hasToString("o/new");
        }
    }
}

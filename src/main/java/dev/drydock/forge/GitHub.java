package dev.drydock.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitHub and GitHub Enterprise by the REST API, version 2022-11-28. */
final class GitHub implements Forge {
    private static final int PER_PAGE = 100;

    private final RestClient rest;
    private final boolean installation;

    GitHub(ForgeAddress address, RateGate gate) throws ForgeException {
        this.installation =
                address.credentials().filter(ForgeCredentials::isOfInstallation).isPresent();
        this.rest = new RestClient(
                address,
                gate,
                api(address.web()),
                List.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28"));
    }

    /** {@code api.github.com}, {@code api.NAME.ghe.com}, or {@code HOST/api/v3} of an own server. */
    private static URI api(URI web) {
        String host = web.getHost();
        if (host != null && (host.equals("github.com") || host.endsWith(".ghe.com"))) {
            return URI.create("https://api." + host);
        }
        return URI.create(web + "/api/v3");
    }

    @Override
    public Platform platform() {
        return Platform.GITHUB;
    }

    private static String repo(RepositoryName repository) {
        return "/repos/" + repository.encoded();
    }

    @Override
    public HostedRepository repository(RepositoryName repository) throws ForgeException {
        return hosted(rest.get(repo(repository)).body(), Optional.of(repository));
    }

    private static HostedRepository hosted(Json json, Optional<RepositoryName> asked) {
        return new HostedRepository(
                HostedRepository.nameOr(
                        asked, json.at("owner", "login").text(), json.at("name").text()),
                json.at("clone_url").text(),
                json.at("default_branch").text(),
                json.at("fork").isTrue(),
                json.at("archived").isTrue(),
                !json.at("has_pull_requests").isFalse(),
                json.at("topics").items().stream().map(Json::text).toList());
    }

    @Override
    public List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "open");
    }

    @Override
    public List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "closed").stream()
                .filter(request -> request.state() == ChangeRequest.State.CLOSED)
                .toList();
    }

    /** The owner in the filter keeps requests from forks out. */
    private List<ChangeRequest> requests(RepositoryName repository, String head, String state) throws ForgeException {
        String filter = RepositoryName.encode(repository.owner() + ":" + head);
        Json found = rest.get(repo(repository) + "/pulls?state=" + state + "&head=" + filter
                        + "&sort=created&direction=desc&per_page=20")
                .body();
        return found.items().stream()
                .map(GitHub::request)
                .filter(request -> request.head().equals(head))
                .toList();
    }

    private static ChangeRequest request(Json json) {
        ChangeRequest.State state = json.at("state").text().equals("open")
                ? ChangeRequest.State.OPEN
                : json.at("merged_at").isPresent() ? ChangeRequest.State.MERGED : ChangeRequest.State.CLOSED;
        return new ChangeRequest(
                json.at("number").number(),
                json.at("html_url").text(),
                state,
                json.at("title").text(),
                json.at("body").text(),
                json.at("head", "ref").text(),
                json.at("base", "ref").text(),
                json.at("labels").items().stream()
                        .map(label -> label.at("name").text())
                        .toList(),
                0,
                List.of());
    }

    @Override
    public ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException {
        Map<String, Object> body = Json.object(
                "title", request.title(),
                "head", request.head(),
                "base", request.base(),
                "body", request.body(),
                "maintainer_can_modify", true);
        if (!request.draft()) {
            return request(rest.post(repo(repository) + "/pulls", body).body());
        }
        body.put("draft", true);
        try {
            return request(rest.post(repo(repository) + "/pulls", body).body());
        } catch (ForgeException e) {
            // Private repositories of free plans have no drafts.
            if (e.status() != 422 || !e.getMessage().contains("Draft pull requests are not supported")) {
                throw e;
            }
            body.remove("draft");
            return request(rest.post(repo(repository) + "/pulls", body).body());
        }
    }

    private static String pull(RepositoryName repository, ChangeRequest request) {
        return repo(repository) + "/pulls/" + request.number();
    }

    private static String issue(RepositoryName repository, ChangeRequest request) {
        return repo(repository) + "/issues/" + request.number();
    }

    @Override
    public ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body)
            throws ForgeException {
        return request(rest.patch(pull(repository, request), Json.object("title", title, "body", body))
                .body());
    }

    @Override
    public ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) throws ForgeException {
        return request(
                rest.patch(pull(repository, request), Json.object("base", base)).body());
    }

    @Override
    public void close(RepositoryName repository, ChangeRequest request, String comment) throws ForgeException {
        rest.post(issue(repository, request) + "/comments", Json.object("body", comment));
        rest.patch(pull(repository, request), Json.object("state", "closed"));
    }

    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        rest.post(issue(repository, request) + "/labels", Json.object("labels", labels));
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException {
        rest.delete(issue(repository, request) + "/labels/" + RepositoryName.encode(label));
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers)
            throws ForgeException {
        List<String> people = new ArrayList<>();
        List<String> teams = new ArrayList<>();
        for (String reviewer : reviewers) {
            int slash = reviewer.indexOf('/');
            (slash < 0 ? people : teams).add(reviewer.substring(slash + 1));
        }
        rest.post(
                pull(repository, request) + "/requested_reviewers",
                Json.object("reviewers", people, "team_reviewers", teams));
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException {
        rest.post(issue(repository, request) + "/assignees", Json.object("assignees", people));
    }

    @Override
    public List<HostedRepository> list(String owner) throws ForgeException {
        if (installation) {
            // An app may only write where it is installed, and sees private repositories nowhere else.
            return pages(owner, "/installation/repositories?per_page=" + PER_PAGE, Optional.empty()).stream()
                    .filter(repository -> repository.name().owner().equalsIgnoreCase(owner))
                    .toList();
        }
        String organisation =
                "/orgs/" + RepositoryName.encode(owner) + "/repos?type=all&sort=full_name&per_page=" + PER_PAGE;
        Optional<RestClient.Answer> first = rest.find(organisation + "&page=1");
        if (first.isPresent()) {
            return pages(owner, organisation, first);
        }
        String path = isOwn(owner)
                ? "/user/repos?affiliation=owner"
                : "/users/" + RepositoryName.encode(owner) + "/repos?type=owner";
        return pages(owner, path + "&sort=full_name&per_page=" + PER_PAGE, Optional.empty());
    }

    /** The list of a user holds public repositories alone, whoever asks; the own list holds all. */
    private boolean isOwn(String owner) throws ForgeException {
        try {
            return rest.get("/user").body().at("login").text().equalsIgnoreCase(owner);
        } catch (RateLimitException e) {
            throw e;
        } catch (ForgeException e) {
            if (e.status() == 401 || e.status() == 403 || e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    private List<HostedRepository> pages(String owner, String path, Optional<RestClient.Answer> first)
            throws ForgeException {
        Listing listing = new Listing(Platform.GITHUB, owner);
        for (int page = 1; ; page++) {
            Json body = (page == 1 && first.isPresent() ? first.get() : rest.get(path + "&page=" + page)).body();
            List<Json> items = installation ? body.at("repositories").items() : body.items();
            listing.add(
                    items.stream().map(item -> hosted(item, Optional.empty())).toList());
            if (items.size() < PER_PAGE) {
                return listing.all();
            }
        }
    }
}

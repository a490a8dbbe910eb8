package dev.drydock.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bitbucket Data Center by its REST API, version 1.0. It has no labels and no assignees. */
final class BitbucketDataCenter implements Forge {
    private static final String HEADS = "refs/heads/";

    private final RestClient rest;
    private final URI web;

    BitbucketDataCenter(ForgeAddress address, RateGate gate) throws ForgeException {
        this.web = address.web();
        this.rest = new RestClient(
                address,
                gate,
                URI.create(address.web() + "/rest/api/1.0"),
                List.of("Accept", "application/json", "X-Atlassian-Token", "no-check"));
    }

    @Override
    public Platform platform() {
        return Platform.BITBUCKET_DATA_CENTER;
    }

    private static String repo(RepositoryName repository) {
        return "/projects/" + RepositoryName.encode(repository.owner()) + "/repos/"
                + RepositoryName.encode(repository.name());
    }

    @Override
    public HostedRepository repository(RepositoryName repository) throws ForgeException {
        Json json = rest.get(repo(repository)).body();
        String branch = rest.find(repo(repository) + "/default-branch")
                .map(answer -> answer.body().at("displayId").text())
                .orElse("");
        return hosted(json, branch, Optional.of(repository));
    }

    private HostedRepository hosted(Json json, String defaultBranch, Optional<RepositoryName> asked) {
        RepositoryName name = HostedRepository.nameOr(
                asked, json.at("project", "key").text(), json.at("slug").text());
        String https = json.at("links", "clone").items().stream()
                .filter(link -> link.at("name").text().startsWith("http"))
                .map(link -> link.at("href").text())
                .findFirst()
                .orElse(web + "/scm/" + name + ".git");
        return new HostedRepository(
                name,
                https,
                defaultBranch,
                json.at("origin").isPresent(),
                json.at("archived").isTrue(),
                true,
                List.of());
    }

    @Override
    public List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "OPEN");
    }

    @Override
    public List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "DECLINED");
    }

    private List<ChangeRequest> requests(RepositoryName repository, String head, String state) throws ForgeException {
        Json found = rest.get(repo(repository) + "/pull-requests?direction=OUTGOING&order=NEWEST&limit=20&state="
                        + state + "&at=" + RepositoryName.encode(HEADS + head))
                .body();
        return found.at("values").items().stream()
                .filter(json -> json.at("fromRef", "repository", "slug").text().equalsIgnoreCase(repository.name())
                        && json.at("fromRef", "repository", "project", "key")
                                .text()
                                .equalsIgnoreCase(repository.owner()))
                .map(BitbucketDataCenter::request)
                .filter(request -> request.head().equals(head))
                .toList();
    }

    private static ChangeRequest request(Json json) {
        ChangeRequest.State state = switch (json.at("state").text()) {
            case "OPEN" -> ChangeRequest.State.OPEN;
            case "MERGED" -> ChangeRequest.State.MERGED;
            default -> ChangeRequest.State.CLOSED;
        };
        List<Json> self = json.at("links", "self").items();
        return new ChangeRequest(
                json.at("id").number(),
                self.isEmpty() ? "" : self.get(0).at("href").text(),
                state,
                json.at("title").text(),
                json.at("description").text(),
                json.at("fromRef", "displayId").text(),
                json.at("toRef", "displayId").text(),
                List.of(),
                json.at("version").number(),
                json.at("reviewers").items().stream()
                        .map(reviewer -> reviewer.at("user", "name").text())
                        .toList());
    }

    private static Map<String, Object> ref(RepositoryName repository, String branch) {
        return Json.object(
                "id",
                HEADS + branch,
                "repository",
                Json.object("slug", repository.name(), "project", Json.object("key", repository.owner())));
    }

    private static List<Map<String, Object>> users(List<String> names) {
        return names.stream()
                .map(name -> Json.object("user", Json.object("name", name)))
                .toList();
    }

    @Override
    public ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException {
        Map<String, Object> body = Json.object(
                "title", request.title(),
                "description", request.body(),
                "fromRef", ref(repository, request.head()),
                "toRef", ref(repository, request.base()));
        if (request.draft()) {
            body.put("draft", true);
        }
        return request(rest.post(repo(repository) + "/pull-requests", body).body());
    }

    private static String pull(RepositoryName repository, ChangeRequest request) {
        return repo(repository) + "/pull-requests/" + request.number();
    }

    /** The version makes the server refuse an update of what has changed since; reviewers not repeated are taken off. */
    @Override
    public ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body)
            throws ForgeException {
        return put(repository, request, title, body, request.reviewers());
    }

    private ChangeRequest put(
            RepositoryName repository, ChangeRequest request, String title, String body, List<String> reviewers)
            throws ForgeException {
        Map<String, Object> fields = Json.object(
                "version", request.version(), "title", title, "description", body, "reviewers", users(reviewers));
        return request(rest.put(pull(repository, request), fields).body());
    }

    @Override
    public ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) throws ForgeException {
        Map<String, Object> fields = Json.object(
                "version",
                request.version(),
                "title",
                request.title(),
                "description",
                request.body(),
                "toRef",
                ref(repository, base),
                "reviewers",
                users(request.reviewers()));
        return request(rest.put(pull(repository, request), fields).body());
    }

    @Override
    public void close(RepositoryName repository, ChangeRequest request, String comment) throws ForgeException {
        rest.post(pull(repository, request) + "/comments", Json.object("text", comment));
        rest.post(pull(repository, request) + "/decline?version=" + request.version(), Json.object());
    }

    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        throw new ForgeException("Bitbucket Data Center has no labels on pull requests");
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException {
        throw new ForgeException("Bitbucket Data Center has no labels on pull requests");
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers)
            throws ForgeException {
        List<String> all = new ArrayList<>(request.reviewers());
        reviewers.stream().filter(name -> !all.contains(name)).forEach(all::add);
        put(repository, request, request.title(), request.body(), all);
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException {
        throw new ForgeException("Bitbucket Data Center has no assignees");
    }

    @Override
    public List<HostedRepository> list(String owner) throws ForgeException {
        Listing listing = new Listing(Platform.BITBUCKET_DATA_CENTER, owner);
        String path = "/projects/" + RepositoryName.encode(owner) + "/repos?limit=100&start=";
        long start = 0;
        while (true) {
            Json body = rest.get(path + start).body();
            listing.add(body.at("values").items().stream()
                    .map(item -> hosted(item, "", Optional.empty()))
                    .toList());
            long next = body.at("nextPageStart").number();
            if (!body.at("isLastPage").isPresent() || body.at("isLastPage").isTrue() || next <= start) {
                return listing.all();
            }
            start = next;
        }
    }
}

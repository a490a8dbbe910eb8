package dev.drydock.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bitbucket Cloud by its REST API, version 2.0. It has no labels and no assignees. */
final class BitbucketCloud implements Forge {

    private final RestClient rest;

    BitbucketCloud(ForgeAddress address, RateGate gate) throws ForgeException {
        this.rest = new RestClient(address, gate, api(address.web()), List.of("Accept", "application/json"));
    }

    private static URI api(URI web) {
        return "bitbucket.org".equals(web.getHost())
                ? URI.create("https://api.bitbucket.org/2.0")
                : URI.create(web + "/2.0");
    }

    @Override
    public Platform platform() {
        return Platform.BITBUCKET_CLOUD;
    }

    private static String repo(RepositoryName repository) {
        return "/repositories/" + repository.encoded();
    }

    @Override
    public HostedRepository repository(RepositoryName repository) throws ForgeException {
        return hosted(rest.get(repo(repository)).body(), Optional.of(repository));
    }

    private static HostedRepository hosted(Json json, Optional<RepositoryName> asked) {
        String path = json.at("full_name").text();
        int slash = path.indexOf('/');
        String https = json.at("links", "clone").items().stream()
                .filter(link -> link.at("name").text().equals("https"))
                .map(link -> link.at("href").text())
                .findFirst()
                .orElse("");
        return new HostedRepository(
                HostedRepository.nameOr(asked, slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1)),
                withoutUser(https),
                json.at("mainbranch", "name").text(),
                json.at("parent").isPresent(),
                false,
                true,
                List.of());
    }

    /** The listing puts the name of the account into the address. */
    private static String withoutUser(String url) {
        int start = url.indexOf("://");
        int at = url.indexOf('@');
        return start >= 0 && at > start ? url.substring(0, start + 3) + url.substring(at + 1) : url;
    }

    @Override
    public List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "state=\"OPEN\"");
    }

    @Override
    public List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "(state=\"DECLINED\" OR state=\"SUPERSEDED\")");
    }

    private List<ChangeRequest> requests(RepositoryName repository, String head, String states) throws ForgeException {
        String query = "source.branch.name=\"" + head.replace("\\", "\\\\").replace("\"", "\\\"") + "\" AND " + states;
        Json found = rest.get(repo(repository) + "/pullrequests?pagelen=20&sort=-created_on&q="
                        + RepositoryName.encode(query))
                .body();
        return found.at("values").items().stream()
                .filter(json ->
                        json.at("source", "repository", "full_name").text().equalsIgnoreCase(repository.toString()))
                .map(BitbucketCloud::request)
                .filter(request -> request.head().equals(head))
                .toList();
    }

    private static ChangeRequest request(Json json) {
        ChangeRequest.State state = switch (json.at("state").text()) {
            case "OPEN" -> ChangeRequest.State.OPEN;
            case "MERGED" -> ChangeRequest.State.MERGED;
            default -> ChangeRequest.State.CLOSED;
        };
        String body = json.at("description").text();
        return new ChangeRequest(
                json.at("id").number(),
                json.at("links", "html", "href").text(),
                state,
                json.at("title").text(),
                body.isEmpty() ? json.at("summary", "raw").text() : body,
                json.at("source", "branch", "name").text(),
                json.at("destination", "branch", "name").text(),
                List.of(),
                0,
                json.at("reviewers").items().stream()
                        .map(user -> user.at("uuid").text())
                        .toList());
    }

    private static Map<String, Object> branch(String name) {
        return Json.object("branch", Json.object("name", name));
    }

    private static List<Map<String, Object>> users(List<String> reviewers) {
        return reviewers.stream()
                .map(id -> Json.object(id.startsWith("{") ? "uuid" : "account_id", id))
                .toList();
    }

    @Override
    public ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException {
        Map<String, Object> body = Json.object(
                "title", request.title(),
                "description", request.body(),
                "source", branch(request.head()),
                "destination", branch(request.base()),
                "close_source_branch", true);
        if (request.draft()) {
            body.put("draft", true);
        }
        return request(rest.post(repo(repository) + "/pullrequests", body).body());
    }

    private static String pull(RepositoryName repository, ChangeRequest request) {
        return repo(repository) + "/pullrequests/" + request.number();
    }

    /** An update that does not repeat the reviewers takes them off. */
    @Override
    public ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body)
            throws ForgeException {
        Map<String, Object> fields =
                Json.object("title", title, "description", body, "reviewers", users(request.reviewers()));
        return request(rest.put(pull(repository, request), fields).body());
    }

    @Override
    public ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) throws ForgeException {
        Map<String, Object> fields = Json.object(
                "title", request.title(), "destination", branch(base), "reviewers", users(request.reviewers()));
        return request(rest.put(pull(repository, request), fields).body());
    }

    @Override
    public void close(RepositoryName repository, ChangeRequest request, String comment) throws ForgeException {
        rest.post(pull(repository, request) + "/comments", Json.object("content", Json.object("raw", comment)));
        rest.post(pull(repository, request) + "/decline", Json.object());
    }

    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        throw new ForgeException("Bitbucket Cloud has no labels");
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException {
        throw new ForgeException("Bitbucket Cloud has no labels");
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers)
            throws ForgeException {
        List<String> all = new ArrayList<>(request.reviewers());
        reviewers.stream().filter(id -> !all.contains(id)).forEach(all::add);
        rest.put(pull(repository, request), Json.object("title", request.title(), "reviewers", users(all)));
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException {
        throw new ForgeException("Bitbucket Cloud has no assignees");
    }

    @Override
    public List<HostedRepository> list(String owner) throws ForgeException {
        Listing listing = new Listing(Platform.BITBUCKET_CLOUD, owner);
        String path = "/repositories/" + RepositoryName.encode(owner) + "?pagelen=100&sort=full_name";
        while (!path.isEmpty()) {
            Json body = rest.get(path).body();
            listing.add(body.at("values").items().stream()
                    .map(item -> hosted(item, Optional.empty()))
                    .toList());
            path = body.at("next").text();
        }
        return listing.all();
    }
}

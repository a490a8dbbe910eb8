package dev.drydock.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitLab by its REST API, version 4. Groups may be nested. */
final class GitLab implements Forge {

    private final RestClient rest;

    GitLab(ForgeAddress address, RateGate gate) throws ForgeException {
        this.rest = new RestClient(address, gate, URI.create(address.web() + "/api/v4"), List.of());
    }

    @Override
    public Platform platform() {
        return Platform.GITLAB;
    }

    private static String project(RepositoryName repository) {
        return "/projects/" + repository.encodedAsOne();
    }

    @Override
    public HostedRepository repository(RepositoryName repository) throws ForgeException {
        return hosted(rest.get(project(repository)).body(), Optional.of(repository));
    }

    private static HostedRepository hosted(Json json, Optional<RepositoryName> asked) {
        String path = json.at("path_with_namespace").text();
        int slash = path.lastIndexOf('/');
        return new HostedRepository(
                HostedRepository.nameOr(asked, slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1)),
                json.at("http_url_to_repo").text(),
                json.at("default_branch").text(),
                json.at("forked_from_project").isPresent(),
                json.at("archived").isTrue(),
                !json.at("merge_requests_access_level").text().equals("disabled")
                        && !json.at("merge_requests_enabled").isFalse(),
                json.at("topics").items().stream().map(Json::text).toList());
    }

    @Override
    public List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "opened");
    }

    @Override
    public List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "closed");
    }

    private List<ChangeRequest> requests(RepositoryName repository, String head, String state) throws ForgeException {
        Json found = rest.get(project(repository) + "/merge_requests?state=" + state + "&source_branch="
                        + RepositoryName.encode(head) + "&order_by=created_at&sort=desc&per_page=20")
                .body();
        return found.items().stream()
                // A request from a fork has another source than target.
                .filter(json -> json.at("source_project_id").number()
                        == json.at("target_project_id").number())
                .map(GitLab::request)
                .filter(request -> request.head().equals(head))
                .toList();
    }

    private static ChangeRequest request(Json json) {
        ChangeRequest.State state = switch (json.at("state").text()) {
            case "opened", "locked" -> ChangeRequest.State.OPEN;
            case "merged" -> ChangeRequest.State.MERGED;
            default -> ChangeRequest.State.CLOSED;
        };
        return new ChangeRequest(
                json.at("iid").number(),
                json.at("web_url").text(),
                state,
                json.at("title").text(),
                json.at("description").text(),
                json.at("source_branch").text(),
                json.at("target_branch").text(),
                json.at("labels").items().stream().map(Json::text).toList(),
                0,
                List.of());
    }

    @Override
    public ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException {
        Map<String, Object> body = Json.object(
                "source_branch", request.head(),
                "target_branch", request.base(),
                "title", (request.draft() ? "Draft: " : "") + request.title(),
                "description", request.body(),
                "remove_source_branch", true);
        return request(rest.post(project(repository) + "/merge_requests", body).body());
    }

    private static String merge(RepositoryName repository, ChangeRequest request) {
        return project(repository) + "/merge_requests/" + request.number();
    }

    /** The word that marks a draft is part of the title here; it is kept as people left it. */
    @Override
    public ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body)
            throws ForgeException {
        String mark = request.title().startsWith("Draft: ") && !title.startsWith("Draft: ") ? "Draft: " : "";
        return request(rest.put(merge(repository, request), Json.object("title", mark + title, "description", body))
                .body());
    }

    @Override
    public ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) throws ForgeException {
        return request(rest.put(merge(repository, request), Json.object("target_branch", base))
                .body());
    }

    @Override
    public void close(RepositoryName repository, ChangeRequest request, String comment) throws ForgeException {
        rest.post(merge(repository, request) + "/notes", Json.object("body", comment));
        rest.put(merge(repository, request), Json.object("state_event", "close"));
    }

    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        rest.put(merge(repository, request), Json.object("add_labels", String.join(",", labels)));
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException {
        rest.put(merge(repository, request), Json.object("remove_labels", label));
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers)
            throws ForgeException {
        rest.put(merge(repository, request), Json.object("reviewer_ids", ids(reviewers)));
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException {
        rest.put(merge(repository, request), Json.object("assignee_ids", ids(people)));
    }

    private List<Long> ids(List<String> people) throws ForgeException {
        List<Long> ids = new ArrayList<>();
        for (String person : people) {
            List<Json> found = rest.get("/users?username=" + RepositoryName.encode(person))
                    .body()
                    .items();
            if (found.isEmpty()) {
                throw new ForgeException("GitLab: there is no user " + person);
            }
            ids.add(found.get(0).at("id").number());
        }
        return ids;
    }

    @Override
    public List<HostedRepository> list(String owner) throws ForgeException {
        String group = "/groups/" + RepositoryName.encode(owner)
                + "/projects?include_subgroups=true&with_shared=false&order_by=path&sort=asc&per_page=100";
        Optional<RestClient.Answer> first = rest.find(group + "&page=1");
        String path = first.isPresent()
                ? group
                : "/users/" + RepositoryName.encode(owner) + "/projects?order_by=path&sort=asc&per_page=100";
        Listing listing = new Listing(Platform.GITLAB, owner);
        for (int page = 1; ; page++) {
            RestClient.Answer answer = page == 1 && first.isPresent() ? first.get() : rest.get(path + "&page=" + page);
            listing.add(answer.body().items().stream()
                    .map(item -> hosted(item, Optional.empty()))
                    .toList());
            if (answer.nextPage().filter(next -> !next.isBlank()).isEmpty()) {
                return listing.all();
            }
        }
    }
}

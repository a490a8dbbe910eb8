package dev.drydock.forge;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gitea and Forgejo by their common REST API, version 1. */
final class Gitea implements Forge {
    private static final int PAGE = 50;

    /** Of requests, which the API cannot filter by branch; more are said, never cut off silently. */
    private static final int MOST_PAGES = 2000;

    private static final int CLOSED = 20;

    private final RestClient rest;

    Gitea(ForgeAddress address, RateGate gate) throws ForgeException {
        this.rest = new RestClient(
                address, gate, URI.create(address.web() + "/api/v1"), List.of("Accept", "application/json"));
    }

    @Override
    public Platform platform() {
        return Platform.GITEA;
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
                json.at("empty").isTrue() ? "" : json.at("default_branch").text(),
                json.at("fork").isTrue(),
                json.at("archived").isTrue(),
                !json.at("has_pull_requests").isFalse(),
                json.at("topics").items().stream().map(Json::text).toList());
    }

    @Override
    public List<ChangeRequest> findOpen(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "open", Integer.MAX_VALUE);
    }

    @Override
    public List<ChangeRequest> findClosed(RepositoryName repository, String head) throws ForgeException {
        return requests(repository, head, "closed", CLOSED).stream()
                .filter(request -> request.state() == ChangeRequest.State.CLOSED)
                .toList();
    }

    private List<ChangeRequest> requests(RepositoryName repository, String head, String state, int enough)
            throws ForgeException {
        List<ChangeRequest> found = new ArrayList<>();
        Pages pages = new Pages(repo(repository) + "/pulls?state=" + state + "&sort=recentupdate&limit=" + PAGE);
        while (found.size() < enough && pages.hasNext()) {
            for (Json item : pages.next()) {
                boolean own = item.at("head", "repo", "full_name").text().equalsIgnoreCase(repository.toString());
                // The branch may be deleted; its label still names it.
                String branch = item.at("head", "label").text();
                String ref = item.at("head", "ref").text();
                boolean matches = ref.equals(head) || (ref.startsWith("refs/pull/") && branch.equals(head));
                if ((own || !item.at("head", "repo").isPresent()) && matches) {
                    found.add(request(item));
                }
            }
        }
        return found;
    }

    /**
     * A listing, page after page. The server may be set to smaller pages than asked for, so a short page is not the last: an
     * empty one is, or the one with which as many came as the server counts.
     */
    private final class Pages {
        private final String path;
        private Optional<RestClient.Answer> first;
        private int page;
        private long seen;
        private boolean over;

        Pages(String path) {
            this(path, Optional.empty());
        }

        /**
         * @param first the answer to the first page, if it is there already
         */
        Pages(String path, Optional<RestClient.Answer> first) {
            this.path = path;
            this.first = first;
        }

        boolean hasNext() {
            return !over;
        }

        List<Json> next() throws ForgeException {
            if (++page > MOST_PAGES) {
                throw new ForgeException("Gitea: " + path.substring(0, path.indexOf('?')) + " has more than "
                        + MOST_PAGES + " pages: not read to its end");
            }
            RestClient.Answer answer = first.isPresent() ? first.get() : rest.get(path + "&page=" + page);
            first = Optional.empty();
            List<Json> items = answer.body().items();
            seen += items.size();
            over = items.isEmpty()
                    || answer.total().filter(total -> seen >= total).isPresent();
            return items;
        }
    }

    private static ChangeRequest request(Json json) {
        ChangeRequest.State state = json.at("state").text().equals("open")
                ? ChangeRequest.State.OPEN
                : json.at("merged").isTrue() ? ChangeRequest.State.MERGED : ChangeRequest.State.CLOSED;
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
                "title", (request.draft() ? "WIP: " : "") + request.title(),
                "head", request.head(),
                "base", request.base(),
                "body", request.body());
        return request(rest.post(repo(repository) + "/pulls", body).body());
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
        String mark = request.title().startsWith("WIP: ") && !title.startsWith("WIP: ") ? "WIP: " : "";
        return request(rest.patch(pull(repository, request), Json.object("title", mark + title, "body", body))
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

    /** Labels go by number here; one that is not there is made. */
    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        Map<String, Long> known = labels(repository);
        List<Long> ids = new ArrayList<>();
        for (String label : labels) {
            Long id = known.get(label.toLowerCase(Locale.ROOT));
            ids.add(
                    id != null
                            ? id
                            : rest.post(repo(repository) + "/labels", Json.object("name", label, "color", "#1d76db"))
                                    .body()
                                    .at("id")
                                    .number());
        }
        rest.post(issue(repository, request) + "/labels", Json.object("labels", ids));
    }

    private Map<String, Long> labels(RepositoryName repository) throws ForgeException {
        Map<String, Long> labels = new LinkedHashMap<>();
        Pages pages = new Pages(repo(repository) + "/labels?limit=" + PAGE);
        while (pages.hasNext()) {
            pages.next()
                    .forEach(item -> labels.put(
                            item.at("name").text().toLowerCase(Locale.ROOT),
                            item.at("id").number()));
        }
        return labels;
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) throws ForgeException {
        Long id = labels(repository).get(label.toLowerCase(Locale.ROOT));
        if (id != null) {
            rest.delete(issue(repository, request) + "/labels/" + id);
        }
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers)
            throws ForgeException {
        List<String> people =
                reviewers.stream().filter(name -> !name.contains("/")).toList();
        List<String> teams = reviewers.stream()
                .filter(name -> name.contains("/"))
                .map(name -> name.substring(name.indexOf('/') + 1))
                .toList();
        rest.post(
                pull(repository, request) + "/requested_reviewers",
                Json.object("reviewers", people, "team_reviewers", teams));
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) throws ForgeException {
        rest.patch(issue(repository, request), Json.object("assignees", people));
    }

    @Override
    public List<HostedRepository> list(String owner) throws ForgeException {
        String organisation = "/orgs/" + RepositoryName.encode(owner) + "/repos?limit=" + PAGE;
        Optional<RestClient.Answer> first = rest.find(organisation + "&page=1");
        String path =
                first.isPresent() ? organisation : "/users/" + RepositoryName.encode(owner) + "/repos?limit=" + PAGE;
        List<HostedRepository> all = new ArrayList<>();
        Pages pages = new Pages(path, first);
        while (pages.hasNext()) {
            pages.next().forEach(item -> all.add(hosted(item, Optional.empty())));
        }
        return all;
    }
}

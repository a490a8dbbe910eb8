package dev.drydock.pullrequest;

import dev.drydock.forge.ChangeRequest;
import dev.drydock.forge.Forge;
import dev.drydock.forge.ForgeException;
import dev.drydock.forge.HostedRepository;
import dev.drydock.forge.NewRequest;
import dev.drydock.forge.Platform;
import dev.drydock.forge.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A forge in memory. It knows nothing of Git. */
public final class FakeForge implements Forge {
    public final List<ChangeRequest> requests = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public Platform platform = Platform.GITHUB;
    public boolean refuseLabels;
    public boolean refuseCreation;
    public String defaultBranch = "main";
    public boolean archived;
    public boolean acceptsRequests = true;
    /** The name that the repository bears now; requests are found under it alone. */
    public Optional<RepositoryName> nowCalled = Optional.empty();
    /** What another run opens between the look and the opening. */
    public Optional<ChangeRequest> meanwhile = Optional.empty();

    private boolean knows(RepositoryName repository) {
        return nowCalled.filter(name -> !name.equals(repository)).isEmpty();
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public HostedRepository repository(RepositoryName repository) {
        return new HostedRepository(
                nowCalled.orElse(repository), "", defaultBranch, false, archived, acceptsRequests, List.of());
    }

    @Override
    public synchronized List<ChangeRequest> findOpen(RepositoryName repository, String head) {
        return requests.stream()
                .filter(r -> knows(repository) && r.head().equals(head) && r.state() == ChangeRequest.State.OPEN)
                .toList();
    }

    @Override
    public synchronized List<ChangeRequest> findClosed(RepositoryName repository, String head) {
        return requests.stream()
                .filter(r -> knows(repository) && r.head().equals(head) && r.state() == ChangeRequest.State.CLOSED)
                .toList();
    }

    @Override
    public synchronized ChangeRequest create(RepositoryName repository, NewRequest request) throws ForgeException {
        calls.add("create " + request.head());
        if (meanwhile.isPresent()) {
            requests.add(meanwhile.get());
            meanwhile = Optional.empty();
            throw new ForgeException("GitHub: POST /pulls answered 422", 422);
        }
        if (refuseCreation) {
            throw new ForgeException("GitHub: POST /pulls answered 500", 500);
        }
        ChangeRequest created = new ChangeRequest(
                requests.size() + 1,
                "https://forge.example/" + repository + "/" + (requests.size() + 1),
                ChangeRequest.State.OPEN,
                request.title(),
                request.body(),
                request.head(),
                request.base(),
                List.of(),
                0,
                List.of());
        requests.add(created);
        return created;
    }

    private synchronized ChangeRequest replace(
            ChangeRequest request, ChangeRequest.State state, String title, String body, List<String> labels) {
        ChangeRequest changed = new ChangeRequest(
                request.number(),
                request.url(),
                state,
                title,
                body,
                request.head(),
                request.base(),
                labels,
                0,
                List.of());
        requests.set((int) request.number() - 1, changed);
        return changed;
    }

    public ChangeRequest get(int number) {
        return requests.get(number - 1);
    }

    /** What a person does in the browser. */
    public void edit(int number, ChangeRequest.State state, String body, String... labels) {
        replace(get(number), state, get(number).title(), body, List.of(labels));
    }

    /** What a person calls it. */
    public void rename(int number, String title) {
        ChangeRequest request = get(number);
        replace(request, request.state(), title, request.body(), request.labels());
    }

    @Override
    public ChangeRequest update(RepositoryName repository, ChangeRequest request, String title, String body) {
        calls.add("update " + request.head());
        return replace(request, request.state(), title, body, request.labels());
    }

    @Override
    public synchronized ChangeRequest retarget(RepositoryName repository, ChangeRequest request, String base) {
        calls.add("retarget " + request.head() + " to " + base);
        ChangeRequest changed = new ChangeRequest(
                request.number(),
                request.url(),
                request.state(),
                request.title(),
                request.body(),
                request.head(),
                base,
                request.labels(),
                0,
                List.of());
        requests.set((int) request.number() - 1, changed);
        return changed;
    }

    @Override
    public void close(RepositoryName repository, ChangeRequest request, String comment) {
        calls.add("close " + request.head() + ": " + comment);
        replace(request, ChangeRequest.State.CLOSED, request.title(), request.body(), request.labels());
    }

    @Override
    public void addLabels(RepositoryName repository, ChangeRequest request, List<String> labels) throws ForgeException {
        if (refuseLabels) {
            throw new ForgeException("GitHub: labels answered 403", 403);
        }
        calls.add("label " + labels);
    }

    @Override
    public void removeLabel(RepositoryName repository, ChangeRequest request, String label) {
        calls.add("unlabel " + label);
    }

    @Override
    public void requestReviews(RepositoryName repository, ChangeRequest request, List<String> reviewers) {
        calls.add("review " + reviewers);
    }

    @Override
    public void assign(RepositoryName repository, ChangeRequest request, List<String> people) {
        calls.add("assign " + people);
    }

    @Override
    public List<HostedRepository> list(String owner) {
        return List.of();
    }
}

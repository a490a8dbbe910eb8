package dev.drydock.registry;

import dev.drydock.image.ImageReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tag list of a repository page by page, following the Link header of the distribution protocol. */
final class TagPages {
    private static final int PAGE_SIZE = 1000;
    private static final int PAGE_LIMIT = 4 << 20;
    private static final int MOST_PAGES = 50;
    private static final int MOST_TAGS = 50_000;

    /** Asks the registry. */
    interface Asker {
        Response ask(Request request) throws RegistryFailure, InterruptedException;
    }

    private final Asker asker;

    TagPages(Asker asker) {
        this.asker = asker;
    }

    TagList read(Target target) throws RegistryFailure, InterruptedException {
        var tags = new ArrayList<String>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> page = Optional.of(target.tags(PAGE_SIZE));
        while (page.isPresent()) {
            if (seen.size() == MOST_PAGES || tags.size() >= MOST_TAGS) {
                return new TagList(tags, false);
            }
            if (!seen.add(page.get())) {
                throw new RegistryFailure(Failed.Kind.BAD_ANSWER, target.origin() + " lists its tags in a circle");
            }
            Response response = asker.ask(Request.get(page.get(), "", PAGE_LIMIT));
            tags.addAll(tagsIn(target, response));
            page = next(target, page.get(), response);
        }
        return new TagList(tags, true);
    }

    private static List<String> tagsIn(Target target, Response response) throws RegistryFailure {
        if (!response.isOk()) {
            throw new RegistryFailure(refusal(target, response.status()));
        }
        JsonObject json = JsonObject.parse(response.body())
                .filter(object -> object.has("tags"))
                .orElseThrow(() -> new RegistryFailure(
                        Failed.Kind.BAD_ANSWER, target.origin() + " sends no tag list for " + target.repository()));
        return json.strings("tags").stream().filter(ImageReference::isTag).toList();
    }

    private static Failed refusal(Target target, int status) {
        Failed.Kind kind = switch (status) {
            case 401, 403 -> Failed.Kind.DENIED;
            case 404 -> Failed.Kind.NOT_FOUND;
            default -> status >= 500 ? Failed.Kind.SERVER_ERROR : Failed.Kind.BAD_ANSWER;
        };
        return Failed.of(
                kind, target.origin() + " answers with status " + status + " for the tags of " + target.repository());
    }

    /** Returns the address in {@code <...>; rel="next"}; it must be one of the same registry. */
    private static Optional<URI> next(Target target, URI page, Response response) throws RegistryFailure {
        String link = response.header("Link").orElse("");
        int open = link.indexOf('<');
        int close = link.indexOf('>', open + 1);
        if (open < 0 || close < 0 || !link.substring(close).replace("\"", "").contains("rel=next")) {
            return Optional.empty();
        }
        try {
            URI next = page.resolve(link.substring(open + 1, close));
            if (Origin.isUsable(next) && Origin.of(next).equals(target.origin())) {
                return Optional.of(next);
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with addresses of other hosts.
        }
        throw new RegistryFailure(
                Failed.Kind.BAD_ANSWER, target.origin() + " continues its tag list at an address that is not its own");
    }
}

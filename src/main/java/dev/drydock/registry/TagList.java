package dev.drydock.registry;

import java.util.List;

/**
 * The tags of a repository, in the order of the registry.
 *
 * @param tags the tags
 * @param complete false when there are more than we care to read
 */
public record TagList(List<String> tags, boolean complete) implements TagListing {

    public TagList {
        tags = List.copyOf(tags);
    }
}

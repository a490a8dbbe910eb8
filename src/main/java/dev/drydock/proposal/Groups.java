package dev.drydock.proposal;

import dev.drydock.pullrequest.ChangeGroup;

/** Groups under other names. */
final class Groups {
    private Groups() {}

    static ChangeGroup renamed(ChangeGroup group, String name) {
        return new ChangeGroup(name, group.title(), group.files(), group.items(), group.left(), group.steps());
    }
}

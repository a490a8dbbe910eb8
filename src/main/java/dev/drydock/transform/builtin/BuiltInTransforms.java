package dev.drydock.transform.builtin;

import dev.drydock.transform.Transform;
import dev.drydock.transform.builtin.files.AddToCopy;
import dev.drydock.transform.builtin.metadata.MaintainerToLabel;
import dev.drydock.transform.builtin.ports.DropSshPort;
import dev.drydock.transform.builtin.user.RunAsNonRoot;
import java.util.List;

/** The transforms that come with Drydock. Each has a page in the catalogue under the same id. */
public final class BuiltInTransforms {
    private BuiltInTransforms() {}

    /** Returns all of them; the catalogue, not this list, decides in which order they run. */
    public static List<Transform> all() {
        return List.of(new RunAsNonRoot(), new AddToCopy(), new DropSshPort(), new MaintainerToLabel());
    }
}

package io.crackscope.ui.scorecard;

import java.nio.file.Path;
import java.util.List;

/** Where photos go that somebody wants to see more of. */
public interface PhotoDestination {
    /** Opens {@code photo} in the viewer. */
    void open(Path photo);

    /**
     * Shows {@code photos} in the photo list.
     *
     * @param description what they have in common, in words: {@code False alarms}
     */
    void show(List<Path> photos, String description);
}

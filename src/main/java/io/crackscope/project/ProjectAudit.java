package io.crackscope.project;

import io.crackscope.project.ProjectException.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of a project that is not open, for whoever examines it: from a private copy, so that nothing is
 * written into the file, and the folder may be write-protected. Used by one thread.
 *
 * <p>Must not be made for a project that this process has open; {@link InspectionProject#verify()} is for that.
 */
public final class ProjectAudit implements AutoCloseable {
    private final ProjectCopy copy;
    private final Store store;

    private ProjectAudit(ProjectCopy copy, Store store) {
        this.copy = copy;
        this.store = store;
    }

    /**
     * Copies the project in {@code file}.
     *
     * @throws ProjectException if it is open in a window, or is not a project this program can use
     */
    public static ProjectAudit of(Path file) {
        ProjectFile form = new ProjectFile(Schema.present());
        form.recognise(file);
        try (ProjectLock lock = lock(file)) {
            ProjectCopy copy = ProjectCopy.of(file.toRealPath());
            try {
                return new ProjectAudit(copy, new Store(file, form.open(copy.file())));
            } catch (ProjectException e) {
                copy.close();
                throw new ProjectException(file, e.problem(), e);
            }
        } catch (IOException e) {
            throw new ProjectException(file, Problem.NOT_SAVED, e);
        }
    }

    /** None where the folder is write-protected: then nobody works on the project there. */
    private static @Nullable ProjectLock lock(Path file) throws IOException {
        try {
            return ProjectLock.of(file.toRealPath());
        } catch (ProjectException e) {
            if (e.problem() == Problem.READ_ONLY) {
                return null;
            }
            throw e;
        }
    }

    /** What the inspection is about. */
    public ProjectFacts facts() {
        return store.read(Photos::facts);
    }

    /** As {@link InspectionProject#trail}. */
    public List<AuditEntry> trail(long from, int most) {
        return AuditTrail.read(store, from, most);
    }

    /** As {@link InspectionProject#verify()}; with {@code head}, a hash that was kept elsewhere must be in the trail. */
    public Verification verify(Optional<String> head) {
        return store.read(sql -> new Verifier(sql).verify(head));
    }

    /** Deletes the copy. */
    @Override
    public void close() {
        try (copy) {
            store.close();
        }
    }
}

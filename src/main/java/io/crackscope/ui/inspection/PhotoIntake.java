package io.crackscope.ui.inspection;

import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches what was dropped for photos and puts them into the list and the inspection. UI executor only. */
final class PhotoIntake {
    /** Hears, on the UI executor, how it goes. */
    interface Observer {
        /** A search began or ended. */
        void changed();

        /** Photos came, or none; {@code said} is what there is to say about it. */
        void came(Notice said);
    }

    private final JobRunner runner;
    private final PhotoList list;
    private final ProjectDesk desk;
    private final Observer observer;
    private @Nullable Cancellation search;
    private int searches;
    private boolean closed;

    PhotoIntake(JobRunner runner, PhotoList list, ProjectDesk desk, Observer observer) {
        this.runner = runner;
        this.list = list;
        this.desk = desk;
        this.observer = observer;
    }

    boolean isSearching() {
        return searches > 0;
    }

    /** Searches files and folders; what is found comes later. */
    void take(List<Path> filesAndFolders) {
        record Found(DroppedPhotos.Sorted sorted, Path folder) {}
        searches++;
        search = runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Found>) (publish, cancellation) ->
                        new Found(DroppedPhotos.sort(filesAndFolders, cancellation), CommonFolder.of(filesAndFolders)),
                new JobRunner.Listener<Void, Found>() {
                    @Override
                    public void done(Found found) {
                        searches--;
                        if (!closed) {
                            list(found.sorted(), found.folder());
                        }
                    }

                    @Override
                    public void failed(Throwable failure) {
                        searches--;
                        observer.changed();
                        throw new IllegalStateException("searching for photos failed", failure);
                    }

                    @Override
                    public void cancelled() {
                        searches--;
                        if (!closed) {
                            observer.changed();
                        }
                    }
                });
        observer.changed();
    }

    /** Stops the search that began last. */
    void cancel() {
        if (search != null) {
            search.cancel();
        }
    }

    /** Lists nothing more. */
    void close() {
        closed = true;
    }

    private void list(DroppedPhotos.Sorted sorted, Path folder) {
        List<DroppedPhotos.Photo> usable = sorted.photos().stream()
                .filter(photo -> photo.refusal() == null)
                .toList();
        int refused = list.add(sorted.photos().stream()
                .filter(photo -> photo.refusal() != null)
                .toList());
        if (usable.isEmpty()) {
            observer.came(said(sorted, refused));
        } else {
            desk.add(usable, folder, fresh -> observer.came(said(sorted, refused + fresh)));
        }
    }

    private static Notice said(DroppedPhotos.Sorted sorted, int fresh) {
        if (fresh == 0 && !sorted.photos().isEmpty()) {
            return new Notice.AlreadyListed(sorted.photos().size());
        } else if (!sorted.emptyFolders().isEmpty()) {
            return new Notice.NoPhotosIn(sorted.emptyFolders().getFirst());
        }
        return new Notice.None();
    }
}

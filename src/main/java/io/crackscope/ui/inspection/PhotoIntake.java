package io.crackscope.ui.inspection;

import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches what was dropped for photos and puts them into the list and the inspection; while that is being opened, what was
 * found waits. UI executor only.
 */
final class PhotoIntake {
    /** Hears, on the UI executor, how it goes. */
    interface Observer {
        /** Photos of the person's own come while the inspection that is there to try is open: it is to be closed. */
        void trialEnds();

        /** A search began or ended. */
        void changed();

        /** Photos came, or none; {@code said} is what there is to say about it. */
        void came(Notice said);
    }

    private final JobRunner runner;
    private final PhotoList list;
    private final ProjectDesk desk;
    private final Observer observer;
    private final List<Cancellation> flags = new ArrayList<>();
    private final List<Found> waiting = new ArrayList<>();
    private int searches;

    /** Raised to leave searches behind: what those of an earlier round find is not listed. */
    private int round;

    private record Found(DroppedPhotos.Sorted sorted, Path folder) {}

    PhotoIntake(JobRunner runner, PhotoList list, ProjectDesk desk, Observer observer) {
        this.runner = runner;
        this.list = list;
        this.desk = desk;
        this.observer = observer;
    }

    /** Whether photos are looked for, or found and not yet listed. */
    boolean isSearching() {
        return searches > 0 || !waiting.isEmpty();
    }

    /** Searches files and folders; what is found comes later. */
    void take(List<Path> filesAndFolders) {
        int mine = round;
        searches++;
        flags.add(runner.start(
                JobRunner.Lane.IO,
                (JobRunner.Job<Void, Found>) (publish, cancellation) ->
                        new Found(DroppedPhotos.sort(filesAndFolders, cancellation), CommonFolder.of(filesAndFolders)),
                new JobRunner.Listener<Void, Found>() {
                    @Override
                    public void done(Found found) {
                        searches--;
                        if (mine == round) {
                            list(found);
                        }
                        observer.changed();
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
                        observer.changed();
                    }
                }));
        observer.changed();
    }

    /** Leaves behind what is searched and found and not yet listed. */
    void cancel() {
        round++;
        flags.forEach(Cancellation::cancel);
        flags.clear();
        waiting.clear();
    }

    /** Two inspections cannot be on the desk: what comes while one is being opened belongs to that one. */
    private void list(Found found) {
        if (desk.stateProperty().get() instanceof DeskState.Opening) {
            waiting.add(found);
        } else {
            if (!found.sorted().photos().isEmpty() && desk.isTrialApartFrom(found.folder())) {
                observer.trialEnds();
            }
            list(found.sorted(), found.folder());
        }
    }

    /** Lists what waited for an inspection to be opened, if none is being opened any more. */
    void listWaiting() {
        List<Found> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(this::list);
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

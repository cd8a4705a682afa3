package io.crackscope.ui.inspection;

import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.inspection.InspectionOutcome;
import io.crackscope.project.InspectionProject;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectException;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.ProjectSnapshot;
import io.crackscope.project.Relocation;
import io.crackscope.ui.inspection.ProjectLoading.Added;
import io.crackscope.ui.inspection.ProjectLoading.Loaded;
import io.crackscope.work.Cancellation;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The inspection on the desk: opens and makes projects, keeps the list of photos as the project has it, and saves what
 * happens. UI executor only.
 */
public final class ProjectDesk {
    /** Called, on the UI executor, when rows came or went. */
    @FunctionalInterface
    interface Observer {
        void rowsChanged();
    }

    private final ProjectPlaces places;
    private final PhotoList list;
    private final Observer observer;
    private final ProjectLane lane;
    private final Map<PhotoId, PhotoRow> byId = new HashMap<>();
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(new DeskState.Closed());
    private final ReadOnlyObjectWrapper<Optional<ProjectException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private @Nullable Path shownFile;
    private int shownMissing;

    ProjectDesk(JobRunner runner, ProjectPlaces places, PhotoList list, Observer observer) {
        this.places = places;
        this.list = list;
        this.observer = observer;
        this.lane = new ProjectLane(runner, failure -> problem.set(Optional.of(failure)));
    }

    /** Whether an inspection is open, and which. */
    public ReadOnlyObjectProperty<DeskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What could not be opened or saved last; empty until then and after {@link #dismissProblem()}. */
    public ReadOnlyObjectProperty<Optional<ProjectException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /** Inspections opened lately, the newest first. */
    public List<Path> recent() {
        return places.recent();
    }

    /** The open inspection, for those who only read it. */
    public Optional<InspectionProject> project() {
        return lane.project();
    }

    /** Whether an inspection is open. */
    public boolean isOpen() {
        return state.get() instanceof DeskState.Open;
    }

    /** Whether the open inspection came with the program and photos in {@code folder} are not of it. */
    boolean isTrialApartFrom(Path folder) {
        return state.get() instanceof DeskState.Open open
                && places.isForTrial(open.file())
                && !places.files(folder).contains(open.file());
    }

    /** Opens the inspection in {@code file} instead of the one that is open. */
    public void open(Path file) {
        dismissProblem();
        clear(new DeskState.Opening());
        String who = places.who();
        lane.open(() -> InspectionProject.openOrView(file, who), ProjectLoading::all, this::show, this::refused);
    }

    /** Closes the inspection that is open and leaves an empty desk. Photos and inspection stay on disk. */
    public void close() {
        lane.close();
        clear(new DeskState.Closed());
    }

    /**
     * Adds photos to the open inspection, or to the one that is kept for photos in {@code folder}.
     *
     * @param fresh hears how many of them the list did not have
     */
    void add(List<DroppedPhotos.Photo> dropped, Path folder, Consumer<Integer> fresh) {
        List<Path> photos = dropped.stream().map(DroppedPhotos.Photo::file).toList();
        if (isOpen()) {
            lane.run(project -> ProjectLoading.add(project, photos), added -> came(added, fresh));
            return;
        }
        List<Path> files = places.files(folder);
        if (files.isEmpty()) {
            unsaved(dropped, fresh);
            return;
        }
        state.set(new DeskState.Opening());
        String title = folder.getFileName() == null ? "" : folder.getFileName().toString();
        ProjectFacts facts = ProjectFacts.titled(title, places.today());
        String who = places.who();
        lane.open(
                () -> ProjectLoading.openOrMake(files, facts, who),
                project -> {
                    int added = project.addPhotos(photos).added().size();
                    return new Added(ProjectLoading.all(project), added);
                },
                added -> came(added, fresh),
                failure -> {
                    refused(failure);
                    if (failure.problem() == Problem.READ_ONLY || failure.problem() == Problem.NOT_SAVED) {
                        unsaved(dropped, fresh);
                    } else {
                        fresh.accept(dropped.size());
                    }
                });
    }

    private void unsaved(List<DroppedPhotos.Photo> dropped, Consumer<Integer> fresh) {
        state.set(new DeskState.Unsaved());
        fresh.accept(list.add(dropped));
    }

    /** Saves what the model answered for {@code row}. */
    void record(PhotoRow row, InspectionOutcome outcome, ModelStamp model, VerdictThresholds thresholds) {
        PhotoId id = row.id();
        if (id == null || byId.get(id) != row || !state.get().isWritable()) {
            return;
        }
        Instant now = Instant.now();
        lane.run(project -> ProjectLoading.keep(project, id, outcome, model, thresholds, now), saved -> {});
    }

    /** Does {@code change} with the open project and shows what became of it. */
    void change(Consumer<InspectionProject> change) {
        change(change, () -> {});
    }

    /** As the other method; {@code failed} is run where nothing became of it, after that was said. */
    void change(Consumer<InspectionProject> change, Runnable failed) {
        changeAndTell(
                project -> {
                    change.accept(project);
                    return true;
                },
                done -> {},
                failed,
                besidesKnown());
    }

    /** As {@link #change}; {@code then} hears what came of it, after the list shows it. */
    <R> void changeAndTell(Function<InspectionProject, R> change, Consumer<R> then) {
        changeAndTell(change, then, () -> {}, besidesKnown());
    }

    private Function<InspectionProject, Loaded> besidesKnown() {
        Set<PhotoId> known = new HashSet<>(byId.keySet());
        return project -> ProjectLoading.besides(project, known);
    }

    private <R> void changeAndTell(
            Function<InspectionProject, R> change,
            Consumer<R> then,
            Runnable failed,
            Function<InspectionProject, Loaded> load) {
        String who = places.who();
        record Changed<R>(Loaded loaded, R result) {}
        lane.<Changed<R>>run(
                project -> {
                    project.actAs(who);
                    R result = change.apply(project);
                    return new Changed<>(load.apply(project), result);
                },
                changed -> {
                    show(changed.loaded());
                    then.accept(changed.result());
                },
                telling(failed));
    }

    /** Looks in {@code folder} for photos that are not where they were; list and lane are free meanwhile. */
    void findMissing(Path folder, Consumer<Relocation> then) {
        Set<PhotoId> known = new HashSet<>(byId.keySet());
        lane.aside(
                project -> project.relocate(folder, (done, total) -> {}, new Cancellation()),
                found -> changeAndTell(
                        project -> found, then, () -> {}, project -> ProjectLoading.moved(project, known)));
    }

    /** Reads from the open project; changes nothing. */
    <R> void ask(Function<InspectionProject, R> question, Consumer<R> then) {
        lane.run(question::apply, then);
    }

    /** Saves {@code change} without showing anything anew; {@code then} is run in the end, saved or not. */
    void save(Consumer<InspectionProject> change, Runnable then) {
        lane.run(
                project -> {
                    change.accept(project);
                    return true;
                },
                done -> then.run(),
                telling(then));
    }

    private Consumer<ProjectException> telling(Runnable then) {
        return failure -> {
            problem.set(Optional.of(failure));
            then.run();
        };
    }

    private void came(Added added, Consumer<Integer> fresh) {
        show(added.loaded());
        fresh.accept(added.fresh());
    }

    private void refused(ProjectException failure) {
        problem.set(Optional.of(failure));
        clear(new DeskState.Closed());
    }

    private void clear(DeskState next) {
        byId.clear();
        shownFile = null;
        list.clear();
        state.set(next);
        observer.rowsChanged();
    }

    private void show(Loaded loaded) {
        ProjectSnapshot snapshot = loaded.snapshot();
        boolean isOther = !snapshot.file().equals(shownFile);
        int missing = loaded.missing().orElse(isOther ? 0 : shownMissing);
        List<PhotoRow> rows = new ArrayList<>(snapshot.photos().size());
        Map<PhotoId, PhotoRow> before = new HashMap<>(byId);
        byId.clear();
        for (ProjectPhoto photo : snapshot.photos()) {
            PhotoRow row = before.get(photo.id());
            if (row == null || !row.file().equals(photo.file())) {
                row = row == null ? ProjectLoading.rowOf(photo, loaded.findings()) : row.at(photo.file());
            }
            row.reviewed(photo.review(), photo.draft());
            row.scaled(photo.scale());
            byId.put(photo.id(), row);
            rows.add(row);
        }
        list.show(rows);
        boolean readOnly = lane.project().map(InspectionProject::isReadOnly).orElse(false);
        state.set(new DeskState.Open(
                snapshot.file(),
                snapshot.facts(),
                snapshot.undo().filter(step -> !readOnly),
                snapshot.redo().filter(step -> !readOnly),
                missing,
                readOnly));
        shownMissing = missing;
        if (isOther) {
            shownFile = snapshot.file();
            places.opened(snapshot.file());
        }
        observer.rowsChanged();
    }
}

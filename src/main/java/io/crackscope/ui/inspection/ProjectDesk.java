package io.crackscope.ui.inspection;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
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
import io.crackscope.project.StoredAnswer;
import io.crackscope.work.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    /** The project after a change, with what the models found on photos that the list does not know yet. */
    private record Loaded(ProjectSnapshot snapshot, Map<PhotoId, CrackFindings> findings, int missing) {}

    private static final Logger LOG = LoggerFactory.getLogger(ProjectDesk.class);

    private final ProjectPlaces places;
    private final PhotoList list;
    private final Observer observer;
    private final ProjectLane lane;
    private final Map<PhotoId, PhotoRow> byId = new HashMap<>();
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(new DeskState.Closed());
    private final ReadOnlyObjectWrapper<Optional<ProjectException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

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

    /** Whether an inspection is open. */
    public boolean isOpen() {
        return state.get() instanceof DeskState.Open;
    }

    /** Opens the inspection in {@code file} instead of the one that is open. */
    public void open(Path file) {
        dismissProblem();
        clear(new DeskState.Opening());
        lane.open(
                () -> InspectionProject.open(file, places.who()),
                project -> loaded(project, null),
                this::show,
                this::refused);
    }

    /** Closes the inspection that is open and leaves an empty desk. Photos and inspection stay on disk. */
    public void close() {
        clear(new DeskState.Closed());
        lane.close();
    }

    /**
     * Adds photos to the open inspection, or to the one that is kept for photos in {@code folder}.
     *
     * @param fresh hears how many of them the list did not have
     */
    void add(List<DroppedPhotos.Photo> dropped, Path folder, Consumer<Integer> fresh) {
        List<Path> photos = dropped.stream().map(DroppedPhotos.Photo::file).toList();
        if (isOpen()) {
            lane.run(project -> addTo(project, photos), added -> came(added, fresh));
            return;
        }
        List<Path> files = places.files(folder);
        if (files.isEmpty()) {
            unsaved(dropped, fresh);
            return;
        }
        state.set(new DeskState.Opening());
        lane.open(
                () -> openOrMake(files, titleOf(folder)),
                project -> {
                    boolean isNew = project.snapshot().photos().isEmpty();
                    Added added = addTo(project, photos);
                    return isNew ? added : new Added(loaded(project, null), added.fresh());
                },
                added -> came(added, fresh),
                failure -> {
                    refused(failure);
                    if (failure.problem() == Problem.READ_ONLY || failure.problem() == Problem.NOT_SAVED) {
                        unsaved(dropped, fresh);
                    } else {
                        fresh.accept(0);
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
        if (id == null || byId.get(id) != row) {
            return;
        }
        Instant now = Instant.now();
        lane.run(
                project -> switch (outcome) {
                    case InspectionOutcome.Inspected done ->
                        project.recordJudged(
                                id,
                                new ModelAnswer.Judged(
                                        done.verdict(), done.probability(), thresholds, done.millis(), model, now),
                                done.facts(),
                                new CrackFindings(done.map(), done.evidence()));
                    case InspectionOutcome.Refused refused ->
                        project.recordRefused(id, new ModelAnswer.Refused(refused.refusal(), model, now));
                },
                saved -> {});
    }

    /** Does {@code change} with the open project and shows what became of it. */
    void change(Consumer<InspectionProject> change) {
        changeAndTell(
                project -> {
                    change.accept(project);
                    return true;
                },
                done -> {});
    }

    /** As {@link #change}; {@code then} hears what came of it, after the list shows it. */
    <R> void changeAndTell(Function<InspectionProject, R> change, Consumer<R> then) {
        Set<PhotoId> known = new HashSet<>(byId.keySet());
        String who = places.who();
        record Changed<R>(Loaded loaded, R result) {}
        lane.<Changed<R>>run(
                project -> {
                    project.actAs(who);
                    R result = change.apply(project);
                    return new Changed<>(loaded(project, known), result);
                },
                changed -> {
                    show(changed.loaded());
                    then.accept(changed.result());
                });
    }

    /** As {@link #changeAndTell}, for a change that takes long: the list and the lane are free meanwhile. */
    <R> void changeAside(Function<InspectionProject, R> change, Consumer<R> then) {
        lane.aside(change::apply, result -> changeAndTell(project -> result, then));
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
                failure -> {
                    problem.set(Optional.of(failure));
                    then.run();
                });
    }

    // ---- on the lane

    private record Added(Loaded loaded, int fresh) {}

    private Added addTo(InspectionProject project, List<Path> photos) {
        io.crackscope.project.Added added = project.addPhotos(photos);
        Set<PhotoId> present = new HashSet<>();
        project.snapshot().photos().forEach(photo -> present.add(photo.id()));
        added.added().forEach(present::remove);
        return new Added(loaded(project, present), added.added().size());
    }

    /** @param known photos whose findings nobody needs; null where nothing is known */
    private static Loaded loaded(InspectionProject project, @Nullable Set<PhotoId> known) {
        ProjectSnapshot snapshot = project.snapshot();
        Map<PhotoId, CrackFindings> findings = new HashMap<>();
        for (ProjectPhoto photo : snapshot.photos()) {
            if (known == null || !known.contains(photo.id())) {
                photo.latest()
                        .map(StoredAnswer::id)
                        .flatMap(project::findings)
                        .ifPresent(found -> findings.put(photo.id(), found));
            }
        }
        return new Loaded(snapshot, findings, project.missing().size());
    }

    private InspectionProject openOrMake(List<Path> files, String title) {
        ProjectException first = null;
        for (Path file : files) {
            try {
                if (Files.exists(file)) {
                    return InspectionProject.open(file, places.who());
                }
                makeFolder(file.getParent());
                return InspectionProject.create(file, ProjectFacts.titled(title, places.today()), places.who());
            } catch (ProjectException e) {
                if (e.problem() != Problem.READ_ONLY) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IllegalArgumentException("no place") : first;
    }

    /** What is missing in the end shows when the project is made. */
    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be made", folder, e);
        }
    }

    private static String titleOf(Path folder) {
        return folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    // ---- on the UI executor

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
        list.clear();
        state.set(next);
        observer.rowsChanged();
    }

    private void show(Loaded loaded) {
        ProjectSnapshot snapshot = loaded.snapshot();
        boolean isOther =
                !(state.get() instanceof DeskState.Open open) || !open.file().equals(snapshot.file());
        List<PhotoRow> rows = new ArrayList<>(snapshot.photos().size());
        Map<PhotoId, PhotoRow> before = new HashMap<>(byId);
        byId.clear();
        for (ProjectPhoto photo : snapshot.photos()) {
            PhotoRow row = before.get(photo.id());
            if (row == null || !row.file().equals(photo.file())) {
                PhotoState known = row == null ? stateOf(photo, loaded.findings()) : row.state();
                row = new PhotoRow(photo.file(), photo.file(), known);
                row.id(photo.id());
            }
            row.reviewed(photo.review(), photo.draft());
            row.scaled(photo.scale());
            byId.put(photo.id(), row);
            rows.add(row);
        }
        list.show(rows);
        state.set(new DeskState.Open(
                snapshot.file(), snapshot.facts(), snapshot.undo(), snapshot.redo(), loaded.missing()));
        if (isOther) {
            places.opened(snapshot.file());
        }
        observer.rowsChanged();
    }

    private static PhotoState stateOf(ProjectPhoto photo, Map<PhotoId, CrackFindings> findings) {
        CrackFindings found = findings.get(photo.id());
        ModelAnswer answer = photo.latest().map(StoredAnswer::answer).orElse(null);
        if (answer instanceof ModelAnswer.Judged judged
                && found != null
                && photo.facts().isPresent()) {
            return new PhotoState.Inspected(new InspectionOutcome.Inspected(
                    photo.file(),
                    photo.facts().get(),
                    judged.verdict(),
                    judged.probability(),
                    found.map(),
                    found.evidence(),
                    judged.millis()));
        } else if (answer instanceof ModelAnswer.Refused refused) {
            return new PhotoState.Refused(refused.refusal());
        }
        return new PhotoState.Waiting();
    }
}

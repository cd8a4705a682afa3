package io.crackscope.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import io.crackscope.project.ProjectException.Problem;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An inspection project, open for reading and writing. Its file lies beside the photos; beside it, while it is open, lie
 * files of the same name ending in {@code -wal} and {@code -lock}.
 *
 * <p>Every call that changes something is saved when it returns: a program that is killed loses nothing. One project is
 * open in one place at a time. All methods may be called from any thread and wait for one another, mostly some
 * milliseconds. What they return does not change any more.
 *
 * <p>Every call may throw {@link ProjectException} if the disk fails (the change is then not made) or after closing.
 */
public final class InspectionProject implements AutoCloseable {
    /** How names of project files end. */
    public static final String EXTENSION = ".inspection";

    private final OpenFile open;
    private final Author author;
    private final Store store;
    private final Photos photos;
    private final Steps steps;
    private final Answers answers;
    private final Reviews reviews;
    private final PhotoFiles files;

    /**
     * Makes a new project in {@code file}, whose folder exists, and opens it.
     *
     * @param who makes the changes; see {@link #actAs}
     * @throws ProjectException if there is such a file or the folder cannot be written
     */
    public static InspectionProject create(Path file, ProjectFacts facts, String who) {
        return create(file, facts, new Author(who, Clock.systemUTC()));
    }

    /**
     * Opens the project in {@code file}. One of an older program is brought to the present form first. Notes that were
     * being typed when the program was killed become part of their reviews.
     *
     * @throws ProjectException if it is open already, or is not a project this program can use; it is then not changed
     */
    public static InspectionProject open(Path file, String who) {
        return open(file, new Author(who, Clock.systemUTC()));
    }

    /**
     * As {@link #open}, and one that cannot be written (a file or folder without the right to, a write-protected disk) is
     * opened to be looked at: as it is now, from a private copy. Calls that change something then fail with
     * {@link Problem#READ_ONLY}.
     */
    public static InspectionProject openOrView(Path file, String who) {
        return opened(OpenFile.existingOrViewed(file), new Author(who, Clock.systemUTC()));
    }

    static InspectionProject create(Path file, ProjectFacts facts, Author author) {
        return opened(
                OpenFile.made(file, sql -> {
                    Aspect.FACTS.write(sql, null, Forms.of(facts));
                    ObjectNode detail = Forms.object().put("aspect", Aspect.FACTS.word());
                    new AuditTrail(author).append(sql, "created", detail.set("after", Forms.of(facts)));
                    return facts;
                }),
                author);
    }

    static InspectionProject open(Path file, Author author) {
        return opened(OpenFile.existing(file), author);
    }

    /** Sees that all can be read, and finishes what the end of the program cut off while it was typed. */
    private static InspectionProject opened(OpenFile file, Author author) {
        InspectionProject project = new InspectionProject(file, author);
        try {
            project.snapshot();
            if (!project.isReadOnly()) {
                project.commitDrafts(".recovered");
            }
            return project;
        } catch (ProjectException | Error e) {
            file.close();
            throw e;
        } catch (RuntimeException e) {
            // a row that the program never writes
            file.close();
            throw new ProjectException(project.file(), Problem.DAMAGED, e);
        }
    }

    private InspectionProject(OpenFile file, Author author) {
        this.open = file;
        this.store = file.store();
        this.author = author;
        PhotoPlaces places = PhotoPlaces.beside(store.file());
        AuditTrail trail = new AuditTrail(author);
        photos = new Photos(places);
        steps = new Steps(trail);
        answers = new Answers(trail);
        reviews = new Reviews(steps, author);
        files = new PhotoFiles(store, photos, steps, places);
    }

    private void commitDrafts(String how) {
        store.change(sql -> {
            reviews.commitAll(sql, Step.Kind.NOTE.word() + how);
            return FactsDraft.commit(sql, steps, Step.Kind.FACTS.word() + how);
        });
    }

    /** Whether {@code file} is named like a project. */
    public static boolean isNamedLikeOne(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(EXTENSION);
    }

    /** The project's file, absolute. */
    public Path file() {
        return store.file();
    }

    /** Whether nothing of it can be changed; see {@link #openOrView}. */
    public boolean isReadOnly() {
        return store.isReadOnly();
    }

    /** From now on {@code who} makes the changes. */
    public void actAs(String who) {
        author.rename(who);
    }

    // ---- reading

    /** Everything but where in the photos the findings are. */
    public ProjectSnapshot snapshot() {
        return store.read(sql -> new ProjectSnapshot(
                store.file(), Photos.facts(sql), photos.present(sql), Steps.nextUndo(sql), Steps.nextRedo(sql)));
    }

    /** The photo as it is now, removed or not; throws IllegalArgumentException for an id of another project. */
    public ProjectPhoto photo(PhotoId photo) {
        return store.read(sql -> photos.photo(sql, photo));
    }

    /** All answers of models for the photo, oldest first. */
    public List<StoredAnswer> answers(PhotoId photo) {
        return store.read(sql -> Answers.of(sql, photo));
    }

    /** Where in the photo the model saw cracks; empty where it refused the photo. Probabilities have float precision. */
    public Optional<CrackFindings> findings(AnswerId answer) {
        return store.read(sql -> {
            try {
                return Answers.findings(sql, answer);
            } catch (IOException e) {
                throw new ProjectException(store.file(), Problem.DAMAGED, e);
            }
        });
    }

    /** Photos, not removed ones, whose files are not where they were. Looks at each file. */
    public List<ProjectPhoto> missing() {
        return files.missing();
    }

    // ---- what models say

    /**
     * Adds what a model answered; earlier answers stay. Reads the photo's file once, to keep its SHA-256. Cannot be
     * undone.
     */
    public AnswerId recordJudged(PhotoId photo, ModelAnswer.Judged answer, PhotoFacts facts, CrackFindings findings) {
        Optional<String> sha256 = files.digest(photo);
        return store.change(sql -> answers.judged(sql, photo, answer, sha256, facts, findings));
    }

    /** Adds that a model could not look at the photo; earlier answers stay. Cannot be undone. */
    public AnswerId recordRefused(PhotoId photo, ModelAnswer.Refused answer) {
        Optional<String> sha256 = files.digest(photo);
        return store.change(sql -> answers.refused(sql, photo, answer, sha256));
    }

    // ---- what a person does; each is one step to undo, and empty where nothing changed

    /** Adds photos at the end, in the given order. Looks at each file's size and reads none. */
    public Added addPhotos(List<Path> files) {
        return this.files.add(files);
    }

    /** Takes photos out of the project. Their files stay, and so does what is known of them. */
    public Optional<Step> removePhotos(Collection<PhotoId> photos) {
        return store.change(sql ->
                steps.make(sql, Step.Kind.REMOVE_PHOTOS, Steps.Change.all(Aspect.PRESENCE, photos, BooleanNode.FALSE)));
    }

    /** Sets the decision for all these photos, or takes it back; notes stay. */
    public Optional<Step> decide(Collection<PhotoId> photos, Optional<Review.Decision> decision) {
        return store.change(sql -> reviews.decide(sql, photos, decision));
    }

    /** Keeps a note that is being typed, cheaply: no step, no entry in the trail. Meant for every keystroke. */
    public void draftNote(PhotoId photo, String text) {
        store.changeLightly(sql -> {
            reviews.draft(sql, photo, text);
            return text;
        });
    }

    /** Makes the photo's draft its note; nothing happens without a draft. */
    public Optional<Step> commitNote(PhotoId photo) {
        return store.change(sql -> reviews.commit(sql, photo));
    }

    /** Sets the scale of all these photos, or takes it away. */
    public Optional<Step> scale(Collection<PhotoId> photos, Optional<PhotoScale> scale) {
        JsonNode form = scale.<JsonNode>map(Forms::of).orElse(Forms.NONE);
        return store.change(sql -> steps.make(sql, Step.Kind.SCALE, Steps.Change.all(Aspect.SCALE, photos, form)));
    }

    /** Keeps what is being typed about the inspection; as cheap as {@link #draftNote}. */
    public void draftFacts(ProjectFacts facts) {
        store.changeLightly(sql -> FactsDraft.keep(sql, facts));
    }

    /** Says what the inspection is about. */
    public Optional<Step> facts(ProjectFacts facts) {
        return store.change(sql -> {
            FactsDraft.keep(sql, facts);
            return FactsDraft.commit(sql, steps, Step.Kind.FACTS.word());
        });
    }

    /**
     * Looks in {@code folder}, and below it, for photos that are not where they were: by name and size, then by SHA-256
     * where that is known. Those found are one step to undo. Other calls do not wait for the search.
     *
     * @param progress of the files that are compared by content
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is then changed
     */
    public Relocation relocate(Path folder, ProgressListener progress, Cancellation cancellation) {
        return files.relocate(folder, progress, cancellation);
    }

    /** Takes back the last step that was not taken back; empty where there is none. Works on steps of earlier days. */
    public Optional<Step> undo() {
        return store.change(steps::undo);
    }

    /** Does again what was taken back last; empty where there is none or something was changed since. */
    public Optional<Step> redo() {
        return store.change(steps::redo);
    }

    // ---- the audit trail

    /**
     * The entries from {@code from} (counted from 1) on, oldest first, at most {@code most}. Ends before one into which
     * someone wrote what the program never writes.
     */
    public List<AuditEntry> trail(long from, int most) {
        return AuditTrail.read(store, from, most);
    }

    /** Walks the whole trail and compares it with what the project says now. */
    public Verification verify() {
        return store.read(sql -> new Verifier(sql).verify(Optional.empty()));
    }

    /** As {@link #verify()}, and {@code head}, a hash that was kept elsewhere, must be that of one of the entries. */
    public Verification verify(String head) {
        return store.read(sql -> new Verifier(sql).verify(Optional.of(head)));
    }

    /** Saves everything into the one file and lets others open it. Does nothing the second time. */
    @Override
    public void close() {
        try (open) {
            if (!store.isClosed() && !store.isReadOnly()) {
                commitDrafts("");
            }
        }
    }
}

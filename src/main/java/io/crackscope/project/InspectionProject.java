package io.crackscope.project;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Review;
import io.crackscope.work.Cancellation;
import io.crackscope.work.ProgressListener;
import java.nio.file.Path;
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

    /**
     * Makes a new project in {@code file}, whose folder exists, and opens it.
     *
     * @param who makes the changes; see {@link #actAs}
     * @throws ProjectException if there is such a file or the folder cannot be written
     */
    public static InspectionProject create(Path file, ProjectFacts facts, String who) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the project in {@code file}. One of an older program is brought to the present form first. Notes that were
     * being typed when the program was killed become part of their reviews.
     *
     * @throws ProjectException if it is open already, or is not a project this program can use; it is then not changed
     */
    public static InspectionProject open(Path file, String who) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code file} is named like a project. */
    public static boolean isNamedLikeOne(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(EXTENSION);
    }

    /** The project's file, absolute. */
    public Path file() {
        throw new UnsupportedOperationException();
    }

    /** From now on {@code who} makes the changes. */
    public void actAs(String who) {
        throw new UnsupportedOperationException();
    }

    // ---- reading

    /** Everything but where in the photos the findings are. */
    public ProjectSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** The photo as it is now, removed or not; throws IllegalArgumentException for an id of another project. */
    public ProjectPhoto photo(PhotoId photo) {
        throw new UnsupportedOperationException();
    }

    /** The photos as they are now, in the given order. */
    public List<ProjectPhoto> photos(Collection<PhotoId> photos) {
        throw new UnsupportedOperationException();
    }

    /** All answers of models for the photo, oldest first. */
    public List<StoredAnswer> answers(PhotoId photo) {
        throw new UnsupportedOperationException();
    }

    /** Where in the photo the model saw cracks; empty where it refused the photo. Probabilities have float precision. */
    public Optional<CrackFindings> findings(AnswerId answer) {
        throw new UnsupportedOperationException();
    }

    /** Photos, not removed ones, whose files are not where they were. Looks at each file. */
    public List<ProjectPhoto> missing() {
        throw new UnsupportedOperationException();
    }

    // ---- what models say

    /**
     * Adds what a model answered; earlier answers stay. Reads the photo's file once, to keep its SHA-256. Cannot be
     * undone.
     */
    public AnswerId recordJudged(PhotoId photo, ModelAnswer.Judged answer, PhotoFacts facts, CrackFindings findings) {
        throw new UnsupportedOperationException();
    }

    /** Adds that a model could not look at the photo; earlier answers stay. Cannot be undone. */
    public AnswerId recordRefused(PhotoId photo, ModelAnswer.Refused answer) {
        throw new UnsupportedOperationException();
    }

    // ---- what a person does; each is one step to undo, and empty where nothing changed

    /** Adds photos at the end, in the given order. Looks at each file's size and reads none. */
    public Added addPhotos(List<Path> files) {
        throw new UnsupportedOperationException();
    }

    /** Takes photos out of the project. Their files stay, and so does what is known of them. */
    public Optional<Step> removePhotos(Collection<PhotoId> photos) {
        throw new UnsupportedOperationException();
    }

    /** Sets the decision for all these photos, or takes it back; notes stay. */
    public Optional<Step> decide(Collection<PhotoId> photos, Optional<Review.Decision> decision) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a note that is being typed, cheaply: no step, no entry in the trail. Meant for every keystroke. */
    public void draftNote(PhotoId photo, String text) {
        throw new UnsupportedOperationException();
    }

    /** Makes the photo's draft its note; nothing happens without a draft. */
    public Optional<Step> commitNote(PhotoId photo) {
        throw new UnsupportedOperationException();
    }

    /** Drops the photo's draft: the note stays what it was. */
    public void discardDraft(PhotoId photo) {
        throw new UnsupportedOperationException();
    }

    /** Sets the scale of all these photos, or takes it away. */
    public Optional<Step> scale(Collection<PhotoId> photos, Optional<PhotoScale> scale) {
        throw new UnsupportedOperationException();
    }

    /** Says what the inspection is about. */
    public Optional<Step> facts(ProjectFacts facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Looks in {@code folder}, and below it, for photos that are not where they were: by name and size, then by SHA-256
     * where that is known. Those found are one step to undo. Other calls do not wait for the search.
     *
     * @param progress of the files that are compared by content
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is then changed
     */
    public Relocation relocate(Path folder, ProgressListener progress, Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /** Takes back the last step that was not taken back; empty where there is none. Works on steps of earlier days. */
    public Optional<Step> undo() {
        throw new UnsupportedOperationException();
    }

    /** Does again what was taken back last; empty where there is none or something was changed since. */
    public Optional<Step> redo() {
        throw new UnsupportedOperationException();
    }

    // ---- the audit trail

    /** The entries from {@code from} (counted from 1) on, oldest first, at most {@code most}. */
    public List<AuditEntry> trail(long from, int most) {
        throw new UnsupportedOperationException();
    }

    /** Walks the whole trail and compares it with what the project says now. */
    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    /** As {@link #verify()}, and {@code head}, a hash that was kept elsewhere, must be that of one of the entries. */
    public Verification verify(String head) {
        throw new UnsupportedOperationException();
    }

    /** Saves everything into the one file and lets others open it. Does nothing the second time. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}

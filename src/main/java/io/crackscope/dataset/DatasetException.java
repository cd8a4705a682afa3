package io.crackscope.dataset;

import io.crackscope.domain.KnownFailure;
import java.nio.file.Path;

/**
 * A file of a data set (a table, a split, the file of changes, the library) cannot be used or written. The message names the
 * file, what is wrong and the remedy.
 */
public final class DatasetException extends KnownFailure {
    private static final long serialVersionUID = 1L;

    /** What can be wrong; in the text for people {0} is the file. */
    public enum Problem {
        /** It, or its folder, cannot be read; {1} is why. */
        UNREADABLE("cannot be read: %s", "Check path and rights."),
        /** It cannot be written; {1} is why. */
        NOT_WRITTEN("cannot be written: %s", "Check the folder's rights and free space."),

        /** A table is no text. */
        NOT_UTF8("not UTF-8 text", "Save it as CSV in UTF-8."),
        /** A table is empty. */
        NO_HEADER("no header", "The first line must name the columns: path,label."),
        /** A table lacks the column {1}; {2} are the columns it has. */
        NO_COLUMN("line 1: no column %s among %s", "The first line must name the columns, such as path,label."),
        /** Columns {1} and {2} of a table mean the same. */
        SAME_COLUMNS("line 1: columns %s and %s mean the same", "Keep one of them."),
        /** Line {1} of a table has {2} columns instead of {3}. */
        COLUMN_COUNT("line %s: %s columns instead of %s", "Give each line as many columns as the header."),
        /** A quote that is opened in line {1} of a table is never closed. */
        OPEN_QUOTE("line %s: a quote is never closed", "Close it."),
        /** There is text after a closing quote in line {1} of a table. */
        TEXT_AFTER_QUOTE("line %s: text after a closing quote", "Write a quote inside quotes twice."),
        /** The label {2} in line {1} of a table is no class. */
        NO_CLASS("line %s: \"%s\" is no class", "Use crack or no_crack, or 1 or 0."),
        /** What line {1} of a table calls the image file, {2}, is no path, or empty. */
        NO_PATH("line %s: no path: \"%s\"", "Name the image file."),

        /** It is no split. */
        NOT_A_SPLIT("no split file", "Name a file that train wrote as its split."),
        /** It is a split of version {1}, not of {2}. */
        SPLIT_VERSION("version %s instead of %s", "Use the program that wrote it, or make the split again."),
        /** A split makes no sense: {1}, in English. */
        SPLIT_DAMAGED("damaged: %s", Problem.SPLIT_AGAIN),
        /** The entry {1} of a split makes no sense: {2}, in English. */
        SPLIT_ENTRY("damaged: image %s: %s", Problem.SPLIT_AGAIN),
        /** The image {1} of a split has other bytes now. */
        IMAGE_CHANGED("%s has changed since the split was made", "Restore the image, or make the split again."),
        /** The image {1} of a split is gone. */
        IMAGE_MISSING(
                "%s is missing or cannot be read",
                "Put the data back where the split expects it, or make the split again."),

        /** The file of changes cannot be opened; {1} is why. */
        CHANGES_NOT_OPENED("cannot be opened: %s", Problem.WITHOUT_CHANGES),
        /** It is no file of changes. */
        NOT_CHANGES("not a file of changed labels", Problem.WITHOUT_CHANGES),
        /** The file of changes is of version {1}; this program knows up to {2}. */
        CHANGES_NEWER("version %s, this program knows up to %s", "Open it with the newer CrackScope that wrote it."),
        /** What the file of changes holds makes no sense. */
        CHANGES_DAMAGED("damaged: %s", Problem.WITHOUT_CHANGES),
        /** A change could not be written into it; {1} is why. */
        CHANGE_NOT_KEPT(
                "the change could not be kept: %s",
                "Check free space, rights and whether the drive is there; then make the change again."),
        /** Another program wrote into the file of changes. */
        CHANGED_ELSEWHERE(
                "another program has changed it meanwhile",
                "Close the data set here and open it again; the last change is not kept."),
        /** The file of changes cannot be closed; {1} is why. */
        CHANGES_NOT_CLOSED("cannot be closed: %s", "All changes so far are kept."),
        /** The file of changes cannot be copied from {1}; {2} is why. */
        CHANGES_NOT_COPIED("cannot be made from %s: %s", "Check the rights and free space of the folder."),

        /** The library is damaged and cannot be put aside. */
        LIBRARY_DAMAGED("damaged, and cannot be renamed", "Move it away."),

        /** Data are to be copied into a folder that holds something. */
        FOLDER_NOT_EMPTY("is not empty", "Name a new folder: nothing is overwritten or mixed."),
        /** The copy of a data set broke off; {1} is why. */
        COPY_BROKE_OFF("the copy is not complete: %s", "Check free space and rights, then copy into a new folder.");

        private static final String SPLIT_AGAIN = "Make the split again, or copy the file again from where it came.";
        private static final String WITHOUT_CHANGES =
                "Move it away to start without these changes, or put back a copy of it that works.";

        private final String english;

        Problem(String problem, String remedy) {
            english = "%s: " + problem + ". " + remedy;
        }
    }

    /** {@code details} are what the text tells beside the file, in order; one that was thrown is the cause too. */
    public DatasetException(Path file, Problem problem, Object... details) {
        super("dataset.problem.", problem, problem.english, file, details);
    }
}

package io.crackscope.project;

import io.crackscope.domain.KnownFailure;
import java.nio.file.Path;

/** A project cannot be opened, made or saved. The message names the file, what is wrong and the remedy, in English. */
public final class ProjectException extends KnownFailure {
    private static final long serialVersionUID = 1L;

    /** What can be wrong; in the text for people {0} is the file. */
    public enum Problem {
        /** Another window, or this one, has it open. */
        ALREADY_OPEN("it is open in another CrackScope window", "Close it there first"),
        /** A newer program wrote it. */
        NEWER("it was made by a newer CrackScope", "Open it with that version, or update this one"),
        /** It is a project, and its content is damaged. */
        DAMAGED("it is damaged", "Nothing was changed in it. Take it from a backup"),
        /** It is some other file. */
        NOT_A_PROJECT("it is not an inspection project", "Choose a file that CrackScope made (*.inspection)"),
        /** There is no such file. */
        MISSING("there is no such file", "Choose the place where it lies now"),
        /** A new project would replace a file. */
        EXISTS("there is such a file already", "Choose another name, or open it"),
        /** The file or its folder cannot be written. */
        READ_ONLY(
                "the file or its folder cannot be written",
                "Copy the project and its photos to a folder where you may write, or ask for the right to"),
        /** A change could not be written; what was saved before is kept. */
        NOT_SAVED("the change could not be saved", "Make room on the disk or reconnect it, then try again"),
        /** The project was closed. */
        CLOSED("it was closed", "Open it again");

        private final String english;

        Problem(String problem, String remedy) {
            english = "%s: " + problem + ". " + remedy + ".";
        }
    }

    private final transient Path file;
    private final Problem problem;

    ProjectException(Path file, Problem problem) {
        this(file, problem, new Object[0]);
    }

    ProjectException(Path file, Problem problem, Throwable cause) {
        this(file, problem, new Object[] {cause});
    }

    private ProjectException(Path file, Problem problem, Object... details) {
        super("project.problem.", problem, problem.english, file, details);
        this.file = file;
        this.problem = problem;
    }

    /** The project's file. */
    public Path file() {
        return file;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}

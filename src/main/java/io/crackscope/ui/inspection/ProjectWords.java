package io.crackscope.ui.inspection;

import io.crackscope.project.InspectionProject;
import io.crackscope.project.ProjectFacts;
import io.crackscope.text.Messages;
import java.nio.file.Path;

/** Inspections in words. */
public final class ProjectWords {
    private ProjectWords() {}

    /** The title, or what stands for one that has none. */
    public static String title(ProjectFacts facts, Messages messages) {
        return facts.title().isBlank() ? messages.get("ui.project.untitled") : facts.title();
    }

    /** The file's name without its ending, and the folder it lies in. */
    static String place(Path file) {
        return name(file) + "  \u2014  " + file.toAbsolutePath().getParent();
    }

    /** The file's name without its ending. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(InspectionProject.EXTENSION)
                ? name.substring(0, name.length() - InspectionProject.EXTENSION.length())
                : name;
    }
}

package io.crackscope.ui.report;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks a person for files. */
public interface ReportDialogs {
    /** Where to save; empty where the person thinks better of it. */
    Optional<Path> saveAs(Window owner, ReportFormat format, String name);

    /** A picture file for the logo; empty where the person thinks better of it. */
    Optional<Path> logo(Window owner);
}

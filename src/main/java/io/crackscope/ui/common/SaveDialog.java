package io.crackscope.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks a person where to write a file. */
@FunctionalInterface
public interface SaveDialog {
    /** What is to be written: the dialog's title, a name for the file, the kind of file in words and its ending. */
    record Request(String title, String fileName, String kind, String ending) {}

    /** The chosen file, with the ending; empty where the person thinks better of it. Blocks input to {@code owner}. */
    Optional<Path> ask(Window owner, Request request);
}

package io.crackscope.ui.inspection;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Where inspections are kept, and for whom. */
public interface ProjectPlaces {
    /** Nowhere: what is inspected is gone when the window closes. */
    ProjectPlaces NOWHERE = new ProjectPlaces() {
        @Override
        public List<Path> files(Path folder) {
            return List.of();
        }

        @Override
        public boolean isForTrial(Path file) {
            return false;
        }

        @Override
        public List<Path> recent() {
            return List.of();
        }

        @Override
        public void opened(Path file) {}

        @Override
        public Path corrections() {
            throw new UnsupportedOperationException("nothing is kept");
        }

        @Override
        public String who() {
            return "";
        }

        @Override
        public LocalDate today() {
            return LocalDate.EPOCH;
        }
    };

    /** Where the inspection of the photos in {@code folder} is to be kept, the best place first. Looks at no disk. */
    List<Path> files(Path folder);

    /** Whether the inspection in {@code file} came with the program, to try it: nobody's own photos belong into it. */
    boolean isForTrial(Path file);

    /** Inspections opened lately that are still there, the newest first. */
    List<Path> recent();

    /** {@code file} was opened. */
    void opened(Path file);

    /** Folder of the data set of corrected tiles; need not exist. */
    Path corrections();

    /** Who makes the changes. */
    String who();

    /** The date that a new inspection gets. */
    LocalDate today();
}

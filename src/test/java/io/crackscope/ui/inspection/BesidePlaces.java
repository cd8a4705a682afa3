package io.crackscope.ui.inspection;

import io.crackscope.project.InspectionProject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps inspections beside their photos, for Ada, on 25 November 2026. */
final class BesidePlaces implements ProjectPlaces {
    private final Path data;
    private final List<Path> opened = new ArrayList<>();

    BesidePlaces(Path data) {
        this.data = data;
    }

    @Override
    public List<Path> files(Path folder) {
        return List.of(folder.resolve("site" + InspectionProject.EXTENSION));
    }

    @Override
    public boolean isForTrial(Path file) {
        return file.startsWith(data.resolve("trial"));
    }

    @Override
    public List<Path> recent() {
        return List.copyOf(opened);
    }

    @Override
    public void opened(Path file) {
        opened.add(file);
    }

    @Override
    public Path corrections() {
        return data.resolve("corrections");
    }

    @Override
    public String who() {
        return "Ada";
    }

    @Override
    public LocalDate today() {
        return LocalDate.of(2026, 11, 25);
    }
}

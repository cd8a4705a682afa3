package io.crackscope.app;

import io.crackscope.project.InspectionProject;
import io.crackscope.settings.Settings;
import io.crackscope.settings.UserFolders;
import io.crackscope.ui.inspection.ProjectPlaces;
import io.crackscope.work.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Inspections are kept beside their photos; those of photos on a read-only disk in the user's data folder, under a name
 * that tells folders of the same name apart.
 */
final class UserPlaces implements ProjectPlaces {
    private static final int DIGITS = 8;

    private final Settings settings;
    private final Path dataFolder;
    private final Path corrections;

    UserPlaces(Settings settings, UserFolders folders) {
        this.settings = settings;
        this.dataFolder = folders.data();
        this.corrections = folders.corrections();
    }

    @Override
    public List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        Path name = folder.getFileName();
        String digest = Digests.sha256(folder.toString().getBytes(StandardCharsets.UTF_8));
        if (name != null) {
            files.add(folder.resolve(name + InspectionProject.EXTENSION));
        }
        String elsewhere = (name == null ? "photos" : name) + "-" + digest.substring(0, DIGITS);
        files.add(dataFolder.resolve("inspections").resolve(elsewhere + InspectionProject.EXTENSION));
        return files;
    }

    @Override
    public boolean isForTrial(Path file) {
        return file.startsWith(
                SampleInspection.folder(dataFolder).toAbsolutePath().normalize());
    }

    @Override
    public List<Path> recent() {
        return settings.recentProjects();
    }

    @Override
    public void opened(Path file) {
        settings.recentProject(file);
        // a report is saved and more photos are looked for beside the inspection, however it was opened
        if (file.getParent() != null && !file.startsWith(dataFolder)) {
            settings.lastFolder(file.getParent());
        }
    }

    @Override
    public Path corrections() {
        return corrections;
    }

    @Override
    public String who() {
        return settings.inspector();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now();
    }
}

package io.crackscope.project;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How the places of photos are written in a project: a file below the project's folder relative to it, with slashes on
 * every system, so that folder and project can be moved and copied together; any other absolute.
 *
 * @param folder of the project, absolute
 */
record PhotoPlaces(Path folder) {
    static PhotoPlaces beside(Path project) {
        return new PhotoPlaces(project.toAbsolutePath().normalize().getParent());
    }

    String written(Path file) {
        Path place = file.toAbsolutePath().normalize();
        if (place.startsWith(folder)) {
            return withSlashes(folder.relativize(place));
        }
        try {
            // The folder may have been named by another way, through a link.
            Path parent = place.getParent().toRealPath();
            Path real = folder.toRealPath();
            if (parent.startsWith(real)) {
                return withSlashes(real.relativize(parent.resolve(place.getFileName())));
            }
        } catch (IOException e) {
            // Not there: written as it was named.
        }
        return place.toString();
    }

    Path read(String written) {
        return folder.resolve(written).normalize();
    }

    private static String withSlashes(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}

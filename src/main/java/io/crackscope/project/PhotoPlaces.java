package io.crackscope.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
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

    /** Where the file is looked for. A place of another system is one where no file is, of the right name. */
    Path read(String written) {
        if (isOfWindows(written) && !isWindows()) {
            return folder.resolve(written.replace('\\', '/')).normalize();
        }
        try {
            return folder.resolve(written).normalize();
        } catch (InvalidPathException e) {
            return folder.resolve(written.replaceAll("[<>:\"|?*\\x00-\\x1f]", "_"))
                    .normalize();
        }
    }

    /** Name of the file, whichever system wrote its place. */
    static String name(String written) {
        String place = isOfWindows(written) ? written.replace('\\', '/') : written;
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static boolean isOfWindows(String written) {
        return written.startsWith("\\\\") || written.matches("(?s)[A-Za-z]:\\\\.*");
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private static String withSlashes(Path relative) {
        return relative.toString().replace(File.separatorChar, '/');
    }
}

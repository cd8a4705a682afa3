package io.crackscope.ui.inspection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The innermost folder that holds everything of a list. */
final class CommonFolder {
    private CommonFolder() {}

    /** The folder of at least one file or folder; a folder alone is its own. Asks the disk which are folders. */
    static Path of(List<Path> filesAndFolders) {
        Path common = null;
        for (Path path : filesAndFolders) {
            Path absolute = path.toAbsolutePath().normalize();
            Path folder = Files.isDirectory(absolute) || absolute.getParent() == null ? absolute : absolute.getParent();
            while (common != null && !folder.startsWith(common)) {
                common = common.getParent();
            }
            common = common == null ? folder : common;
        }
        if (common == null) {
            throw new IllegalArgumentException("no files");
        }
        return common;
    }
}

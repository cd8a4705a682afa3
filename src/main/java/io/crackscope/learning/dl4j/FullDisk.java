package io.crackscope.learning.dl4j;

import io.crackscope.learning.ModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file could not be written because its disk is full. The words of systems for it differ; the room left tells. */
final class FullDisk {
    /** Several times what a model and its checkpoint take. */
    private static final long LEAST_ROOM = 64L << 20;

    private FullDisk() {}

    /** Whether {@code failure} came of writing into {@code folder} without room. */
    static boolean isReason(ModelFileException failure, Path folder) {
        try {
            return isReason(failure, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException gone) {
            return false;
        }
    }

    /** The same, where {@code room} bytes are left. */
    static boolean isReason(ModelFileException failure, long room) {
        return failure.getCause() instanceof IOException && room < LEAST_ROOM;
    }
}

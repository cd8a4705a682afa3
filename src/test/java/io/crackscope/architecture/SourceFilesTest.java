package io.crackscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    private static final Path PROGRAM = Path.of("src/main/java");

    @TempDir
    Path folder;

    @Test
    void no_class_is_longer_than_300_lines() throws IOException {
        assertThat(SourceFiles.tooLong(PROGRAM)).isEmpty();
        assertThat(SourceFiles.tooLong(Path.of("packaging"))).isEmpty();
        assertThat(SourceFiles.below(PROGRAM)).hasSizeGreaterThan(30);
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() throws IOException {
        assertThat(SourceFiles.withoutProse(PROGRAM.resolve("io/crackscope"))).isEmpty();
    }

    @Test
    void a_file_of_301_lines_is_found() throws IOException {
        Files.write(folder.resolve("Long.java"), Collections.nCopies(301, "//"));
        Files.write(folder.resolve("Short.java"), Collections.nCopies(300, "//"));

        assertThat(SourceFiles.tooLong(folder)).containsOnlyKeys(folder.resolve("Long.java"));
    }

    @Test
    void packages_without_prose_or_mark_or_any_description_are_found() throws IOException {
        info("good", "/** Says at some length what it is for. */\n@NullMarked\npackage good;\n");
        info("silent", "@NullMarked\npackage silent;\n");
        info("brief", "/** Brief */\n@NullMarked\npackage brief;\n");
        info("unmarked", "/** Says at some length what it is for. */\npackage unmarked;\n");
        Files.createDirectory(folder.resolve("bare"));
        Files.writeString(folder.resolve("bare/A.java"), "class A {}");

        assertThat(SourceFiles.withoutProse(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder("silent", "brief", "unmarked", "bare");
    }

    private void info(String name, String text) throws IOException {
        Files.createDirectory(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("package-info.java"), text);
    }
}

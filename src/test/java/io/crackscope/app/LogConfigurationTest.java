package io.crackscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged where. */
class LogConfigurationTest {
    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void close() {
        context.stop();
    }

    private void configure(Path file) {
        context.setMDCAdapter(new LogbackMDCAdapter());
        new LogConfiguration(file).configure(context);
    }

    @Test
    void warnings_and_what_caused_them_are_written_and_lesser_news_is_not() throws IOException {
        Path file = folder.resolve("crackscope-me.log");
        configure(file);

        context.getLogger("io.crackscope.imaging.PhotoReader").info("read Brücke.jpg");
        context.getLogger("io.crackscope.imaging.PhotoReader")
                .warn("cannot read {}", "Brücke.jpg", new IOException("no more of it"));

        assertThat(Files.readString(file))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d WARN  PhotoReader: cannot read"
                        + " Brücke\\.jpg\\R.*")
                .contains("java.io.IOException: no more of it")
                .doesNotContain("INFO");
    }

    @Test
    void a_log_past_its_size_begins_anew_and_keeps_the_one_before() throws IOException {
        Path file = folder.resolve("crackscope-me.log");
        Files.writeString(file, "old\n".repeat(1 << 20));
        configure(file);

        context.getLogger("Any").warn("first");
        context.getLogger("Any").warn("second");

        assertThat(folder.resolve("crackscope-me.1.log"))
                .isNotEmptyFile()
                .content()
                .startsWith("old");
        assertThat(file).content().doesNotContain("old").contains("second");
    }

    @Test
    void nothing_is_said_where_the_log_cannot_be_written() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            configure(noFolder.resolve("crackscope-me.log"));
            context.getLogger("Any").warn("lost");
        } finally {
            System.setOut(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}

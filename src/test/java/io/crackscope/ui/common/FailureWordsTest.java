package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.dataset.DatasetException;
import io.crackscope.dataset.SplitException;
import io.crackscope.learning.ModelFileException;
import io.crackscope.learning.TrainingOutcome;
import io.crackscope.project.ProjectException;
import io.crackscope.text.Messages;
import io.crackscope.training.FoldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureWordsTest {
    private static final Path FILE = Path.of("/data/bridge 17/the file");
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages GERMAN = new Messages(Locale.GERMAN);

    /** A number where a text counts, and more details than any text has. */
    private static final Object[] DETAILS = {2, 3, 4, 5, 6};

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_data_set_is_told_with_its_file_in_both_languages(DatasetException.Problem problem) {
        assertTold(new DatasetException(FILE, problem, DETAILS), FILE.toString());
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_model_is_told_with_its_file_in_both_languages(ModelFileException.Problem problem) {
        assertTold(new ModelFileException(FILE, problem, DETAILS), FILE.toString());
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_project_has_a_text_with_its_file_in_both_languages(ProjectException.Problem problem) {
        for (Messages messages : new Messages[] {ENGLISH, GERMAN}) {
            assertThat(messages.get(key("project", problem), FILE.toString())).contains(FILE.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_split_has_a_text_in_both_languages(SplitException.Problem problem) {
        for (Messages messages : new Messages[] {ENGLISH, GERMAN}) {
            assertThat(messages.get(key("split", problem), 12, "b"))
                    .contains("12")
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_of_a_fold_of_a_cross_validation_has_a_text_in_both_languages(TrainingOutcome.Problem problem) {
        FoldException failure = new FoldException(problem, "/tmp/fold");
        assertThat(failure).hasMessageContaining("/tmp/fold");
        assertThat(FailureWords.of(failure, ENGLISH)).endsWith(".").doesNotContain("{");
        assertThat(FailureWords.of(failure, GERMAN))
                .endsWith(".")
                .doesNotContain("{", "Unerwartet")
                .isNotEqualTo(FailureWords.of(failure, ENGLISH));
    }

    /** As the exceptions that are made in their own packages only make it. */
    private static String key(String area, Enum<?> problem) {
        return area + ".problem." + problem.name().toLowerCase(Locale.ROOT);
    }

    /** In the log, in English, and in the window, in both languages. */
    private static void assertTold(RuntimeException failure, String file) {
        assertThat(failure).hasMessageStartingWith(file + ": ");
        assertThat(failure.getMessage()).doesNotContain("%");
        String english = FailureWords.of(failure, ENGLISH);
        String german = FailureWords.of(failure, GERMAN);
        assertThat(english).contains(file).doesNotContain("{").matches("(?s).*[.a-z:0-9]");
        assertThat(german).contains(file).doesNotContain("{").isNotEqualTo(english);
    }

    static Stream<Throwable> reasons() {
        return Stream.of(
                new NoSuchFileException(FILE.toString()),
                new AccessDeniedException(FILE.toString()),
                new FileSystemException(FILE.toString(), null, "No space left on device"),
                new IOException("Disk quota exceeded"),
                new IOException("[SQLITE_FULL] Insertion failed because database is full (database or disk is full)"),
                new IOException("[SQLITE_READONLY] Attempt to write a readonly database"),
                new IOException("[SQLITE_BUSY] The database file is locked (database is locked)"),
                new IOException("[SQLITE_NOTADB] File opened that is not a database file (file is not a database)"),
                new FileSystemException(FILE.toString(), null, "Is a directory"),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void a_reason_that_people_meet_is_told_in_their_language_without_technical_words(Throwable reason) {
        String german =
                FailureWords.of(new DatasetException(FILE, DatasetException.Problem.NOT_WRITTEN, reason), GERMAN);
        assertThat(german)
                .startsWith(FILE + " lässt sich nicht schreiben. ")
                .doesNotContain("Technische Angabe")
                .doesNotContain(String.valueOf(reason.getMessage()).replace(FILE.toString(), "-"));
    }

    @Test
    void the_reason_is_the_cause_in_the_log_and_stands_in_the_english_message() {
        IOException full = new IOException("No space left on device");
        assertThat(new ModelFileException(FILE, ModelFileException.Problem.NOT_WRITTEN, full))
                .hasCause(full)
                .hasMessage(FILE
                        + ": cannot be written (No space left on device). Check the folder's rights and free space");
        assertThat(new DatasetException(FILE, DatasetException.Problem.NO_CLASS, 7, "100 % riss"))
                .hasNoCause()
                .hasMessage(FILE + ": line 7: \"100 % riss\" is no class. Use crack or no_crack, or 1 or 0.");
    }

    @Test
    void a_file_that_the_system_refuses_is_named(@TempDir Path folder) {
        Path gone = folder.resolve("weg.csv");
        UncheckedIOException failure = null;
        try {
            Files.readString(gone);
        } catch (IOException e) {
            failure = new UncheckedIOException(e);
        }
        assertThat(failure).isNotNull();
        assertThat(FailureWords.of(failure, GERMAN))
                .isEqualTo(gone + " lässt sich nicht lesen oder schreiben. Die Datei oder ihr Ordner ist nicht da."
                        + " Prüfen Sie den Pfad und ob das Laufwerk verbunden ist.");
        assertThat(FailureWords.reason(failure, GERMAN)).doesNotContain("weg.csv");
    }

    @Test
    void what_nobody_expected_is_a_general_sentence_with_the_technical_message() {
        assertThat(FailureWords.of(new IllegalStateException("no such thing"), GERMAN))
                .startsWith("Ein unerwarteter Fehler ist aufgetreten.")
                .endsWith("no such thing [IllegalStateException]");
        assertThat(FailureWords.of(new NullPointerException(), GERMAN)).endsWith("NullPointerException");
        assertThat(FailureWords.of(new IOException("Input/output error"), GERMAN))
                .isEqualTo("Lesen oder Schreiben ist fehlgeschlagen. Technische Angabe: Input/output error"
                        + " [IOException].");
        assertThat(FailureWords.of(new OutOfMemoryError("Java heap space"), GERMAN))
                .startsWith("Der Arbeitsspeicher reicht nicht.");
    }

    @Test
    void a_pattern_that_is_none_is_told_with_the_place() {
        PatternSyntaxException failure = null;
        try {
            Pattern.compile("(train|val");
        } catch (PatternSyntaxException e) {
            failure = e;
        }
        assertThat(failure).isNotNull();
        assertThat(FailureWords.of(failure, GERMAN)).contains("(train|val", "Fehler bei Zeichen 11");
    }
}

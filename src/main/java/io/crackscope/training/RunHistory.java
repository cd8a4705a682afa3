package io.crackscope.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crackscope.dataset.Split;
import io.crackscope.dataset.SplitFile;
import io.crackscope.domain.Label;
import io.crackscope.training.RunRecord.State;
import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All training runs of this person on this machine: a folder a run with {@code run.json}, the kept {@code split.json},
 * {@code curve.csv} and {@code test.csv}. Files are replaced whole. Several processes may use one history, each run
 * being written by the process that runs it. Safe from any thread.
 */
public final class RunHistory {
    private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);
    private static final String RUN = "run.json";
    private static final String SPLIT = "split.json";
    private static final String CURVE = "curve.csv";
    private static final String TEST = "test.csv";
    /**
     * Holds the runs that were deleted. A window offers to bring them back until it is closed, later a person can move the folder;
     * after {@link #KEPT}, longer than a window stays open, the next start of a window removes them for good.
     */
    private static final String DELETED = ".deleted";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;

    /** The history in {@code folder}, made when the first run is kept. */
    public RunHistory(Path folder) {
        this.folder = folder;
    }

    /** The runs, the newest first. A run whose process is gone is interrupted. A folder that cannot be read is left out. */
    public List<RunRecord> all() {
        List<RunRecord> runs = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path run : folders.toList()) {
                if (Files.exists(run.resolve(RUN))) {
                    read(run).ifPresent(runs::add);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            LOG.warn("the history {} cannot be read", folder, e);
        }
        runs.sort(Comparator.comparing(RunRecord::started)
                .thenComparing(RunRecord::id)
                .reversed());
        return runs;
    }

    /** The run of this name. */
    public Optional<RunRecord> find(String id) {
        return Files.exists(folder.resolve(id).resolve(RUN)) ? read(folder.resolve(id)) : Optional.empty();
    }

    /** The run that writes, or wrote last, to {@code modelFile} and can be taken up again. */
    public Optional<RunRecord> resumable(Path modelFile) {
        String wanted = modelFile.toAbsolutePath().normalize().toString();
        return all().stream()
                .filter(run -> run.modelFile().equals(wanted))
                .findFirst()
                .filter(run -> run.state().resumable());
    }

    private static Optional<RunRecord> read(Path run) {
        return readStored(run)
                .map(stored ->
                        stored.state() == State.RUNNING && !stored.owner().isAlive()
                                ? stored.with(State.INTERRUPTED, null)
                                : stored);
    }

    private static Optional<RunRecord> readStored(Path run) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(run.resolve(RUN)), RunRecord.class));
        } catch (JacksonException e) {
            LOG.warn("{} is damaged and left alone", run, e);
        } catch (IOException e) {
            LOG.warn("{} cannot be read", run, e);
        }
        return Optional.empty();
    }

    /** A name for a run that starts now and trains this preset; makes its folder. */
    String newId(Instant now, String preset) throws IOException {
        Files.createDirectories(folder);
        String stem = ID.format(now.atZone(ZoneOffset.UTC)) + "-" + preset;
        for (int attempt = 1; ; attempt++) {
            String id = attempt == 1 ? stem : stem + "-" + attempt;
            try {
                Files.createDirectory(folder.resolve(id));
                return id;
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is taken", id);
            }
        }
    }

    /** Keeps {@code run}, except that the notes stay those that a person wrote meanwhile. */
    synchronized void write(RunRecord run) throws IOException {
        store(find(run.id()).map(RunRecord::notes).map(run::withNotes).orElse(run));
    }

    private void store(RunRecord run) throws IOException {
        AtomicFile.write(folder.resolve(run.id()).resolve(RUN), JSON.writeValueAsBytes(run));
    }

    void writeSplit(String id, Split split) {
        SplitFile.write(split, splitFile(id));
    }

    /** Where the split of a run is kept. */
    public Path splitFile(String id) {
        return folder.resolve(id).resolve(SPLIT);
    }

    void writeCurve(String id, StepCurve curve) throws IOException {
        AtomicFile.write(folder.resolve(id).resolve(CURVE), curve.csv().getBytes(StandardCharsets.UTF_8));
    }

    /** The steps of a run; none where the file is missing. */
    public StepCurve curve(String id) {
        try {
            return StepCurve.ofCsv(Files.readAllLines(folder.resolve(id).resolve(CURVE)));
        } catch (NoSuchFileException none) {
            return new StepCurve();
        } catch (IOException e) {
            LOG.warn("the curve of {} cannot be read", id, e);
            return new StepCurve();
        }
    }

    void writeAnswers(String id, List<TestAnswer> answers) throws IOException {
        StringBuilder text = new StringBuilder("sha256,label,probability,group,file\n");
        for (TestAnswer answer : answers) {
            text.append(answer.sha256())
                    .append(',')
                    .append(answer.label().word())
                    .append(',')
                    .append(answer.probability())
                    .append(',')
                    .append(quoted(answer.group()))
                    .append(',')
                    .append(quoted(answer.file()))
                    .append('\n');
        }
        AtomicFile.write(folder.resolve(id).resolve(TEST), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What the model of a run said of its test images; none where the file is missing. */
    public List<TestAnswer> answers(String id) {
        List<TestAnswer> answers = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(folder.resolve(id).resolve(TEST));
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] cells = line.split(",", 4);
                int gap = cells[3].indexOf("\",\"");
                answers.add(new TestAnswer(
                        cells[0],
                        Label.ofWord(cells[1]),
                        cells[3].substring(1, gap).replace("\"\"", "\""),
                        Double.parseDouble(cells[2]),
                        cells[3].substring(gap + 3, cells[3].length() - 1).replace("\"\"", "\"")));
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("the answers of {} cannot be read", id, e);
            return List.of();
        }
        return answers;
    }

    /**
     * Keeps {@code text} with the run.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized void note(String id, String text) throws IOException {
        Optional<RunRecord> run = readStored(folder.resolve(id));
        if (run.isPresent()) {
            store(run.get().withNotes(text));
        }
    }

    /**
     * Takes a run out of the history until {@link #restore}, or for good after 30 days; its model file stays where it is.
     *
     * @throws IOException if it cannot be moved
     */
    public void delete(String id) throws IOException {
        Files.createDirectories(folder.resolve(DELETED));
        // from now on its age counts: what is moved keeps the time at which a file was last added
        Files.setLastModifiedTime(folder.resolve(id), FileTime.from(Instant.now()));
        Files.move(folder.resolve(id), folder.resolve(DELETED).resolve(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Brings a deleted run back.
     *
     * @throws IOException if it cannot be moved
     */
    public void restore(String id) throws IOException {
        Files.move(folder.resolve(DELETED).resolve(id), folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes for good what was deleted more than 30 days before {@code now}; what cannot be removed stays. */
    public void emptyDeleted(Instant now) {
        try (Stream<Path> runs = Files.list(folder.resolve(DELETED))) {
            runs.toList().forEach(run -> removeIfOlder(run, now.minus(KEPT)));
        } catch (NoSuchFileException none) {
            LOG.debug("nothing was deleted");
        } catch (IOException e) {
            LOG.warn("the deleted runs in {} cannot be read", folder, e);
        }
    }

    private static void removeIfOlder(Path run, Instant limit) {
        try {
            if (Files.getLastModifiedTime(run).toInstant().isBefore(limit)) {
                try (Stream<Path> files = Files.walk(run)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be removed", run, e);
        }
    }
}

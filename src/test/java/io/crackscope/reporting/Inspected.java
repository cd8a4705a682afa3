package io.crackscope.reporting;

import io.crackscope.domain.CrackFindings;
import io.crackscope.domain.CrackMap;
import io.crackscope.domain.Evidence;
import io.crackscope.domain.ModelAnswer;
import io.crackscope.domain.ModelStamp;
import io.crackscope.domain.PhotoFacts;
import io.crackscope.domain.PhotoScale;
import io.crackscope.domain.Refusal;
import io.crackscope.domain.Review;
import io.crackscope.domain.TileScore;
import io.crackscope.domain.Verdict;
import io.crackscope.domain.VerdictThresholds;
import io.crackscope.project.AnswerId;
import io.crackscope.project.PhotoId;
import io.crackscope.project.ProjectFacts;
import io.crackscope.project.ProjectPhoto;
import io.crackscope.project.StoredAnswer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** An inspection put together by hand: photos drawn into a folder, answers and reviews as a test says. */
public final class Inspected {
    static final ModelStamp MODEL = new ModelStamp("CrackNet 2026-11-25", "ab".repeat(32));
    static final VerdictThresholds THRESHOLDS = new VerdictThresholds(0.3, 0.7);
    static final Instant ASKED = Instant.parse("2026-11-20T09:30:00Z");
    static final Instant REVIEWED = Instant.parse("2026-11-20T15:10:00Z");
    static final ZonedDateTime MADE = ZonedDateTime.of(2026, 11, 21, 8, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    static final ProjectFacts FACTS = new ProjectFacts(
            "Main inspection",
            "Bridge 17",
            "north abutment",
            "A. Weber",
            "City of K\u00f6ln",
            LocalDate.of(2026, 11, 20),
            "dry");
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int TILE = 80;

    private final Path folder;
    private final List<ProjectPhoto> photos = new ArrayList<>();
    private final Map<PhotoId, CrackFindings> findings = new LinkedHashMap<>();
    private ProjectFacts facts = FACTS;
    private Optional<AuditExtract> audit = Optional.empty();

    public Inspected(Path folder) {
        this.folder = folder;
    }

    Inspected facts(ProjectFacts other) {
        facts = other;
        return this;
    }

    Inspected audit(AuditExtract extract) {
        audit = Optional.of(extract);
        return this;
    }

    /** A photo that the model gave this probability, with one piece of evidence if that is an alarm. */
    public ProjectPhoto judged(String name, double probability) throws IOException {
        Path file = draw(name);
        PhotoId id = new PhotoId(photos.size() + 1L);
        Verdict verdict = THRESHOLDS.verdict(probability);
        List<TileScore> tiles = new ArrayList<>();
        for (int y = 0; y + TILE <= HEIGHT; y += TILE / 2) {
            for (int x = 0; x + TILE <= WIDTH; x += TILE / 2) {
                boolean crack = verdict != Verdict.NO_CRACK && x >= 160 && x <= 200 && y <= 200;
                tiles.add(new TileScore(x, y, TILE, TILE, crack ? 0.9 : 0.01));
            }
        }
        List<TileScore> linked =
                tiles.stream().filter(tile -> tile.probability() > 0.5).toList();
        List<Evidence> evidence = linked.isEmpty() ? List.of() : List.of(new Evidence(linked, probability));
        int columns = (WIDTH - TILE) / (TILE / 2) + 1;
        int rows = (HEIGHT - TILE) / (TILE / 2) + 1;
        findings.put(id, new CrackFindings(new CrackMap(WIDTH, HEIGHT, columns, rows, tiles), evidence));
        PhotoFacts seen = new PhotoFacts(
                WIDTH,
                HEIGHT,
                Optional.of(LocalDateTime.of(2026, 11, 20, 9, photos.size() % 60)),
                Optional.of("Nikon D750"),
                OptionalDouble.of(50.94 + 0.0002 * photos.size()),
                OptionalDouble.of(6.96));
        return add(new ProjectPhoto(
                id,
                file,
                Files.size(file),
                Optional.of("cd".repeat(32)),
                Optional.of(seen),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new StoredAnswer(
                        new AnswerId(id.number()),
                        new ModelAnswer.Judged(verdict, probability, THRESHOLDS, 500, MODEL, ASKED),
                        evidence.size(),
                        Optional.empty())),
                1));
    }

    /** A photo that the model could not look at. */
    public ProjectPhoto refused(String name, Refusal refusal) throws IOException {
        PhotoId id = new PhotoId(photos.size() + 1L);
        return add(new ProjectPhoto(
                id,
                Files.writeString(folder.resolve(name), "x"),
                1,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new StoredAnswer(
                        new AnswerId(id.number()),
                        new ModelAnswer.Refused(refusal, MODEL, ASKED),
                        0,
                        Optional.empty())),
                1));
    }

    private ProjectPhoto add(ProjectPhoto photo) {
        photos.add(photo);
        return photo;
    }

    /** The last photo gets this review. */
    public Inspected reviewed(Optional<Review.Decision> decision, String note) {
        return change(Optional.of(new Review(decision, note, "A. Weber", REVIEWED)), Optional.empty());
    }

    /** The last photo gets this scale. */
    Inspected scaled(double millimetresPerPixel) {
        return change(photos.getLast().review(), Optional.of(new PhotoScale(millimetresPerPixel, "crack card")));
    }

    private Inspected change(Optional<Review> review, Optional<PhotoScale> scale) {
        ProjectPhoto photo = photos.removeLast();
        photos.add(new ProjectPhoto(
                photo.id(),
                photo.file(),
                photo.bytes(),
                photo.sha256(),
                photo.facts(),
                false,
                review,
                Optional.empty(),
                scale.or(photo::scale),
                photo.latest(),
                photo.answers()));
        return this;
    }

    private Path draw(String name) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(150, 150, 145));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawLine(200, 0, 230, HEIGHT);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    InspectionReport.Source source() {
        return new InspectionReport.Source(facts, photos, this::findings, stamp -> Optional.empty(), audit);
    }

    public InspectionReport report() {
        return InspectionReport.of(source(), MADE, "CrackScope 1.2.3");
    }

    public Optional<CrackFindings> findings(ProjectPhoto photo) {
        return Optional.ofNullable(findings.get(photo.id()));
    }

    /** Photos in the order in which they were added. */
    List<ProjectPhoto> photos() {
        return List.copyOf(photos);
    }
}

package io.crackscope.ui.scorecard;

import io.crackscope.reporting.JudgedPhotosCsv;
import io.crackscope.ui.common.SaveDialog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes the scorecard as a picture, or the counted photos as a table, where a person says. */
final class ScorecardExport {
    private final ScorecardViewModel model;
    private final ScorecardFiles files;
    private final SaveDialog dialog;
    private final ScorecardPicture picture;
    private final ScoreWords words;

    ScorecardExport(
            ScorecardViewModel model,
            ScorecardFiles files,
            SaveDialog dialog,
            ScorecardPicture picture,
            ScoreWords words) {
        this.model = model;
        this.files = files;
        this.dialog = dialog;
        this.picture = picture;
        this.words = words;
    }

    /** Whether there is anything to write. */
    static boolean canExport(Standing standing) {
        return standing.scores().basis().counted() > 0;
    }

    /** Writes the counted photos as comma-separated values. */
    void table(Scene scene) {
        Standing standing = model.standingProperty().get();
        if (canExport(standing)) {
            ask(scene, "table", ".csv")
                    .ifPresent(file -> files.write(
                            file, () -> JudgedPhotosCsv.of(standing.scores().counted())));
        }
    }

    /** Writes matrix, figures and curves as a picture, twice as fine as on screen. */
    void picture(Scene scene) {
        Standing standing = model.standingProperty().get();
        if (canExport(standing)) {
            ask(scene, "picture", ".png").ifPresent(file -> {
                WritableImage image = picture.of(
                        standing,
                        model.intervalsProperty().get(),
                        model.thresholdsProperty().get(),
                        scene);
                files.write(file, () -> png(image));
            });
        }
    }

    private Optional<java.nio.file.Path> ask(Scene scene, String what, String ending) {
        SaveDialog.Request request = new SaveDialog.Request(
                words.get("ui.score.tool." + what),
                words.get("ui.score.export.name"),
                words.get("ui.score.kind." + what),
                ending);
        return dialog.ask(scene.getWindow(), request);
    }

    private static byte[] png(WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(copy, "png", bytes);
        return bytes.toByteArray();
    }
}

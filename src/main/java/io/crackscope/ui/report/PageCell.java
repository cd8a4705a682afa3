package io.crackscope.ui.report;

import io.crackscope.reporting.PdfPaper;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.work.Cancellation;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** One page: white paper, and what is printed on it as soon as it is drawn. */
final class PageCell extends ListCell<Integer> {
    static final double GAP = 24;
    private static final double WIDTH = 680;
    private static final int DPI = 120;

    private final ReportViewModel model;
    private final Messages messages;
    private final ImageView picture = new ImageView();
    private final Label number = new Label();
    private final StackPane sheet = new StackPane(number, picture);
    private Cancellation asked = new Cancellation();

    PageCell(ReportViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("report-page-cell");
        setAlignment(Pos.CENTER);
        sheet.getStyleClass().add("report-page");
        picture.setPreserveRatio(true);
        picture.setFitWidth(WIDTH);
        picture.setSmooth(true);
    }

    static double height(PdfPaper paper) {
        return paper == PdfPaper.A4 ? WIDTH * 297 / 210 : WIDTH * 11 / 8.5;
    }

    @Override
    protected void updateItem(Integer page, boolean empty) {
        Integer before = getItem();
        super.updateItem(page, empty);
        asked.cancel();
        if (empty || page == null) {
            setGraphic(null);
            return;
        }
        double height = height(model.options().paperProperty().get());
        sheet.setMinSize(WIDTH, height);
        sheet.setMaxSize(WIDTH, height);
        if (!Objects.equals(before, page)) {
            picture.setImage(null);
        }
        String words = messages.get(
                "ui.report.page", page + 1, model.pageCountProperty().get());
        number.setText(words);
        setAccessibleText(words);
        setGraphic(sheet);
        asked = model.page(page, DPI, drawn -> {
            if (Objects.equals(getItem(), page)) {
                picture.setImage(PictureImages.of(drawn));
            }
        });
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.domain.Review.Decision;
import io.crackscope.imaging.PhotoReader;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.EmptyState;
import io.crackscope.ui.common.PictureImages;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.ui.scorecard.ScorecardView;
import io.crackscope.work.JobRunner;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Inspect tab: photo list, viewer, findings. */
public final class InspectionView extends BorderPane {
    private final InspectionViewModel model;
    private final HeatOverlay overlay;
    private final InspectionActions actions;
    private final ViewerPane viewer;
    private final ScorecardTab scorecard;
    private final BorderPane photosView;
    private final Messages messages;
    private final PhotoListPane list;
    private final FindingsPane findings;
    private final ProjectSheets projectSheets;

    /**
     * What the view needs of the program.
     *
     * @param runner on whose IO lane pictures for the screen are read
     * @param reader reads them
     * @param settings keep widths and the like
     * @param messages texts in the person's language
     */
    public record Surroundings(JobRunner runner, PhotoReader reader, Settings settings, Messages messages) {}

    /** Shows {@code model}. */
    public InspectionView(
            InspectionViewModel model,
            Surroundings surroundings,
            CorrectionSender corrections,
            ProjectSheets.Shower sheets) {
        JobRunner runner = surroundings.runner();
        PhotoReader reader = surroundings.reader();
        Settings settings = surroundings.settings();
        this.model = model;
        this.messages = surroundings.messages();
        this.overlay = new HeatOverlay(settings);
        this.actions = new InspectionActions(model, settings, messages);
        PhotoPictures<Image> pictures = new PhotoPictures<>(runner, reader, PictureImages::of);
        PhotoTiles<Image> tiles = new PhotoTiles<>(
                runner,
                reader,
                PictureImages::of,
                PhotoTiles.budgetOf(Runtime.getRuntime().maxMemory()));
        viewer = new ViewerPane(model, overlay, pictures, tiles, messages);
        list = new PhotoListPane(model, pictures, messages);
        projectSheets = new ProjectSheets(model, messages, sheets);
        findings = new FindingsPane(model, messages, viewer::flyTo);
        WorkArea split = new WorkArea(list, viewer, findings, settings);

        BooleanBinding isEmpty = Bindings.isEmpty(model.rows());
        EmptyState empty = emptyState();
        empty.visibleProperty().bind(isEmpty);
        split.visibleProperty().bind(isEmpty.not());
        VBox top = new VBox(
                new InspectionToolBar(
                        model,
                        overlay,
                        actions,
                        viewer.canvas(),
                        new ProjectMenu(model, actions, projectSheets, corrections, messages),
                        this::switchView,
                        messages),
                new FirstSteps(settings, messages),
                new MessageBars(model, messages));
        BorderPane photos = new BorderPane(new StackPane(empty, split), top, null, null, null);
        scorecard = new ScorecardTab(model, pictures, runner, settings, messages);
        photosView = photos;
        setCenter(photos);
        getStyleClass().add("inspection");
    }

    /** The keys of the view in front: the photos, or the scorecard. */
    public List<Shortcut> shortcuts() {
        List<Shortcut> keys = new ArrayList<>(getCenter() == photosView ? viewer.urgentShortcuts() : List.of());
        keys.addAll(ofBothViews());
        keys.addAll(getCenter() == photosView ? ofThePhotos() : scorecardView().shortcuts());
        return keys;
    }

    /** Shows the scorecard instead of the photos, or the photos again. */
    private void switchView() {
        boolean toScorecard = getCenter() == photosView;
        scorecard.isShown(toScorecard);
        setCenter(toScorecard ? scorecardView() : photosView);
        if (toScorecard) {
            scorecardView().takeFocus();
        } else {
            viewer.canvas().requestFocus();
        }
    }

    private ScorecardView scorecardView() {
        return scorecard.view(
                this::switchView, () -> actions.openPhotos(getScene().getWindow()));
    }

    private List<Shortcut> ofBothViews() {
        return List.of(
                Shortcut.control(
                        messages.get("ui.action.open_photos"),
                        () -> actions.openPhotos(getScene().getWindow()),
                        KeyCode.O),
                Shortcut.control(
                        messages.get("ui.action.open_folder"),
                        () -> actions.openFolder(getScene().getWindow()),
                        KeyCode.O,
                        KeyCombination.SHIFT_DOWN),
                Shortcut.control(messages.get("ui.action.paste"), actions::paste, KeyCode.V),
                Shortcut.plain(messages.get("ui.action.retry"), this::retry, KeyCode.F5),
                Shortcut.plain(messages.get("ui.action.pause"), model::pauseOrGoOn, KeyCode.F8),
                Shortcut.plain(messages.get("ui.action.cancel"), model::cancel, KeyCode.ESCAPE));
    }

    private List<Shortcut> ofThePhotos() {
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.plain(messages.get("ui.key.next"), model::selectNext, KeyCode.J),
                Shortcut.plain(messages.get("ui.key.previous"), model::selectPrevious, KeyCode.K),
                Shortcut.plain(messages.get("ui.key.next"), model::selectNext, KeyCode.DOWN, KeyCode.RIGHT),
                Shortcut.plain(messages.get("ui.key.previous"), model::selectPrevious, KeyCode.UP, KeyCode.LEFT),
                Shortcut.plain(messages.get("ui.score.key"), this::switchView, KeyCode.M),
                Shortcut.plain(messages.get("ui.action.remove"), model::removeSelected, KeyCode.DELETE),
                Shortcut.plain(messages.get("ui.review.key.crack"), () -> decide(Decision.CRACK), KeyCode.C),
                Shortcut.plain(messages.get("ui.review.key.no_crack"), () -> decide(Decision.NO_CRACK), KeyCode.N),
                Shortcut.plain(messages.get("ui.review.key.unsure"), () -> decide(Decision.UNSURE), KeyCode.U),
                Shortcut.plain(messages.get("ui.review.take_back"), model.review()::takeBack, KeyCode.BACK_SPACE),
                Shortcut.plain(messages.get("ui.review.key.note"), findings::writeNote, KeyCode.ENTER),
                Shortcut.control(messages.get("ui.action.undo"), model::undo, KeyCode.Z),
                Shortcut.control(
                        messages.get("ui.action.redo"), model.review()::redo, KeyCode.Z, KeyCombination.SHIFT_DOWN),
                Shortcut.control(messages.get("ui.filter.key"), list::search, KeyCode.F),
                Shortcut.control(messages.get("ui.project.new"), model::startAfresh, KeyCode.N),
                Shortcut.control(messages.get("ui.project.details"), projectSheets::details, KeyCode.D),
                Shortcut.control(messages.get("ui.project.history"), projectSheets::history, KeyCode.H)));
        keys.addAll(viewer.shortcuts());
        return keys;
    }

    private void decide(Decision decision) {
        model.review().decide(decision);
    }

    private void retry() {
        if (model.canRetryProperty().get()) {
            model.retry();
        }
    }

    private EmptyState emptyState() {
        Button open = new Button(messages.get("ui.action.open_photos"));
        open.setId("empty-open");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> actions.openPhotos(getScene().getWindow()));
        EmptyState empty = new EmptyState(
                Feather.IMAGE,
                messages.get("ui.empty.title"),
                messages.get("ui.empty.text"),
                open,
                new RecentProjects(model, messages));
        empty.getStyleClass().add("drop-zone");
        return empty;
    }
}

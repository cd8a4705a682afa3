package io.crackscope.ui.scorecard;

import io.crackscope.domain.VerdictThresholds;
import io.crackscope.evaluation.JudgedPhoto;
import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.Appearance;
import io.crackscope.ui.common.FxExecutor;
import io.crackscope.ui.common.SaveDialog;
import io.crackscope.ui.common.Shortcut;
import io.crackscope.work.ThreadedJobRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A window that holds a scorecard and nothing else. Made and used on the JavaFX thread. */
final class ScorecardWindow implements AutoCloseable {
    final ObservableList<JudgedPhoto> photos = FXCollections.observableArrayList();
    final List<Path> opened = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    final ScorecardViewModel model;
    final ScorecardView view;
    final Stage stage = new Stage();
    Optional<Path> target = Optional.empty();
    int backs;

    private final ThreadedJobRunner runner = new ThreadedJobRunner(new FxExecutor());

    ScorecardWindow(Settings settings, Locale locale, Thumbnails thumbnails, double width, double height) {
        model = new ScorecardViewModel(photos, runner, settings);
        SaveDialog dialog = (owner, request) -> target;
        PhotoDestination destination = new PhotoDestination() {
            @Override
            public void open(Path photo) {
                opened.add(photo);
            }

            @Override
            public void show(List<Path> photosToShow, String description) {
                shown.add(description + " " + photosToShow.size());
            }
        };
        view = new ScorecardView(
                model,
                new ScorecardView.Surroundings(thumbnails, destination, dialog, () -> backs++, () -> {}),
                runner,
                new Messages(locale));
        Scene scene = new Scene(view, width, height);
        scene.getRoot().getStyleClass().add("shell");
        new Appearance(settings).apply(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!Shortcut.isTyping(scene.getFocusOwner())) {
                view.shortcuts().stream()
                        .filter(shortcut -> shortcut.matches(event))
                        .findFirst()
                        .map(Shortcut::action)
                        .ifPresent(Runnable::run);
            }
        });
        stage.setScene(scene);
        stage.show();
        model.modelThresholds(new VerdictThresholds(0.3, 0.8));
        model.shownProperty().set(true);
        view.takeFocus();
    }

    @Override
    public void close() {
        stage.hide();
        runner.close();
    }
}

package io.crackscope.ui.inspection;

import io.crackscope.settings.Settings;
import io.crackscope.text.Messages;
import io.crackscope.ui.common.SystemSaveDialog;
import io.crackscope.ui.scorecard.PhotoDestination;
import io.crackscope.ui.scorecard.ScorecardView;
import io.crackscope.ui.scorecard.ScorecardViewModel;
import io.crackscope.work.JobRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The scorecard of the listed photos. Its view, charts and all, is made when it is first wanted. */
final class ScorecardTab {
    private final InspectionViewModel model;
    private final PhotoPictures<Image> pictures;
    private final JobRunner runner;
    private final Settings settings;
    private final Messages messages;
    private final ScorecardViewModel score;
    private @Nullable ScorecardView view;

    ScorecardTab(
            InspectionViewModel model,
            PhotoPictures<Image> pictures,
            JobRunner runner,
            Settings settings,
            Messages messages) {
        this.model = model;
        this.pictures = pictures;
        this.runner = runner;
        this.settings = settings;
        this.messages = messages;
        this.score = new ScorecardViewModel(model.judgedPhotos().photos(), runner, settings);
        score.lookedUpProperty().bind(model.judgedPhotos().lookedUpProperty());
        score.ofOtherModelsProperty().bind(model.judgedPhotos().ofOtherModelsProperty());
        model.engineProperty().addListener((observable, before, now) -> follow(now));
        follow(model.engineProperty().get());
    }

    private void follow(EngineState engine) {
        if (engine instanceof EngineState.Ready(var description, var stamp)) {
            score.modelThresholds(description.thresholds());
        }
    }

    /**
     * The view.
     *
     * @param back shows the photos again; only the first call's is used
     * @param openPhotos asks for photos
     */
    ScorecardView view(Runnable back, Runnable openPhotos) {
        ScorecardView made = view;
        if (made == null) {
            made = new ScorecardView(
                    score,
                    new ScorecardView.Surroundings(
                            pictures::thumbnail,
                            new ToThePhotos(back),
                            new SystemSaveDialog(settings),
                            back,
                            openPhotos),
                    runner,
                    messages);
            view = made;
        }
        return made;
    }

    /** Whether somebody looks at it. */
    void isShown(boolean shown) {
        model.judgedPhotos().watch(shown);
        score.shownProperty().set(shown);
    }

    /** Photos of a cell are looked at in the list and the viewer. */
    private final class ToThePhotos implements PhotoDestination {
        private final Runnable back;

        ToThePhotos(Runnable back) {
            this.back = back;
        }

        @Override
        public void open(Path photo) {
            model.rows().stream()
                    .filter(row -> row.file().equals(photo))
                    .findFirst()
                    .ifPresent(model::select);
            back.run();
        }

        @Override
        public void show(List<Path> photos, String description) {
            model.query(ListQuery.ALL.withPick(new ListQuery.Pick(description, Set.copyOf(photos))));
            open(photos.getFirst());
        }
    }
}

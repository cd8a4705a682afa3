package io.crackscope.app;

import io.crackscope.settings.Settings;
import io.crackscope.ui.inspection.EngineSource;
import io.crackscope.ui.inspection.InspectionViewModel;
import io.crackscope.ui.training.ModelUse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The model that inspects: the one chosen last, else the shipped one. JavaFX thread only. */
final class ModelInUse implements ModelUse {
    private final InspectionViewModel inspection;
    private final Settings settings;
    private final Path shipped;
    private final Function<Path, EngineSource> engines;
    private final ReadOnlyObjectWrapper<Path> model;

    /** @param engines opens the engine of a model file */
    ModelInUse(InspectionViewModel inspection, Settings settings, Path shipped, Function<Path, EngineSource> engines) {
        this.inspection = inspection;
        this.settings = settings;
        this.shipped = shipped;
        this.engines = engines;
        this.model = new ReadOnlyObjectWrapper<>(settings.model().orElse(shipped));
    }

    @Override
    public ReadOnlyObjectProperty<Path> modelProperty() {
        return model.getReadOnlyProperty();
    }

    @Override
    public void use(Path file) {
        settings.model(file.equals(shipped) ? Optional.empty() : Optional.of(file));
        model.set(file);
        inspection.use(engines.apply(file));
    }
}

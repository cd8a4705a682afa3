package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class AppearanceTest {
    @BeforeAll
    static void startTheToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void a_closed_window_is_let_go_though_the_systems_preferences_stay() throws Exception {
        WeakReference<Scene> closed = ShownStage.fx(() -> {
            Scene scene = new Scene(new StackPane());
            new Appearance(new Settings(new MemoryPreferences())).apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            assertThat(scene.getStylesheets()).isNotEmpty();
            stage.hide();
            return new WeakReference<>(scene);
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return closed.refersTo(null);
        });
    }
}

package io.crackscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crackscope.settings.MemoryPreferences;
import io.crackscope.settings.Settings;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class AppearanceTest {
    @BeforeAll
    static void startTheToolkit() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,banner-info", "LIGHT,banner-danger", "DARK,banner-info", "DARK,banner-danger"})
    void photos_do_not_shine_through_the_words_of_a_notice(Settings.Theme theme, String kind) throws Exception {
        Background background = ShownStage.fx(() -> {
            Settings settings = new Settings(new MemoryPreferences());
            settings.theme(theme);
            HBox notice = new HBox();
            notice.getStyleClass().addAll("banner", kind, "floating-notice");
            Scene scene = new Scene(new StackPane(notice));
            new Appearance(settings).apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.hide();
            return notice.getBackground();
        });
        assertThat(background.getFills()).anyMatch(fill -> fill.getFill().isOpaque());
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

package io.crackscope.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.crackscope.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;

/**
 * The window's looks: font, style sheets, light or dark. Follows the operating system until the user chooses. JavaFX
 * thread only.
 */
public final class Appearance {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String[] FONTS = {
        "fonts/InterTabular-Regular.otf", "fonts/InterTabular-Medium.otf", "fonts/InterTabular-SemiBold.otf"
    };

    private final Settings settings;
    private final ObjectProperty<Settings.Theme> theme;

    /** Looks as {@code settings} say; to be made before the first control. */
    public Appearance(Settings settings) {
        this.settings = settings;
        this.theme = new SimpleObjectProperty<>(settings.theme());
        // The first control reads JavaFX's own sheet where there is none yet.
        useSheet();
    }

    /** The user's choice; setting it restyles the window and is remembered. */
    public ObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    /** Dresses {@code scene} and keeps it dressed as theme and system change. */
    public void apply(Scene scene) {
        for (String font : FONTS) {
            try (InputStream file = Objects.requireNonNull(Appearance.class.getResourceAsStream(font), font)) {
                Font.loadFont(file, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        URL sheet = Objects.requireNonNull(Appearance.class.getResource("crackscope.css"));
        scene.getStylesheets().setAll(sheet.toExternalForm());
        theme.addListener((observable, before, now) -> {
            settings.theme(now);
            restyle(scene);
        });
        restyle(scene);
        // Only while it is shown: the system's preferences outlive every window and would keep all of them.
        Platform.getPreferences()
                .colorSchemeProperty()
                .when(scene.windowProperty().flatMap(Window::showingProperty).orElse(false))
                .subscribe(scheme -> restyle(scene));
    }

    private void useSheet() {
        String sheet = (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private void restyle(Scene scene) {
        useSheet();
        boolean dark = isDark();
        // Title bar and system menus follow too, where the system can.
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private boolean isDark() {
        return switch (theme.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}

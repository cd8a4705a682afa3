package io.crackscope.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the program remembers of its user between runs. A missing or senseless stored value reads as the default; used
 * by one thread.
 */
public final class Settings {
    /** Whether the window is light or dark. */
    public enum Theme {
        /** As the operating system is. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Opacity of the heat overlay until someone moves the slider. */
    public static final double DEFAULT_OVERLAY_OPACITY = 0.45;

    /** Most projects that are remembered. */
    public static final int RECENT_PROJECTS = 10;

    private static final String THEME = "theme";
    private static final String LAST_FOLDER = "lastFolder";
    private static final String OVERLAY_OPACITY = "overlayOpacity";
    private static final String LIST_WIDTH = "listWidth";
    private static final String FINDINGS_WIDTH = "findingsWidth";
    private static final String RECENT_PROJECT = "recentProject.";

    private final Preferences node;

    /** Settings kept in {@code node}. */
    public Settings(Preferences node) {
        this.node = node;
    }

    /** The settings of the operating system's user. */
    public static Settings ofUser() {
        return new Settings(Preferences.userRoot().node("io/crackscope"));
    }

    public Theme theme() {
        String stored = node.get(THEME, Theme.SYSTEM.name());
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.name().equals(stored))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }

    public void theme(Theme theme) {
        node.put(THEME, theme.name());
    }

    /** The folder photos were last opened from, if it is still there. */
    public Optional<Path> lastFolder() {
        return path(LAST_FOLDER).filter(Files::isDirectory);
    }

    public void lastFolder(Path folder) {
        String text = folder.toAbsolutePath().toString();
        if (text.length() <= Preferences.MAX_VALUE_LENGTH) {
            node.put(LAST_FOLDER, text);
        }
    }

    /** Opacity of the heat overlay in [0,1]. */
    public double overlayOpacity() {
        return within(OVERLAY_OPACITY, DEFAULT_OVERLAY_OPACITY, 0, 1);
    }

    public void overlayOpacity(double opacity) {
        node.putDouble(OVERLAY_OPACITY, opacity);
    }

    /** Width of the photo list in logical pixels. */
    public double listWidth() {
        return within(LIST_WIDTH, 304, 200, 800);
    }

    public void listWidth(double width) {
        node.putDouble(LIST_WIDTH, width);
    }

    /** Width of the findings in logical pixels. */
    public double findingsWidth() {
        return within(FINDINGS_WIDTH, 304, 240, 800);
    }

    public void findingsWidth(double width) {
        node.putDouble(FINDINGS_WIDTH, width);
    }

    /** The projects that were used last and are still there, newest first, at most {@value #RECENT_PROJECTS}. */
    public List<Path> recentProjects() {
        return rememberedProjects().filter(Files::isRegularFile).toList();
    }

    /** Remembers that {@code project} was used now. */
    public void recentProject(Path project) {
        Path newest = project.toAbsolutePath().normalize();
        if (newest.toString().length() > Preferences.MAX_VALUE_LENGTH) {
            return;
        }
        List<Path> others =
                rememberedProjects().filter(other -> !other.equals(newest)).toList();
        List<Path> recent = Stream.concat(Stream.of(newest), others.stream())
                .limit(RECENT_PROJECTS)
                .toList();
        for (int place = 0; place < recent.size(); place++) {
            node.put(RECENT_PROJECT + place, recent.get(place).toString());
        }
    }

    /** Also those on a drive that is not there at present. */
    private Stream<Path> rememberedProjects() {
        return IntStream.range(0, RECENT_PROJECTS)
                .mapToObj(place -> path(RECENT_PROJECT + place))
                .flatMap(Optional::stream);
    }

    private Optional<Path> path(String key) {
        String stored = node.get(key, "");
        try {
            return stored.isEmpty() ? Optional.empty() : Optional.of(Path.of(stored));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private double within(String key, double otherwise, double least, double most) {
        double stored = node.getDouble(key, otherwise);
        return stored >= least && stored <= most ? stored : otherwise;
    }
}

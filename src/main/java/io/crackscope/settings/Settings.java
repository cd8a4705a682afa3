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

    /** The highest cost of a wrong answer that can be set. */
    public static final int MOST_COST = 9999;

    /** Width below which the findings' buttons would lose letters, in logical pixels. */
    public static final double LEAST_FINDINGS_WIDTH = 288;

    private static final String THEME = "theme";
    private static final String LAST_FOLDER = "lastFolder";
    private static final String OVERLAY_OPACITY = "overlayOpacity";
    private static final String LIST_WIDTH = "listWidth";
    private static final String MODEL = "model";
    private static final String PLAN_WIDTH = "planWidth";
    private static final String RUN_WIDTH = "runWidth";
    private static final String FINDINGS_WIDTH = "findingsWidth";
    private static final String RECENT_PROJECT = "recentProject.";

    private static final String INSPECTOR = "inspector";
    private static final String STARTED_BEFORE = "startedBefore";
    private static final String FIRST_STEPS = "firstSteps";
    private static final String MISS_COST = "missCost";
    private static final String FALSE_ALARM_COST = "falseAlarmCost";

    private final Preferences node;

    /** Settings kept in {@code node}. */
    public Settings(Preferences node) {
        this.node = node;
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

    /** Who inspects: the name that reviews are signed with; the system's name of the user until one is given. */
    public String inspector() {
        String stored = node.get(INSPECTOR, "");
        return stored.isBlank() ? System.getProperty("user.name") : stored;
    }

    public void inspector(String name) {
        node.put(INSPECTOR, name.strip());
    }

    /** Whether the program was started before. */
    public boolean startedBefore() {
        return node.getBoolean(STARTED_BEFORE, false);
    }

    public void startedBefore(boolean started) {
        node.putBoolean(STARTED_BEFORE, started);
    }

    /** Whether the window says what to do first. */
    public boolean firstSteps() {
        return node.getBoolean(FIRST_STEPS, false);
    }

    public void firstSteps(boolean shown) {
        node.putBoolean(FIRST_STEPS, shown);
    }

    /** The file of the model that inspects; empty for the one that comes with the program. */
    public Optional<Path> model() {
        String stored = node.get(MODEL, "");
        try {
            return stored.isEmpty() ? Optional.empty() : Optional.of(Path.of(stored));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Remembers the model that inspects; empty for the one that comes with the program. */
    public void model(Optional<Path> file) {
        String text = file.map(path -> path.toAbsolutePath().toString()).orElse("");
        if (text.isEmpty() || text.length() > Preferences.MAX_VALUE_LENGTH) {
            node.remove(MODEL);
        } else {
            node.put(MODEL, text);
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
        return within(FINDINGS_WIDTH, 304, LEAST_FINDINGS_WIDTH, 800);
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

    /** What a missed crack costs in relation to {@link #falseAlarmCost()}, in [0,{@link #MOST_COST}]. */
    public int missCost() {
        return (int) within(MISS_COST, 10, 0, MOST_COST);
    }

    public void missCost(int cost) {
        node.putDouble(MISS_COST, cost);
    }

    /** What a false alarm costs in relation to {@link #missCost()}, in [0,{@link #MOST_COST}]. */
    public int falseAlarmCost() {
        return (int) within(FALSE_ALARM_COST, 1, 0, MOST_COST);
    }

    public void falseAlarmCost(int cost) {
        node.putDouble(FALSE_ALARM_COST, cost);
    }

    /** Width of the training plan in logical pixels. */
    public double planWidth() {
        return within(PLAN_WIDTH, 328, 288, 480);
    }

    public void planWidth(double width) {
        node.putDouble(PLAN_WIDTH, width);
    }

    /** Width of what is said of a training run in logical pixels. */
    public double runWidth() {
        return within(RUN_WIDTH, 352, 264, 720);
    }

    public void runWidth(double width) {
        node.putDouble(RUN_WIDTH, width);
    }

    private double within(String key, double otherwise, double least, double most) {
        double stored = node.getDouble(key, otherwise);
        return stored >= least && stored <= most ? stored : otherwise;
    }
}

package io.crackscope.settings;

import io.crackscope.work.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences in one file of text, {@code settings.properties}, that is written at every change: Java's own live where the
 * platform does not keep settings, and up to half a minute in memory only. Several windows can have the same file; each
 * change is made to what the file holds then. A file that cannot be written costs a warning in the log, and what was chosen
 * is known until the program ends.
 */
public final class SettingsFile extends AbstractPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    /** Where Java kept the settings before there was this file. */
    private static final String FORMER_NODE = "io/crackscope";

    private final Path file;
    private final Properties values = new Properties();
    /** What was chosen and is not in the file yet; empty where it was taken away. */
    private final Map<String, Optional<String>> unsaved = new HashMap<>();

    /** The settings in {@code file}; none if it is missing or damaged. */
    SettingsFile(Path file) {
        super(null, "");
        this.file = file;
        load();
    }

    /** The settings of the person at this machine; at the first start those of a program that had no such file yet. */
    public static SettingsFile ofUser() {
        Path file = UserFolders.ofUser().config().resolve("settings.properties");
        boolean isFirst = !Files.exists(file);
        SettingsFile settings = new SettingsFile(file);
        if (isFirst && hasFormer()) {
            settings.takeOver(Preferences.userRoot().node(FORMER_NODE));
        }
        return settings;
    }

    /** Asks without the side effect that Java on Linux makes a folder for settings when they are looked for. */
    private static boolean hasFormer() {
        try {
            return Files.exists(Path.of(System.getProperty("user.home"), ".java/.userPrefs", FORMER_NODE, "prefs.xml"))
                    || !System.getProperty("os.name").startsWith("Linux")
                            && Preferences.userRoot().nodeExists(FORMER_NODE);
        } catch (BackingStoreException e) {
            LOG.warn("the former settings cannot be read", e);
            return false;
        }
    }

    /** Copies every value of {@code former}, which stays as it is. */
    void takeOver(Preferences former) {
        try {
            for (String key : former.keys()) {
                unsaved.put(key, Optional.of(former.get(key, "")));
            }
            keep();
        } catch (BackingStoreException e) {
            LOG.warn("the former settings cannot be read", e);
        }
    }

    @Override
    protected void putSpi(String key, String value) {
        unsaved.put(key, Optional.of(value));
        keep();
    }

    @Override
    protected @Nullable String getSpi(String key) {
        return values.getProperty(key);
    }

    @Override
    protected void removeSpi(String key) {
        unsaved.put(key, Optional.empty());
        keep();
    }

    @Override
    protected String[] keysSpi() {
        return values.stringPropertyNames().toArray(String[]::new);
    }

    @Override
    protected void removeNodeSpi() {
        throw new UnsupportedOperationException("the settings are one node");
    }

    @Override
    protected String[] childrenNamesSpi() {
        return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
        throw new UnsupportedOperationException("the settings are one node");
    }

    @Override
    protected void syncSpi() {
        keep();
    }

    @Override
    protected void flushSpi() {
        // every change is written at once
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read; what is chosen now replaces it", file, e);
            return;
        }
        values.clear();
        values.putAll(read);
    }

    /** Makes the changes to what the file holds now. */
    private void keep() {
        load();
        unsaved.forEach((key, value) ->
                value.ifPresentOrElse(chosen -> values.setProperty(key, chosen), () -> values.remove(key)));
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
            Files.createDirectories(file.getParent());
            AtomicFile.writeUnsynced(file, text.toString().getBytes(StandardCharsets.UTF_8));
            unsaved.clear();
        } catch (IOException e) {
            LOG.warn("{} cannot be written; what was chosen is forgotten when the program ends", file, e);
        }
    }
}

package io.crackscope.ui.report;

import io.crackscope.reporting.PdfPaper;
import io.crackscope.reporting.ReportStyle;
import io.crackscope.reporting.ReportTemplate;
import io.crackscope.settings.ReportSettings;
import io.crackscope.settings.ReportSettings.Choice;
import io.crackscope.settings.ReportSettings.Text;
import io.crackscope.text.Messages;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How a report is to look; every change is kept for the next report. */
public final class ReportOptions {
    /** Languages that reports are written in. */
    public enum Language {
        EN(Locale.ENGLISH),
        DE(Locale.GERMANY);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        Locale locale() {
            return locale;
        }
    }

    private final ObjectProperty<ReportTemplate> template;
    private final ObjectProperty<PdfPaper> paper;
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Optional<Path>> logo;
    private final Map<Text, StringProperty> texts = new EnumMap<>(Text.class);

    ReportOptions(ReportSettings settings, Locale here) {
        template = new SimpleObjectProperty<>(
                settings.choice(Choice.TEMPLATE).flatMap(ReportTemplate::ofWord).orElse(ReportTemplate.FULL));
        paper = new SimpleObjectProperty<>(
                settings.choice(Choice.PAPER).flatMap(PdfPaper::ofWord).orElseGet(() -> usualPaper(here)));
        language = new SimpleObjectProperty<>(
                settings.choice(Choice.LANGUAGE).orElse(here.getLanguage()).equalsIgnoreCase("de")
                        ? Language.DE
                        : Language.EN);
        logo = new SimpleObjectProperty<>(settings.logo());
        template.addListener((observable, before, now) -> settings.choice(Choice.TEMPLATE, now.word()));
        paper.addListener((observable, before, now) -> settings.choice(Choice.PAPER, now.word()));
        language.addListener((observable, before, now) -> settings.choice(Choice.LANGUAGE, now.name()));
        logo.addListener((observable, before, now) -> settings.logo(now));
        for (Text text : Text.values()) {
            StringProperty words = new SimpleStringProperty(settings.text(text));
            words.addListener((observable, before, now) -> settings.text(text, now));
            texts.put(text, words);
        }
    }

    private static PdfPaper usualPaper(Locale here) {
        return here.getCountry().equals("US") || here.getCountry().equals("CA") ? PdfPaper.LETTER : PdfPaper.A4;
    }

    public ObjectProperty<ReportTemplate> templateProperty() {
        return template;
    }

    public ObjectProperty<PdfPaper> paperProperty() {
        return paper;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public ObjectProperty<Optional<Path>> logoProperty() {
        return logo;
    }

    public StringProperty textProperty(Text text) {
        return texts.get(text);
    }

    /** Runs {@code changed} whenever something changes that pages show. */
    void onChange(Runnable changed) {
        template.addListener(change -> changed.run());
        paper.addListener(change -> changed.run());
        language.addListener(change -> changed.run());
        logo.addListener(change -> changed.run());
        texts.values().forEach(words -> words.addListener(change -> changed.run()));
    }

    ReportStyle style() {
        return new ReportStyle(
                template.get(),
                paper.get(),
                ReportStyle.USUAL_DPI,
                new ReportStyle.Company(
                        texts.get(Text.COMPANY).get(),
                        texts.get(Text.ADDRESS).get(),
                        texts.get(Text.INTRODUCTION).get(),
                        texts.get(Text.CLOSING).get(),
                        logo.get()));
    }

    Messages messages() {
        return new Messages(language.get().locale());
    }
}

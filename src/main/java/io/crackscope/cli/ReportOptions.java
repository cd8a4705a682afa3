package io.crackscope.cli;

import io.crackscope.reporting.PdfPaper;
import io.crackscope.reporting.ReportStyle;
import io.crackscope.reporting.ReportTemplate;
import io.crackscope.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a report looks. */
final class ReportOptions {
    /** Languages that reports are written in. */
    enum Language {
        EN,
        DE
    }

    @Option(
            names = "--template",
            paramLabel = "short|full|photos",
            defaultValue = "full",
            description = "${bundle:cli.report.template} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private ReportTemplate template = ReportTemplate.FULL;

    @Option(names = "--lang", paramLabel = "en|de", description = "${bundle:cli.report.lang}")
    private @Nullable Language language;

    @Option(
            names = "--paper",
            paramLabel = "a4|letter",
            defaultValue = "a4",
            description = "${bundle:cli.report.paper} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private PdfPaper paper = PdfPaper.A4;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "200",
            description = "${bundle:cli.report.dpi} ${bundle:cli.option.default}: ${DEFAULT-VALUE}.")
    private int dpi;

    @Option(names = "--company", paramLabel = "NAME", description = "${bundle:cli.report.company}")
    private String company = "";

    @Option(names = "--address", paramLabel = "TEXT", description = "${bundle:cli.report.address}")
    private String address = "";

    @Option(names = "--introduction", paramLabel = "TEXT", description = "${bundle:cli.report.introduction}")
    private String introduction = "";

    @Option(names = "--closing", paramLabel = "TEXT", description = "${bundle:cli.report.closing}")
    private String closing = "";

    @Option(names = "--logo", paramLabel = "FILE", description = "${bundle:cli.report.logo}")
    private @Nullable Path logo;

    boolean isDpiUsable() {
        return dpi >= ReportStyle.LEAST_DPI && dpi <= ReportStyle.MOST_DPI;
    }

    ReportStyle style() {
        return new ReportStyle(
                template,
                paper,
                dpi,
                new ReportStyle.Company(company, address, introduction, closing, Optional.ofNullable(logo)));
    }

    /** Texts in the language of the report; {@code here} are those of the program. */
    Messages messages(Messages here) {
        return language == null ? here : new Messages(language == Language.DE ? Locale.GERMANY : Locale.ENGLISH);
    }
}

package io.crackscope.reporting;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a PDF is what it says it is: PDF/A-2b for archives and PDF/UA-1 for screen readers. */
public final class PdfConformance {
    private PdfConformance() {}

    /** What is broken, rule by rule; empty where nothing is. */
    public static List<String> breaches(byte[] pdf) {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> breaches = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
                ValidationResult result = Foundries.defaultInstance()
                        .createValidator(flavour, false)
                        .validate(parser);
                for (TestAssertion failed : result.getTestAssertions()) {
                    if (failed.getStatus() == TestAssertion.Status.FAILED) {
                        breaches.add(flavour.getId() + " " + failed.getRuleId().getClause() + " "
                                + failed.getMessage() + " at "
                                + failed.getLocation().getContext());
                    }
                }
                if (!result.isCompliant() && breaches.isEmpty()) {
                    breaches.add(flavour.getId() + " is not kept");
                }
            } catch (Exception e) {
                throw new IllegalStateException("veraPDF cannot read it", e);
            }
        }
        return breaches;
    }
}

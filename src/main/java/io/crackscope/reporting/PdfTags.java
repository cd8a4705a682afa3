package io.crackscope.reporting;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What the marks on the pages mean: headings, paragraphs, tables and figures in reading order, for screen readers and for
 * whoever takes the text out of the PDF. Whatever is drawn outside an element is decoration.
 */
final class PdfTags {
    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<Integer, COSArray> parents = new HashMap<>();
    private boolean inMark;

    PdfTags(PDDocument document) {
        this.document = document;
        PDMarkInfo mark = new PDMarkInfo();
        mark.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(mark);
        document.getDocumentCatalog().setStructureTreeRoot(root);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDStructureElement all = new PDStructureElement("Document", root);
        root.appendKid(all);
        open.push(all);
    }

    /** Draws on a page. */
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    /** What {@code drawing} draws is one {@code type}, such as {@code P}, {@code TR} or {@code Div}. */
    void element(String type, Drawing drawing) throws IOException {
        PDStructureElement parent = open.peek();
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        open.push(element);
        try {
            drawing.draw();
        } finally {
            open.pop();
        }
    }

    /** The title of a column or, if {@code ofRow}, of a row. */
    void titleCell(boolean ofRow, Drawing drawing) throws IOException {
        element("TH", () -> {
            PDTableAttributeObject scope = new PDTableAttributeObject();
            scope.setScope(ofRow ? PDTableAttributeObject.SCOPE_ROW : PDTableAttributeObject.SCOPE_COLUMN);
            open.peek().addAttribute(scope);
            drawing.draw();
        });
    }

    /** A cell that stands in all {@code columns}. */
    void wideCell(int columns, Drawing drawing) throws IOException {
        element("TH", () -> {
            PDTableAttributeObject span = new PDTableAttributeObject();
            span.setScope(PDTableAttributeObject.SCOPE_ROW);
            span.setColSpan(columns);
            open.peek().addAttribute(span);
            drawing.draw();
        });
    }

    /** A picture or a chart of which {@code description} says what it shows. */
    void figure(String description, PDPageContentStream on, PDPage page, Drawing drawing) throws IOException {
        element("Figure", () -> {
            open.peek().setAlternateDescription(description);
            mark(on, page, drawing);
        });
    }

    /** Draws as part of the element that is open, on {@code page}; decoration where none is. */
    void mark(PDPageContentStream on, PDPage page, Drawing drawing) throws IOException {
        if (inMark) {
            drawing.draw();
            return;
        }
        PDStructureElement element = open.peek();
        if (open.size() == 1) {
            decoration(on, drawing);
            return;
        }
        inMark = true;
        int number = number(page, element);
        COSDictionary properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        on.beginMarkedContent(COSName.getPDFName(element.getStructureType()), PDPropertyList.create(properties));
        drawing.draw();
        on.endMarkedContent();
        inMark = false;
    }

    /** Draws what means nothing: rules, grounds, repeated heads. */
    void decoration(PDPageContentStream on, Drawing drawing) throws IOException {
        if (inMark) {
            drawing.draw();
            return;
        }
        inMark = true;
        on.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        on.endMarkedContent();
        inMark = false;
    }

    private int number(PDPage page, PDStructureElement element) {
        int key = page.getStructParents();
        if (key < 0) {
            key = parents.size();
            page.setStructParents(key);
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        }
        COSArray marks = parents.computeIfAbsent(key, k -> new COSArray());
        int number = marks.size();
        marks.add(element.getCOSObject());
        if (element.getPage() == null) {
            element.setPage(page);
        }
        if (element.getPage().getCOSObject() == page.getCOSObject()) {
            element.appendKid(number);
        } else {
            PDMarkedContentReference elsewhere = new PDMarkedContentReference();
            elsewhere.setMCID(number);
            elsewhere.setPage(page);
            element.appendKid(elsewhere);
        }
        return number;
    }

    /** Writes the way back from marks to elements; to be called once, when all is drawn. */
    void finish() {
        Map<Integer, PDParentTreeValue> numbers = new HashMap<>();
        parents.forEach((key, marks) -> numbers.put(key, new PDParentTreeValue(marks)));
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
